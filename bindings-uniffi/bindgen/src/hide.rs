//! `UniFFI`'s Kotlin is public, and people would find it beside the package's own classes: here it becomes internal.

/// Words that a declaration may begin with.
const DECLARATIONS: [&str; 13] = [
    "public",
    "open",
    "abstract",
    "sealed",
    "data",
    "enum",
    "inline",
    "class",
    "interface",
    "object",
    "fun",
    "typealias",
    "val",
];

/// The text of a file with its declarations internal. What stands inside of them is then, too.
pub(crate) fn hidden(text: &str) -> String {
    let mut depth = 0_i32;
    let lines = text.lines().map(|line| {
        let shown = if depth == 0 { declared(line) } else { line.to_owned() };
        // Braces in texts, which are those of templates, are in pairs.
        depth += count(line, ['{', '(']) - count(line, ['}', ')']);
        shown + "\n"
    });
    lines.collect()
}

fn count(line: &str, braces: [char; 2]) -> i32 {
    let code = line.split("//").next().unwrap_or_default();
    i32::try_from(code.matches(braces).count()).unwrap_or_default()
}

/// A line outside of everything.
fn declared(line: &str) -> String {
    let trimmed = line.trim_start();
    // The end of a comment or an annotation may stand before it.
    let before = match (trimmed.starts_with("*/ "), trimmed.starts_with('@'), trimmed.find(") ")) {
        (true, _, _) => 3,
        (_, true, Some(end)) => end + 2,
        _ => 0,
    };
    let (before, rest) = trimmed.split_at(before);
    let first = rest.split([' ', '<']).next().unwrap_or_default();
    if !DECLARATIONS.contains(&first) {
        return line.to_owned();
    }
    format!("{before}internal {}", rest.strip_prefix("public ").unwrap_or(rest))
}

#[cfg(test)]
mod tests {
    use super::hidden;

    #[test]
    fn declarations_of_a_file_become_internal() {
        let text = "package a\n\nopen class A : B {\n    public fun f() {}\n}\npublic object C\nfun g() {\n}\n\
                    internal val d = 1\n    @Throws(E::class) fun `h`(\n    val i: Int\n    ){\n    }\n   */ fun j() = 1\n";
        let expected = "package a\n\ninternal open class A : B {\n    public fun f() {}\n}\ninternal object C\n\
                        internal fun g() {\n}\ninternal val d = 1\n@Throws(E::class) internal fun `h`(\n    val i: Int\n    ){\n    }\n*/ internal fun j() = 1\n";
        assert_eq!(hidden(text), expected);
    }
}
