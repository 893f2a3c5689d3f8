//! What the tests of all languages share, as the Rust runner needs it: scenarios are read, played through the public
//! interface of both clients, and compared.

pub mod answer;
pub mod call;
pub mod files;
pub mod matching;
pub mod record;
pub mod scenario;

#[cfg(doctest)]
#[doc = include_str!("../../../README.md")]
struct Readme;
