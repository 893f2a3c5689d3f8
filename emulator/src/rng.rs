//! Seeded randomness: the same seed gives the same identifiers, keys and request ids.

/// Two streams, so that a repeated request takes a new request id and leaves the identifiers of what it creates alone.
#[derive(Clone, Debug)]
pub(crate) struct Randomness {
    things: fastrand::Rng,
    requests: fastrand::Rng,
}

impl Randomness {
    pub(crate) fn new(seed: u64) -> Self {
        Self { things: fastrand::Rng::with_seed(seed), requests: fastrand::Rng::with_seed(!seed) }
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
    fn steps_stay_in_their_range() {
        let mut random = Randomness::new(1);
        assert!((0..200).map(|_| random.id_step()).all(|step| (1..=7).contains(&step)));
    }
}
