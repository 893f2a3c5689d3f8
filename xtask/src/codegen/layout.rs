//! Lines of Python as a formatter would break them: what does not fit gets each of its parts on a line of its own.

/// How long a line of Python may be.
pub(super) const WIDTH: usize = 100;

/// A piece of a statement.
#[derive(Clone, Debug)]
enum Part {
    Text(String),
    Brackets { open: char, items: Vec<Vec<Part>> },
}

/// A statement, indented, on one line if it fits. Otherwise what is in its last brackets, or in the first ones of a
/// `def`, stands below each other with a comma after each, and so on inside. White space and final commas that it has do
/// not count.
pub(super) fn statement(source: &str, indent: usize) -> Result<String, String> {
    let mut letters = source.trim().chars().peekable();
    let parts = read(&mut letters, None).map_err(|problem| format!("{problem}: {source}"))?;
    Ok(lines(&parts.concat(), indent, ""))
}

type Letters<'s> = std::iter::Peekable<std::str::Chars<'s>>;

/// Reads what is separated by commas, up to the closing bracket. Outside of brackets a comma is a letter like any other.
fn read(letters: &mut Letters<'_>, close: Option<char>) -> Result<Vec<Vec<Part>>, String> {
    let mut items = Vec::new();
    let mut item: Vec<Part> = Vec::new();
    loop {
        match letters.next() {
            letter if letter == close => break,
            None => return Err("a bracket is not closed".to_owned()),
            Some(',') if close.is_some() => items.push(std::mem::take(&mut item)),
            Some(quote @ '"') => {
                push(&mut item, quote);
                text(letters, &mut item)?;
            }
            Some(open @ ('(' | '[' | '{')) => {
                item.push(Part::Brackets { open, items: read(letters, Some(closing(open)))? });
            }
            Some(')' | ']' | '}') => return Err("a bracket is closed that is not open".to_owned()),
            Some(space) if space.is_whitespace() => {
                // One space between words, none at either end.
                let ends = letters.peek().is_none_or(|next| next.is_whitespace() || close == Some(*next));
                if !item.is_empty() && !ends && letters.peek() != Some(&',') {
                    push(&mut item, ' ');
                }
            }
            Some(letter) => push(&mut item, letter),
        }
    }
    if !item.is_empty() {
        items.push(item);
    }
    items.retain(|item| !item.is_empty());
    Ok(items)
}

/// The rest of a text in quotes, as it stands.
fn text(letters: &mut Letters<'_>, item: &mut Vec<Part>) -> Result<(), String> {
    loop {
        let letter = letters.next().ok_or("a text is not closed")?;
        push(item, letter);
        match letter {
            '"' => return Ok(()),
            '\\' => push(item, letters.next().ok_or("a text is not closed")?),
            _ => {}
        }
    }
}

fn push(item: &mut Vec<Part>, letter: char) {
    if let Some(Part::Text(text)) = item.last_mut() {
        text.push(letter);
    } else {
        item.push(Part::Text(letter.to_string()));
    }
}

fn closing(open: char) -> char {
    match open {
        '(' => ')',
        '[' => ']',
        _ => '}',
    }
}

/// All on one line.
fn line(parts: &[Part]) -> String {
    let mut line = String::new();
    for part in parts {
        match part {
            Part::Text(text) => line.push_str(text),
            Part::Brackets { open, items } => {
                let items: Vec<String> = items.iter().map(|item| self::line(item)).collect();
                line.push(*open);
                line.push_str(&items.join(", "));
                line.push(closing(*open));
            }
        }
    }
    line
}

fn lines(parts: &[Part], indent: usize, end: &str) -> String {
    let pad = " ".repeat(indent);
    let whole = format!("{pad}{}{end}", line(parts));
    if whole.chars().count() <= WIDTH {
        return whole;
    }
    let holds = |part: &Part| matches!(part, Part::Brackets { items, .. } if !items.is_empty());
    let is_head = line(parts).split_whitespace().take(2).any(|word| word == "def");
    let place = if is_head { parts.iter().position(holds) } else { parts.iter().rposition(holds) };
    let Some(place) = place else { return whole };
    let Part::Brackets { open, items } = &parts[place] else { return whole };
    let inner: Vec<String> = items.iter().map(|item| lines(item, indent + 4, ",")).collect();
    let (before, after) = (line(&parts[..place]), line(&parts[place + 1..]));
    format!("{pad}{before}{open}\n{}\n{pad}{}{after}{end}", inner.join("\n"), closing(*open))
}

#[cfg(test)]
mod tests {
    use super::statement;

    #[test]
    fn what_fits_stays_on_one_line() {
        let source = "def get(self,\n    app: int | App,\n\n) -> builtins.list[App]:";
        let expected = "    def get(self, app: int | App) -> builtins.list[App]:";
        assert_eq!(statement(source, 4).unwrap(), expected);
    }

    #[test]
    fn what_does_not_fit_is_broken_at_its_brackets_and_inside_if_need_be() {
        let long = "x".repeat(60);
        let source = format!("call(\"a, (b\", path={{\"{long}\": f(1, 2), \"{long}\": None}})");
        let expected = format!(
            "call(\n    \"a, (b\",\n    path={{\n        \"{long}\": f(1, 2),\n        \"{long}\": None,\n    }},\n)"
        );
        assert_eq!(statement(&source, 0).unwrap(), expected);
    }

    #[test]
    fn brackets_of_types_are_left_alone() {
        let long = "x".repeat(90);
        let broken = |source: String| statement(&source, 0).unwrap();
        assert_eq!(broken(format!("a: T[dict[str, int]] = {{ {long} }}")).lines().count(), 3);
        assert!(broken(format!("async def f({long}: int) -> list[T]:")).ends_with("\n) -> list[T]:"));
    }

    #[test]
    fn what_is_not_closed_is_an_error() {
        for source in ["f(1", "f(\"a)", "f(1))"] {
            assert!(statement(source, 0).is_err(), "{source}");
        }
    }
}
