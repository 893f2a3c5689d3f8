//! The native libraries as they are given away, built before the steps that make packages of them. Most of the time goes into
//! linking, which one core does alone: so two are built beside each other, in folders of their own, which cargo locks. Nothing is
//! timed meanwhile.

use std::path::Path;
use std::thread;

use super::{Ran, one, step};
use crate::faces::Face;
use crate::native::{self, Build};
use crate::{node, python};

type Work = fn(&Path) -> Result<(), String>;

/// What is built for a face: first what has a folder of its own, then what shares one.
fn builds(face: Face) -> (Vec<Work>, Vec<Work>) {
    match face {
        Face::Rust | Face::Swift => (vec![], vec![]),
        Face::Python => (vec![wheel], vec![]),
        Face::Node => (vec![], vec![addon]),
        Face::Kotlin => (vec![phones], vec![jar]),
    }
}

/// Builds what these faces give away. Whoever makes a package of it finds it built.
pub(super) fn run(root: &Path, faces: impl Iterator<Item = Face>, ran: &mut Ran) {
    let (mut first, mut second) = (Vec::new(), Vec::new());
    for face in faces {
        let (own, others) = builds(face);
        first.extend(own);
        second.extend(others);
    }
    if first.len() + second.len() < 2 {
        return;
    }
    let both = || {
        thread::scope(|scope| {
            let beside = scope.spawn(|| all(root, &first));
            let done = all(root, &second);
            done.and(beside.join().unwrap_or_else(|_| Err("a thread of the build panicked".to_owned())))
        })
    };
    ran.outcomes.push(step("libraries as they are given away", || one(both())));
}

fn all(root: &Path, builds: &[Work]) -> Result<(), String> {
    builds.iter().try_for_each(|build| build(root))
}

fn wheel(root: &Path) -> Result<(), String> {
    let venv = python::environment(root).map_err(crate::venv::Missing::words)?;
    python::make(root, &venv, &python::Options::default()).map(drop)
}

fn addon(root: &Path) -> Result<(), String> {
    node::environment(root)?;
    node::native(root, &node::Options::default()).map(drop)
}

fn jar(root: &Path) -> Result<(), String> {
    native::library(root, Build::Published).map(drop)
}

fn phones(root: &Path) -> Result<(), String> {
    native::library(root, Build::Mobile).map(drop)
}
