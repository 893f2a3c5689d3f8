//! The command line of Spice.ai Cloud, as a function.
//!
//! [`run`] does what the command `spice-cloud` does, on streams that it is given: it installs no signal handler, does not
//! end the process and prints nowhere else. [`run_on_stdio`] gives it the streams of the process; a launcher adds only
//! what turns Ctrl-C into [`Cancel::cancel`].
//!
//! Neither may be called from inside a tokio runtime: they wait for what they do.

mod args;
mod attempts;
mod cancel;
mod closest;
mod commands;
mod context;
mod demo;
mod dispatch;
mod exit;
mod failure;
mod global;
mod hidden;
mod hints;
mod io;
mod mask;
mod output;
mod planned;
mod process;
mod progress;
mod run;
mod sources;
mod values;

pub use cancel::Cancel;
pub use io::Io;
pub use process::run_on_stdio;
pub use run::run;
