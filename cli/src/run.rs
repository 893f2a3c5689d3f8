//! From arguments to an exit code.

use std::ffi::{OsStr, OsString};
use std::io::Write;

use clap::error::ErrorKind;
use clap::{CommandFactory, Parser};
use spice_cloud::ErrorKind as SdkError;

use crate::args::{Asked, Cli, Command, wanted_format};
use crate::attempts::{self, Attempts};
use crate::cancel::Cancel;
use crate::commands::completions;
use crate::context::{Context, Done};
use crate::dispatch::dispatch;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::io::Io;
use crate::output::{Format, data};
use crate::planned::Plans;
use crate::sources::looked_at;

/// Runs a command and gives its exit code.
///
/// `args` begins with the name of the program, as [`std::env::args_os`] does. A raised `cancel` ends the command: the
/// emulator stops as asked (0), everything else is interrupted (130).
///
/// Exit codes: 0 ok, 1 error, 2 wrong use, 3 not authenticated, 4 not permitted, 5 not found, 6 conflict, 7 too many
/// requests, 8 deployment failed, 9 waited too long, 10 nobody knows whether it happened, 130 interrupted.
///
/// ```
/// use spice_cloud_cli::{Cancel, Io};
///
/// let (mut out, mut words) = (Vec::new(), Vec::new());
/// let io = Io {
///     stdin: &mut std::io::empty(),
///     stdout: &mut out,
///     stderr: &mut words,
///     stdin_is_terminal: false,
///     stdout_is_terminal: false,
///     stderr_is_terminal: false,
///     columns: None,
///     env: &|_| None,
///     read_hidden: &mut || Err(std::io::Error::other("there is no terminal")),
///     client: Default::default(),
/// };
/// let code = spice_cloud_cli::run(["spice-cloud", "--version"].map(Into::into), io, &Cancel::new());
/// assert_eq!(code, 0);
/// assert!(String::from_utf8_lossy(&out).starts_with("spice-cloud "));
/// ```
pub fn run(args: impl IntoIterator<Item = OsString>, mut io: Io<'_>, cancel: &Cancel) -> u8 {
    let args: Vec<OsString> = args.into_iter().collect();
    if let Some(shell) = io.variable(completions::VARIABLE) {
        return completed(&shell, &args, &mut io);
    }
    match Cli::try_parse_from(&args) {
        Ok(cli) => execute(cli, io, cancel).code(),
        Err(error) => misunderstood(&error, &args, &mut io).code(),
    }
}

/// Answers a shell that asks what could come next. Words would only disturb the line that somebody types.
fn completed(shell: &OsStr, args: &[OsString], io: &mut Io<'_>) -> u8 {
    let answer = completions::answer(shell, args, Cli::<Command>::command());
    let written =
        answer.is_some_and(|answer| io.stdout.write_all(&answer).and_then(|()| io.stdout.flush()).is_ok());
    if written { Exit::Ok.code() } else { Exit::Error.code() }
}

fn execute(cli: Cli<Asked>, mut io: Io<'_>, cancel: &Cancel) -> Exit {
    let runtime = match tokio::runtime::Builder::new_current_thread().enable_all().build() {
        Ok(runtime) => runtime,
        Err(error) => {
            let failure = Failure::local(format!("no runtime could be started: {error}"));
            return report(&failure, cli.global.output, io.stderr);
        }
    };
    let mut context = Context {
        attempts: attempts(&mut io),
        io,
        global: cli.global,
        cancel: cancel.clone(),
        runtime,
        plans: Plans::default(),
    };
    let done = dispatch(&mut context, cli.command);
    let planned = context.show_plans();
    context.tell_attempts();
    let Context { io, global, runtime, .. } = context;
    // A look-up of a name that is still under way must not keep the command from ending.
    runtime.shutdown_background();
    // Why the command failed matters more than that its plans could not be shown.
    match done.or_else(unless_dry_run).and(planned) {
        Ok(()) => Exit::Ok,
        Err(failure) => report(&advised(failure, &io), global.output, io.stderr),
    }
}

/// A change that was shown instead of sent is what was asked for.
fn unless_dry_run(failure: Failure) -> Done {
    if failure.kind() == Some(SdkError::DryRun) { Ok(()) } else { Err(failure) }
}

/// The lines about attempts that the environment asks for.
fn attempts(io: &mut Io<'_>) -> Attempts {
    let setting = io.variable(attempts::VARIABLE);
    let setting = setting.as_deref().and_then(OsStr::to_str).unwrap_or("off");
    let wanted = attempts::wanted(setting);
    if wanted.is_none() {
        // Without a place for words nobody would see the lines either.
        let _ = writeln!(io.stderr, "warning: {} can be debug, info or off", attempts::VARIABLE);
    }
    Attempts::new(wanted.unwrap_or_default())
}

/// Credentials that were refused may not be those that somebody thinks of.
fn advised(failure: Failure, io: &Io<'_>) -> Failure {
    match failure.kind() {
        Some(SdkError::AuthenticationError | SdkError::PermissionDenied) => {
            failure.with_further_hint(&looked_at(|name| io.variable(name).is_some()))
        }
        _ => failure,
    }
}

/// Tells about a failure, and gives the exit code that it means.
fn report(failure: &Failure, format: Format, stderr: &mut dyn Write) -> Exit {
    let words = match format {
        Format::Table => failure.to_text(),
        _ if failure.message().is_empty() => String::new(),
        format => data(format, &failure.to_json()).unwrap_or_default(),
    };
    // Without a place for words the exit code has to say it.
    let _ = stderr.write_all(words.as_bytes()).and_then(|()| stderr.flush());
    failure.exit()
}

/// Shows help or the version, or says what is wrong with the command line.
fn misunderstood(error: &clap::Error, args: &[OsString], io: &mut Io<'_>) -> Exit {
    let styled = error.render();
    if matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion) {
        let text = if io.has_colours() { styled.ansi().to_string() } else { styled.to_string() };
        let written = io.stdout.write_all(text.as_bytes()).and_then(|()| io.stdout.flush());
        return written
            .map_or_else(|error| report(&Failure::output(&error), Format::Table, io.stderr), |()| Exit::Ok);
    }
    let texts = args.iter().filter_map(|arg| arg.to_str());
    let format = wanted_format(texts);
    if format != Format::Table {
        let text = styled.to_string();
        let message = text.trim().trim_start_matches("error: ");
        return report(&Failure::usage(message), format, io.stderr);
    }
    let text = if io.can_animate() && io.variable("NO_COLOR").is_none() {
        styled.ansi().to_string()
    } else {
        styled.to_string()
    };
    // Without a place for words the exit code has to say it.
    let _ = io.stderr.write_all(text.as_bytes()).and_then(|()| io.stderr.flush());
    Exit::Usage
}
