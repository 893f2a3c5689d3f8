//! The template engine: what all templates have in common, whatever they write.

use minijinja::syntax::SyntaxConfig;
use minijinja::value::Serde;
use minijinja::{Environment, Error, Value, context};

use super::ir::Api;
use super::parse::pascal;

/// An environment with these templates, which a language adds its filters to.
pub(super) fn environment(
    templates: &[(&'static str, &'static str)],
) -> Result<Environment<'static>, String> {
    let fill = |environment: &mut Environment<'static>| -> Result<(), Error> {
        let syntax = SyntaxConfig::builder()
            .trim_blocks(true)
            .lstrip_blocks(true)
            .keep_trailing_newline(true)
            .build()?;
        environment.set_syntax(syntax);
        environment.set_undefined_behavior(minijinja::UndefinedBehavior::Strict);
        environment.add_filter("pascal", |name: String| pascal(&name));
        environment.add_test("named_in", |name: String, text: String| mentions(&text, &name));
        for (name, source) in templates {
            environment.add_template(name, source)?;
        }
        Ok(())
    };
    let mut environment = Environment::new();
    fill(&mut environment).map_err(|error| problem(&error))?;
    Ok(environment)
}

/// What a template writes about an API. `more` is what else it sees.
pub(super) fn render(
    environment: &Environment<'_>,
    template: &str,
    api: &Api,
    more: Value,
) -> Result<String, String> {
    let template = environment.get_template(template).map_err(|error| problem(&error))?;
    template.render(context! { api => Value::from(Serde(api)), ..more }).map_err(|error| problem(&error))
}

/// A template's error with its cause and the place.
fn problem(error: &Error) -> String {
    format!("{error:#}")
}

/// Whether a text has a word, so that it must be imported.
fn mentions(text: &str, word: &str) -> bool {
    let is_part = |letter: char| letter.is_alphanumeric() || letter == '_';
    text.match_indices(word).any(|(place, _)| {
        let before = text[..place].chars().next_back();
        let after = text[place + word.len()..].chars().next();
        !before.is_some_and(is_part) && !after.is_some_and(is_part)
    })
}
