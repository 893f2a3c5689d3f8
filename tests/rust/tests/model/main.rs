//! Random changes under random faults, beside a small model of what has to come of them: nothing is lost, nothing doubled.
//!
//! `MODEL_OPERATIONS` and `MODEL_SEED` say how many and which; a few seconds' worth, from a seed of chance, if not given. The
//! seed decides what is called and which faults the emulator has; how the two meet depends on the machine as well.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    missing_docs,
    unreachable_pub
)]

mod app;
mod figures;
mod members;
mod world;

use std::env;
use std::thread;

use figures::Figures;
use world::World;

/// After so many an emulator and its model make way for new ones: what was deleted is kept and makes everything slow.
const PER_WORLD: u64 = 2_500;
const AT_ONCE: u64 = 2;

fn setting(name: &str) -> Option<u64> {
    env::var(name).ok().map(|text| text.parse().unwrap_or_else(|_| panic!("{name} has to be a number")))
}

#[test]
fn every_change_happens_once() {
    let wanted = setting("MODEL_OPERATIONS").unwrap_or(500);
    let seed = setting("MODEL_SEED").unwrap_or_else(|| fastrand::u64(..) >> 16);
    println!("MODEL_SEED={seed} MODEL_OPERATIONS={wanted}");
    let share = wanted.div_ceil(AT_ONCE);
    let players: Vec<_> = (0..AT_ONCE)
        .map(|player| {
            thread::spawn(move || {
                let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
                let mut figures = Figures::default();
                while figures.operations < share {
                    let number = player << 32 | figures.operations;
                    let some = PER_WORLD.min(share - figures.operations);
                    figures.add(&runtime.block_on(World::new(seed ^ number).play(some)));
                }
                figures
            })
        })
        .collect();
    let mut figures = Figures::default();
    for player in players {
        figures.add(&player.join().expect("the model and the emulator agree"));
    }
    println!("MODEL {}", figures.to_json(seed));
    assert_eq!((figures.lost, figures.doubled), (0, 0));
    assert!(figures.operations >= wanted);
    // It could not fail otherwise.
    assert!(figures.dropped_after_commit * 25 > wanted, "hardly any answer was lost: {figures:?}");
}
