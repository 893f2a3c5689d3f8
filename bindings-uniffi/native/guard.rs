//! Panics: a bug in here is an error of the call, never the end of its host.

use std::any::Any;
use std::panic::{AssertUnwindSafe, catch_unwind};

use crate::failure::{Result, bug};

/// Does something; a panic becomes an error.
pub(crate) fn guard<T>(work: impl FnOnce() -> Result<T>) -> Result<T> {
    catch_unwind(AssertUnwindSafe(work)).unwrap_or_else(|panic| Err(bug(words(&*panic))))
}

fn words(panic: &(dyn Any + Send)) -> &str {
    let said =
        panic.downcast_ref::<&str>().copied().or_else(|| panic.downcast_ref::<String>().map(String::as_str));
    said.unwrap_or("a panic without words")
}

#[cfg(test)]
mod tests {
    use super::guard;

    #[test]
    fn a_panic_is_an_error() {
        let error = guard::<()>(|| panic!("oh no")).unwrap_err();
        assert_eq!(error.to_string(), "a bug in the SDK: oh no");
        assert_eq!(guard(|| Ok(7)).unwrap(), 7);
    }
}
