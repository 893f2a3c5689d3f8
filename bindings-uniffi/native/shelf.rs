//! Things that hosts have by number: a number crosses faster than an object.

use std::collections::HashMap;
use std::sync::{Arc, LazyLock, PoisonError, RwLock};

/// Things of one kind. Numbers are never used again.
pub(crate) struct Shelf<T>(LazyLock<RwLock<Things<T>>>);

struct Things<T> {
    last: u64,
    by_number: HashMap<u64, Arc<T>>,
}

impl<T> Shelf<T> {
    pub(crate) const fn new() -> Self {
        Self(LazyLock::new(|| RwLock::new(Things { last: 0, by_number: HashMap::new() })))
    }

    /// Keeps something, and gives its number.
    pub(crate) fn put(&self, thing: T) -> u64 {
        let mut things = self.0.write().unwrap_or_else(PoisonError::into_inner);
        things.last += 1;
        let number = things.last;
        things.by_number.insert(number, Arc::new(thing));
        number
    }

    pub(crate) fn get(&self, number: u64) -> Option<Arc<T>> {
        self.0.read().unwrap_or_else(PoisonError::into_inner).by_number.get(&number).cloned()
    }

    /// Takes something away.
    pub(crate) fn take(&self, number: u64) -> Option<Arc<T>> {
        self.0.write().unwrap_or_else(PoisonError::into_inner).by_number.remove(&number)
    }
}

#[cfg(test)]
mod tests {
    use super::Shelf;

    #[test]
    fn numbers_are_not_used_again() {
        let shelf = Shelf::new();
        let first = shelf.put("a");
        assert_eq!(shelf.take(first).as_deref(), Some(&"a"));
        let second = shelf.put("b");
        assert_ne!(first, second);
        assert_eq!((shelf.get(first), shelf.get(second).as_deref()), (None, Some(&"b")));
    }
}
