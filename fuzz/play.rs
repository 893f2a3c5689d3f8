//! Plays the corpus of a target, and changes of it: for the unit tests of the crates that have one.

use std::panic::{RefUnwindSafe, catch_unwind};
use std::path::Path;
use std::time::{Duration, Instant};

use fastrand::Rng;

/// Gives a target its whole corpus, and then changes of it for a second.
pub(crate) fn play(name: &str, target: impl Fn(&[u8]) + RefUnwindSafe) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../fuzz/corpus").join(name);
    let corpus: Vec<Vec<u8>> = std::fs::read_dir(&folder)
        .unwrap_or_else(|error| panic!("{}: {error}", folder.display()))
        .map(|file| std::fs::read(file.unwrap().path()).unwrap())
        .collect();
    assert!(corpus.len() >= 5, "{name} has a corpus");
    for data in &corpus {
        target(data);
    }
    let (mut rng, began) = (Rng::new(), Instant::now());
    while began.elapsed() < Duration::from_secs(1) {
        let data = changed(&corpus, &mut rng);
        assert!(catch_unwind(|| target(&data)).is_ok(), "{name} fails with {data:?}");
    }
}

fn changed(corpus: &[Vec<u8>], rng: &mut Rng) -> Vec<u8> {
    let mut data = corpus[rng.usize(..corpus.len())].clone();
    for _ in 0..rng.usize(1..8) {
        let at = rng.usize(..=data.len());
        match rng.u8(..4) {
            0 => data.insert(at, rng.u8(..)),
            1 if at < data.len() => data[at] ^= 1 << rng.u8(..8),
            2 if at < data.len() => drop(data.remove(at)),
            _ => {
                let other = &corpus[rng.usize(..corpus.len())];
                data.truncate(at);
                data.extend_from_slice(&other[other.len() / 2..]);
            }
        }
    }
    data
}
