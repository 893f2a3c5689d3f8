//! Server-sent events, as far as chats need them: the data of each event.

/// Longer lines are no event of a chat.
const LONGEST: usize = 1024 * 1024;

/// Cuts a stream of bytes into the data of its events.
#[derive(Debug, Default)]
pub(super) struct Events {
    rest: Vec<u8>,
}

/// A line that is longer than any that is expected.
#[derive(Debug, PartialEq)]
pub(super) struct TooLong;

impl Events {
    /// Takes in bytes, and gives the data of the lines that are whole now.
    pub(super) fn push(&mut self, bytes: &[u8]) -> Result<Vec<String>, TooLong> {
        self.rest.extend_from_slice(bytes);
        let mut found = Vec::new();
        while let Some(end) = self.rest.iter().position(|byte| *byte == b'\n') {
            let line: Vec<u8> = self.rest.drain(..=end).collect();
            found.extend(data(&line));
        }
        if self.rest.len() > LONGEST { Err(TooLong) } else { Ok(found) }
    }

    /// What a last line without an end holds.
    pub(super) fn finish(&mut self) -> Option<String> {
        data(&std::mem::take(&mut self.rest))
    }
}

/// The data of a line; a chat's events have one line each.
fn data(line: &[u8]) -> Option<String> {
    let text = String::from_utf8_lossy(line);
    let text = text.trim_end_matches(['\n', '\r']).strip_prefix("data:")?;
    Some(text.strip_prefix(' ').unwrap_or(text).to_owned()).filter(|data| !data.is_empty())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const STREAM: &str = ": hello\r\nevent: x\ndata: {\"a\":1}\r\n\ndata:two\n\ndata: [DONE]\n\n";

    #[test]
    fn events_are_found_wherever_the_bytes_are_cut() {
        for size in 1..STREAM.len() {
            let mut events = Events::default();
            let chunks = STREAM.as_bytes().chunks(size);
            let found: Vec<String> = chunks.flat_map(|chunk| events.push(chunk).unwrap()).collect();
            assert_eq!(found, ["{\"a\":1}", "two", "[DONE]"], "{size}");
            assert_eq!(events.finish(), None);
        }
    }

    #[test]
    fn a_last_line_counts_and_one_without_end_is_refused() {
        let mut events = Events::default();
        assert_eq!(events.push(b"data: half").unwrap(), Vec::<String>::new());
        assert_eq!(events.finish().as_deref(), Some("half"));
        assert_eq!(Events::default().push(&vec![b'x'; LONGEST + 1]), Err(TooLong));
    }

    proptest! {
        #[test]
        fn any_bytes_are_taken(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
            let mut events = Events::default();
            prop_assert!(events.push(&bytes).is_ok());
            events.finish();
        }
    }
}
