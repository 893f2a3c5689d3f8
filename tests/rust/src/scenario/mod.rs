//! Scenarios: what they say, the emulator and the client that they ask for, and their steps, one by one.

mod format;
mod play;
mod stage;
mod variables;

pub use format::{Action, Call, Scenario, Step};
pub use play::play;
pub use variables::Variables;
