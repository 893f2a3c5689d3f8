//! How results look: tables for people, JSON and YAML for programs.

mod data;
mod table;
mod time;

pub(crate) use data::{data, list};
pub(crate) use table::{Cell, Look, Table};
pub(crate) use time::{moment, took};

/// How data is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, clap::ValueEnum)]
pub(crate) enum Format {
    /// Tables, for people.
    #[default]
    Table,
    /// JSON, for programs.
    Json,
    /// JSON, one compact object a line; lists come item by item as they arrive.
    Jsonl,
    /// YAML, for programs.
    Yaml,
}

/// Text from elsewhere, without anything that could move a terminal's cursor or colour what follows.
pub(crate) fn plain(text: &str) -> String {
    text.trim_end().chars().map(|letter| if letter.is_control() { ' ' } else { letter }).collect()
}

#[cfg(test)]
mod tests {
    use super::plain;

    #[test]
    fn terminals_take_no_orders_from_data() {
        assert_eq!(plain("a\u{1b}[31mred\u{9b}0m\r\n"), "a [31mred 0m");
    }
}
