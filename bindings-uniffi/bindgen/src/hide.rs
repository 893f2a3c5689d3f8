//! UniFFI's Kotlin is public, and people would find it beside the package's own classes: here it becomes internal.

/// Words that a declaration may begin with.
const DECLARATIONS: [&str; 12] = [
    "public", "open", "abstract", "sealed", "data", "enum", "class", "interface", "object", "fun", "typealias", "val",
];

/// The text of a file with its declarations internal. What stands inside of them is then, too.
pub(crate) fn hidden(text: &str) -> String {
    let lines = text.lines().map(|line| {
        let first = line.split([' ', '<']).next().unwrap_or_default();
        if !DECLARATIONS.contains(&first) {
            return line.to_owned();
        }
        format!("internal {}", line.strip_prefix("public ").unwrap_or(line))
    });
    lines.map(|line| line + "\n").collect()
}

#[cfg(test)]
mod tests {
    use super::hidden;

    #[test]
    fn declarations_of_a_file_become_internal() {
        let text = "package a\n\nopen class A : B {\n    public fun f() {}\n}\npublic object C\nfun g() {\n}\ninternal val d = 1\n";
        let expected = "package a\n\ninternal open class A : B {\n    public fun f() {}\n}\ninternal object C\ninternal fun g() {\n}\ninternal val d = 1\n";
        assert_eq!(hidden(text), expected);
    }
}
