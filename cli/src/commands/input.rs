//! Texts that commands take from files, standard input, the environment or a prompt.

use std::fs;
use std::io;

use spice_cloud::Secret;

use crate::context::Context;
use crate::failure::Failure;

/// A text from a file, or from standard input for `-`.
pub(crate) fn text(context: &mut Context<'_>, file: &str) -> Result<String, Failure> {
    let bytes = if file == "-" { rest_of_input(context)? } else { bytes(file)? };
    String::from_utf8(bytes).map_err(|_| Failure::usage(format!("{} is no UTF-8 text", named(file))))
}

/// A spicepod, as YAML text.
pub(crate) fn spicepod(context: &mut Context<'_>, file: &str) -> Result<String, Failure> {
    let text = text(context, file)?;
    match serde_norway::from_str::<serde_norway::Value>(&text) {
        Ok(serde_norway::Value::Mapping(_)) => Ok(text),
        Ok(_) => Err(Failure::usage(format!("{} is no spicepod: there are no keys at the top", named(file)))),
        Err(error) => Err(Failure::usage(format!("{} is no YAML: {error}", named(file)))),
    }
}

/// The value of a secret from a file, without a line end at its end.
pub(crate) fn secret_of_file(file: &str) -> Result<Secret, Failure> {
    secret(bytes(file)?)
}

/// The value of a secret from a variable of the environment, as it is.
pub(crate) fn secret_of_variable(context: &Context<'_>, name: &str) -> Result<Secret, Failure> {
    let value = context.io.variable(name).ok_or_else(|| Failure::usage(format!("{name} is not set")))?;
    // The text itself must not get into an error.
    let value = value.into_string().map_err(|_| Failure::usage(format!("{name} is no UTF-8 text")))?;
    Ok(Secret::from(value))
}

/// The value of a secret from a prompt that does not show it, or else from standard input.
pub(crate) fn secret_of_input(context: &mut Context<'_>, name: &str) -> Result<Secret, Failure> {
    if !context.io.stdin_is_terminal {
        return secret(rest_of_input(context)?);
    }
    let _ = write!(context.io.stderr, "Value of {name} (not shown): ");
    let _ = context.io.stderr.flush();
    let value = (context.io.read_hidden)();
    let _ = writeln!(context.io.stderr);
    match value {
        Ok(value) => secret(value.into_bytes()),
        Err(error) if error.kind() == io::ErrorKind::Interrupted => Err(Failure::interrupted()),
        Err(error) if error.kind() == io::ErrorKind::UnexpectedEof => Err(Failure::declined()),
        Err(error) => Err(Failure::local(format!("the value could not be read: {error}"))),
    }
}

/// Editors and `echo` end a text with a line end that nobody means to be part of a password.
fn secret(bytes: Vec<u8>) -> Result<Secret, Failure> {
    let mut value = String::from_utf8(bytes).map_err(|_| Failure::usage("the value is no UTF-8 text"))?;
    if value.ends_with('\n') {
        value.pop();
        if value.ends_with('\r') {
            value.pop();
        }
    }
    if value.is_empty() {
        return Err(Failure::usage("the value is empty"));
    }
    Ok(Secret::from(value))
}

fn bytes(file: &str) -> Result<Vec<u8>, Failure> {
    fs::read(file).map_err(|error| Failure::usage(format!("{file} cannot be read: {error}")))
}

fn rest_of_input(context: &mut Context<'_>) -> Result<Vec<u8>, Failure> {
    let mut bytes = Vec::new();
    let read = context.io.stdin.read_to_end(&mut bytes);
    if context.cancel.is_cancelled() {
        return Err(Failure::interrupted());
    }
    read.map_err(|error| Failure::local(format!("standard input cannot be read: {error}")))?;
    Ok(bytes)
}

fn named(file: &str) -> &str {
    if file == "-" { "standard input" } else { file }
}

#[cfg(test)]
mod tests {
    use super::secret;

    #[test]
    fn one_line_end_is_left_out() {
        for (given, kept) in [("a", "a"), ("a\n", "a"), ("a\r\n", "a"), ("a\n\n", "a\n"), (" a \n", " a ")] {
            assert_eq!(secret(given.into()).unwrap().reveal(), kept);
        }
        for empty in ["", "\n", "\r\n"] {
            assert!(secret(empty.into()).is_err(), "{empty:?}");
        }
        assert!(secret(vec![0xff]).is_err());
    }
}
