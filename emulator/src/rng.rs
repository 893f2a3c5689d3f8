//! Seeded randomness: the same seed gives the same identifiers, keys and request ids.

use serde::{Deserialize, Serialize};

/// Three streams, so that a repeated request takes a new request id and leaves the identifiers of what it creates alone,
/// and so that faults leave both alone.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(from = "[u64; 3]", into = "[u64; 3]")]
pub(crate) struct Randomness {
    things: fastrand::Rng,
    requests: fastrand::Rng,
    faults: fastrand::Rng,
}

impl From<[u64; 3]> for Randomness {
    fn from([things, requests, faults]: [u64; 3]) -> Self {
        let [things, requests, faults] = [things, requests, faults].map(fastrand::Rng::with_seed);
        Self { things, requests, faults }
    }
}

impl From<Randomness> for [u64; 3] {
    fn from(random: Randomness) -> Self {
        [random.things.get_seed(), random.requests.get_seed(), random.faults.get_seed()]
    }
}

impl Randomness {
    pub(crate) fn new(seed: u64) -> Self {
        Self::from([seed, !seed, seed.rotate_left(32)])
    }

    /// How far the next identifier lies behind the last one: never always 1, so that no test can count on it.
    pub(crate) fn id_step(&mut self) -> i64 {
        self.things.i64(1..=7)
    }

    /// A text of letters and digits.
    pub(crate) fn text(&mut self, length: usize) -> String {
        (0..length).map(|_| self.things.alphanumeric()).collect()
    }

    pub(crate) fn bytes<const N: usize>(&mut self) -> [u8; N] {
        let mut bytes = [0; N];
        self.things.fill(&mut bytes);
        bytes
    }

    /// A number from 0 up to but not 1, by which faults strike.
    pub(crate) fn fault_chance(&mut self) -> f64 {
        self.faults.f64()
    }

    /// Bytes that a fault sends.
    pub(crate) fn fault_bytes(&mut self, length: usize) -> Vec<u8> {
        std::iter::repeat_with(|| self.faults.u8(..)).take(length).collect()
    }

    pub(crate) fn request_id(&mut self) -> String {
        format!("req_emu_{:016x}", self.requests.u64(..))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_seed_gives_the_same_values() {
        let (mut one, mut two, mut other) = (Randomness::new(7), Randomness::new(7), Randomness::new(8));
        let text = one.text(20);
        assert_eq!(text, two.text(20));
        assert_ne!(text, other.text(20));
        assert_eq!(one.request_id(), two.request_id());
    }

    #[test]
    fn request_ids_do_not_disturb_identifiers() {
        let (mut one, mut two) = (Randomness::new(7), Randomness::new(7));
        one.request_id();
        assert_eq!(one.text(8), two.text(8));
    }

    #[test]
    fn a_stored_stream_goes_on() {
        let mut random = Randomness::new(7);
        random.text(5);
        let text = serde_json::to_string(&random).unwrap();
        let mut again: Randomness = serde_json::from_str(&text).unwrap();
        assert_eq!((again.text(9), again.request_id()), (random.text(9), random.request_id()));
    }

    #[test]
    fn steps_stay_in_their_range() {
        let mut random = Randomness::new(1);
        assert!((0..200).map(|_| random.id_step()).all(|step| (1..=7).contains(&step)));
    }
}
