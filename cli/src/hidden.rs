//! A line that is typed at the terminal and not shown.

use std::io;
use std::time::Duration;

use crossterm::event::{self, Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers};
use crossterm::terminal::{disable_raw_mode, enable_raw_mode};

use crate::cancel::Cancel;

/// How often it is looked whether to stop.
const LOOK: Duration = Duration::from_millis(50);

/// Reads a line. However it ends, the terminal shows again what is typed.
///
/// # Errors
///
/// `Interrupted` after Ctrl-C or when the command is cancelled, `UnexpectedEof` after Ctrl-D.
pub(crate) fn read_line(cancel: &Cancel) -> io::Result<String> {
    let _hidden = Hidden::begin()?;
    let mut line = String::new();
    while !cancel.is_cancelled() {
        if !event::poll(LOOK)? {
            continue;
        }
        let Event::Key(key) = event::read()? else { continue };
        match typed(key) {
            Typed::Letter(letter) => line.push(letter),
            Typed::Back => drop(line.pop()),
            Typed::Anew => line.clear(),
            Typed::Enter => return Ok(line),
            Typed::End if line.is_empty() => return Err(io::ErrorKind::UnexpectedEof.into()),
            Typed::Interrupt => break,
            Typed::End | Typed::Nothing => {}
        }
    }
    Err(io::ErrorKind::Interrupted.into())
}

/// While this lives, the terminal hands over each key and shows nothing.
struct Hidden;

impl Hidden {
    fn begin() -> io::Result<Self> {
        enable_raw_mode()?;
        Ok(Self)
    }
}

impl Drop for Hidden {
    fn drop(&mut self) {
        // Nothing more can be done for a terminal that does not even take this.
        let _ = disable_raw_mode();
    }
}

/// What a key means in a line.
#[derive(Debug, PartialEq)]
enum Typed {
    Letter(char),
    Back,
    Anew,
    Enter,
    End,
    Interrupt,
    Nothing,
}

fn typed(key: KeyEvent) -> Typed {
    if key.kind == KeyEventKind::Release {
        return Typed::Nothing;
    }
    // AltGr, which letters on many keyboards need, is both at once.
    let is_command =
        key.modifiers.contains(KeyModifiers::CONTROL) && !key.modifiers.contains(KeyModifiers::ALT);
    match key.code {
        KeyCode::Enter => Typed::Enter,
        KeyCode::Backspace => Typed::Back,
        KeyCode::Tab => Typed::Letter('\t'),
        KeyCode::Char('c') if is_command => Typed::Interrupt,
        KeyCode::Char('d') if is_command => Typed::End,
        KeyCode::Char('u') if is_command => Typed::Anew,
        KeyCode::Char('h') if is_command => Typed::Back,
        // How a terminal tells of a line end that was pasted.
        KeyCode::Char('j' | 'm') if is_command => Typed::Enter,
        KeyCode::Char(letter) if !is_command => Typed::Letter(letter),
        _ => Typed::Nothing,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_letters_or_commands() {
        let key = |letter, modifiers| typed(KeyEvent::new(KeyCode::Char(letter), modifiers));
        assert_eq!(key('c', KeyModifiers::NONE), Typed::Letter('c'));
        assert_eq!(key('Ä', KeyModifiers::SHIFT), Typed::Letter('Ä'));
        assert_eq!(key('@', KeyModifiers::CONTROL | KeyModifiers::ALT), Typed::Letter('@'));
        assert_eq!(key('c', KeyModifiers::CONTROL), Typed::Interrupt);
        assert_eq!(key('d', KeyModifiers::CONTROL), Typed::End);
        assert_eq!(key('j', KeyModifiers::CONTROL), Typed::Enter);
        assert_eq!(key('x', KeyModifiers::CONTROL), Typed::Nothing);
        let release = KeyEvent::new_with_kind(KeyCode::Enter, KeyModifiers::NONE, KeyEventKind::Release);
        assert_eq!(typed(release), Typed::Nothing);
    }
}
