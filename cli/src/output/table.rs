//! Tables for people.

use comfy_table::{
    Attribute, Cell as Inner, Color, ColumnConstraint, ContentArrangement, TableStyle, presets,
};

use super::plain;

/// How wide a table with lines is where no terminal sets a limit: it is for reading, not for taking apart.
const WIDE: u16 = 120;

/// A column that is not longer than this stays whole where there is room.
const SHORT: u16 = 20;
/// There is room as long as this is left for each of the others.
const LEAST: u16 = 12;

/// What the terminal that shows a table can do.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Look {
    /// Whether there may be colours.
    pub(crate) colours: bool,
    /// How many columns it has; without a number lines are as long as they are.
    pub(crate) columns: Option<u16>,
}

/// A field of a table.
#[derive(Clone, Debug)]
pub(crate) struct Cell {
    text: String,
    colour: Option<Color>,
    to_the_right: bool,
}

impl Cell {
    /// A text. What could disturb a terminal is taken out.
    pub(crate) fn new(text: impl AsRef<str>) -> Self {
        Self { text: plain(text.as_ref()), colour: None, to_the_right: false }
    }

    /// Several lines.
    pub(crate) fn lines(lines: &[String]) -> Self {
        let lines: Vec<String> = lines.iter().map(|line| plain(line)).collect();
        Self { text: lines.join("\n"), colour: None, to_the_right: false }
    }

    /// A text that may be missing.
    pub(crate) fn maybe<T: ToString>(value: Option<T>) -> Self {
        Self::new(value.map(|value| value.to_string()).unwrap_or_default())
    }

    /// A number, or what stands in a column of numbers.
    pub(crate) fn number(value: impl std::fmt::Display) -> Self {
        Self { to_the_right: true, ..Self::new(format!("{value}")) }
    }

    /// A word that says how something stands, in the colour for it.
    pub(crate) fn status(word: &str) -> Self {
        let colour = match word {
            "succeeded" | "ok" => Some(Color::Green),
            "failed" => Some(Color::Red),
            "queued" | "in_progress" => Some(Color::Yellow),
            _ => None,
        };
        Self { colour, ..Self::new(word) }
    }
}

/// Rows under a header, or beside labels.
#[derive(Clone, Debug, Default)]
pub(crate) struct Table {
    titles: Vec<String>,
    rows: Vec<Vec<Cell>>,
    lines: bool,
}

impl Table {
    /// A table with a header.
    pub(crate) fn new(header: &'static [&'static str]) -> Self {
        Self { titles: header.iter().map(|title| (*title).to_owned()).collect(), ..Self::default() }
    }

    /// A table whose header is not known beforehand.
    pub(crate) fn of<'a>(header: impl Iterator<Item = &'a str>) -> Self {
        Self { titles: header.map(plain).collect(), ..Self::default() }
    }

    /// A table with lines around and between.
    pub(crate) fn with_lines(self) -> Self {
        Self { lines: true, ..self }
    }

    /// One thing: what is known about it, one line each.
    pub(crate) fn details() -> Self {
        Self::default()
    }

    /// Adds a row.
    pub(crate) fn row(&mut self, cells: impl IntoIterator<Item = Cell>) {
        self.rows.push(cells.into_iter().collect());
    }

    /// Adds what is known about a thing, unless nothing is.
    pub(crate) fn fact(&mut self, label: &str, cell: Cell) {
        if !cell.text.is_empty() {
            self.row([Cell::new(label), cell]);
        }
    }

    /// The table as text, with a line end after each row.
    pub(crate) fn render(&self, look: Look) -> String {
        let mut table = comfy_table::Table::new();
        table.load_style(self.style());
        // Only what this function is told decides how the table looks, not the streams of the process.
        table.force_no_tty();
        if look.colours {
            table.enforce_styling();
        }
        if let Some(columns) = look.columns.or(self.lines.then_some(WIDE)) {
            table.set_content_arrangement(ContentArrangement::Dynamic).set_width(columns);
        }
        if !self.titles.is_empty() {
            table
                .set_header(self.titles.iter().map(|title| Inner::new(title).add_attribute(Attribute::Bold)));
        }
        for row in &self.rows {
            table.add_row(row.iter().map(inner));
        }
        if !self.lines {
            for column in table.column_iter_mut() {
                column.set_padding((0, 2));
            }
            keep_short_columns_whole(&mut table, look);
        }
        let text = table.trim_fmt();
        if text.is_empty() { text } else { text + "\n" }
    }

    fn style(&self) -> TableStyle {
        if self.lines { presets::UTF8_FULL_CONDENSED.with_rounded_corners() } else { presets::NOTHING }
    }
}

/// Where only some columns have to be broken, numbers, times and words should not be.
fn keep_short_columns_whole(table: &mut comfy_table::Table, look: Look) {
    let widths = table.column_max_content_widths();
    let together: u16 = widths.iter().map(|&width| 2 + if width <= SHORT { width } else { LEAST }).sum();
    if look.columns.is_none_or(|columns| together > columns) {
        return;
    }
    for (column, width) in table.column_iter_mut().zip(widths) {
        if width <= SHORT {
            column.set_constraint(ColumnConstraint::ContentWidth);
        }
    }
}

fn inner(cell: &Cell) -> Inner {
    let mut inner = Inner::new(&cell.text);
    if let Some(colour) = cell.colour {
        inner = inner.fg(colour);
    }
    if cell.to_the_right {
        inner = inner.set_alignment(comfy_table::CellAlignment::Right);
    }
    inner
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table() -> Table {
        let mut table = Table::new(&["ID", "STATUS"]);
        table.row([Cell::number(7), Cell::status("failed")]);
        table.row([Cell::number(12), Cell::status("succeeded")]);
        table
    }

    #[test]
    fn a_table_is_aligned_and_plain() {
        assert_eq!(table().render(Look::default()), "ID  STATUS\n 7  failed\n12  succeeded\n");
    }

    #[test]
    fn colours_come_only_when_wanted() {
        let look = Look { colours: true, columns: Some(80) };
        assert!(table().render(look).contains("\u{1b}["));
        assert!(!table().render(Look { colours: false, ..look }).contains('\u{1b}'));
    }

    #[test]
    fn facts_that_are_not_known_are_left_out() {
        let mut table = Table::details();
        table.fact("name", Cell::new("sales-bi"));
        table.fact("cluster", Cell::maybe(None::<String>));
        assert_eq!(table.render(Look::default()), "name  sales-bi\n");
    }

    #[test]
    fn short_columns_stay_whole_beside_long_ones() {
        let mut table = Table::new(&["WHEN", "WHAT", "WHY"]);
        table.row([
            Cell::new("2026-11-20 10:30"),
            Cell::new("word ".repeat(20)),
            Cell::new("pod exceeds node"),
        ]);
        let text = table.render(Look { colours: false, columns: Some(70) });
        assert!(text.contains("2026-11-20 10:30") && text.contains("pod exceeds node"), "{text}");
        assert!(text.lines().all(|line| line.chars().count() <= 70), "{text}");
    }

    #[test]
    fn long_lines_fit_the_terminal() {
        let mut table = Table::new(&["A", "B"]);
        table.row([Cell::new("word ".repeat(30)), Cell::new("x")]);
        let text = table.render(Look { colours: false, columns: Some(40) });
        assert!(text.lines().all(|line| line.chars().count() <= 40), "{text}");
    }
}
