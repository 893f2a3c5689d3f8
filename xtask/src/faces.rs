//! The languages of the SDK: where each lives in the checkout, and what it needs on the machine.

use std::path::Path;
use std::process::{Command, Stdio};

use clap::ValueEnum;

use crate::swift::CAN_PREPARE;

/// A language that the SDK speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Face {
    /// The core, the emulator, the command line and what all languages share.
    Rust,
    /// The Python package.
    Python,
    /// The npm package.
    Node,
    /// The Kotlin library.
    Kotlin,
    /// The Swift package.
    Swift,
}

/// Whether a face can be tested here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Standing {
    /// Its folder and its toolchain are here.
    Ready,
    /// Its folder is here, its toolchain is not.
    NoToolchain,
    /// Its folder is not in this checkout yet.
    NotHere,
}

/// What the table says of one face.
struct Row {
    name: &'static str,
    folder: &'static str,
    /// A command that succeeds where the toolchain is installed.
    probe: &'static [&'static str],
    /// Another that succeeds where we can get it ourselves.
    otherwise: &'static [&'static str],
    how_to_get: &'static str,
}

impl Face {
    /// Every face, in the order in which they are tested.
    pub(crate) const ALL: [Self; 5] = [Self::Rust, Self::Python, Self::Node, Self::Kotlin, Self::Swift];

    const fn row(self) -> Row {
        match self {
            Self::Rust => Row {
                name: "rust",
                folder: "core",
                probe: &["cargo", "--version"],
                otherwise: &[],
                how_to_get: "install Rust from https://rustup.rs",
            },
            Self::Python => Row {
                name: "python",
                folder: "bindings-python",
                probe: &["python3", "--version"],
                otherwise: &[],
                how_to_get: "install CPython 3.10 or newer from https://www.python.org/downloads",
            },
            Self::Node => Row {
                name: "node",
                folder: "bindings-node",
                // Older ones lack what the package is compiled for.
                probe: &[
                    "node",
                    "--eval",
                    "process.exit(Number(process.versions.node.split('.')[0]) < 20 ? 1 : 0)",
                ],
                otherwise: &[],
                how_to_get: "install Node.js 20 or newer from https://nodejs.org",
            },
            Self::Kotlin => Row {
                name: "kotlin",
                folder: "bindings-uniffi/kotlin",
                probe: &["mvn", "--version"],
                otherwise: &[],
                how_to_get: "install a JDK from https://adoptium.net, 17 or newer, and Maven from https://maven.apache.org",
            },
            Self::Swift => Row {
                name: "swift",
                folder: "bindings-uniffi/swift",
                probe: &["swift", "--version"],
                otherwise: CAN_PREPARE,
                how_to_get: "install Swift 6 from https://www.swift.org/install, or run this as root on Debian or one of its relatives",
            },
        }
    }

    /// The name that is typed.
    pub(crate) const fn name(self) -> &'static str {
        self.row().name
    }

    /// How to get the toolchain.
    pub(crate) const fn how_to_get(self) -> &'static str {
        self.row().how_to_get
    }

    /// Looks at the checkout first, then at the machine.
    pub(crate) fn standing(self, root: &Path) -> Standing {
        self.standing_with(root, answers)
    }

    fn standing_with(self, root: &Path, answers: impl Fn(&[&str]) -> bool) -> Standing {
        let row = self.row();
        if !root.join(row.folder).is_dir() {
            Standing::NotHere
        } else if answers(row.probe) || answers(row.otherwise) {
            Standing::Ready
        } else {
            Standing::NoToolchain
        }
    }
}

/// Whether a command exists and succeeds.
fn answers(probe: &[&str]) -> bool {
    let Some((program, arguments)) = probe.split_first() else { return false };
    Command::new(program)
        .args(arguments)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .is_ok_and(|status| status.success())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_checkout_is_looked_at_before_the_machine() {
        let empty = tempfile::tempdir().unwrap();
        for face in Face::ALL {
            let standing = face.standing_with(empty.path(), |_| panic!("{} was probed", face.name()));
            assert_eq!(standing, Standing::NotHere);
        }
    }

    #[test]
    fn a_face_stands_as_its_toolchain_does() {
        let root = tempfile::tempdir().unwrap();
        for face in Face::ALL {
            std::fs::create_dir_all(root.path().join(face.row().folder)).unwrap();
            assert_eq!(face.standing_with(root.path(), |_| true), Standing::Ready);
            assert_eq!(face.standing_with(root.path(), |_| false), Standing::NoToolchain);
        }
    }

    #[test]
    fn probes_are_run() {
        assert!(answers(&["cargo", "--version"]));
        assert!(!answers(&["cargo", "no-such-command-of-cargo"]));
        assert!(!answers(&["no-such-program-anywhere"]));
        assert!(!answers(&[]));
    }

    #[test]
    fn names_are_what_is_typed() {
        for face in Face::ALL {
            assert_eq!(face.to_possible_value().unwrap().get_name(), face.name());
        }
    }
}
