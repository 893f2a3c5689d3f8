//! Where a list has got to: which items are new, and whether there may be more. Servers are trusted in nothing.

use std::collections::HashSet;

/// The smallest page that the API's documents know: a shorter one is the last.
const SMALLEST_PAGE: usize = 20;

/// No more pages than this are asked for before they are wanted.
const MOST_AHEAD: u32 = 4;
/// Identities are remembered in two halves of this size: a longer list forgets its beginning instead of growing.
const REMEMBERED: usize = 50_000;

/// Where a list has got to.
#[derive(Clone, Debug)]
pub(crate) struct Cursor {
    size: u32,
    offset: u64,
    pages: u32,
    recent: HashSet<i64>,
    older: HashSet<i64>,
    /// A page after the first was full and new: the server knows what an offset is.
    honoured: bool,
    finished: bool,
}

impl Cursor {
    pub(crate) fn new(size: u32) -> Self {
        let (recent, older) = (HashSet::new(), HashSet::new());
        Self { size, offset: 0, pages: 0, recent, older, honoured: false, finished: false }
    }

    /// The same list from another place on.
    pub(crate) fn starting_at(self, offset: u64) -> Self {
        Self { offset, ..self }
    }

    /// The same list in pages of another size.
    pub(crate) fn in_pages_of(self, size: u32) -> Self {
        Self { size, ..self }
    }

    /// The limit and the offset of the next page; nothing when there is none.
    pub(crate) fn next(&self) -> Option<(u32, u64)> {
        (!self.finished).then_some((self.size, self.offset))
    }

    /// How many pages may be fetched before they are wanted: none until the second page has shown that the offset is
    /// honoured, then more with each page, so that a short list costs no request more.
    pub(crate) fn ahead(&self) -> u32 {
        if self.honoured && !self.finished { (self.pages - 1).min(MOST_AHEAD) } else { 0 }
    }

    /// Takes in the identities of a page, and says for each whether it is new.
    ///
    /// There is no more after an empty page, after a page without anything new (the server ignores the offset), after
    /// more items than were asked for (it ignores the limit), and after a page shorter than any server makes them. A
    /// page that is merely shorter than asked for is not the last for certain: a server may cap the limit.
    pub(crate) fn accept(&mut self, page: &[i64]) -> Vec<bool> {
        let fresh: Vec<bool> = page.iter().map(|id| self.is_new(*id)).collect();
        let asked = usize::try_from(self.size).unwrap_or(usize::MAX);
        let nothing_new = !fresh.contains(&true);
        self.finished = nothing_new || page.len() > asked || page.len() < asked.min(SMALLEST_PAGE);
        self.honoured |= self.pages > 0 && page.len() == asked && !fresh.contains(&false);
        self.offset += page.len() as u64;
        self.pages += 1;
        fresh
    }

    fn is_new(&mut self, id: i64) -> bool {
        if self.older.contains(&id) {
            return false;
        }
        if self.recent.len() >= REMEMBERED {
            self.older = std::mem::take(&mut self.recent);
        }
        self.recent.insert(id)
    }

    /// Nothing more is wanted.
    pub(crate) fn finish(&mut self) {
        self.finished = true;
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::Cursor;

    /// Runs a list against a server, and gives the items and the number of requests.
    fn walk(size: u32, server: impl Fn(u32, u64) -> Vec<i64>) -> (Vec<i64>, usize) {
        let (mut cursor, mut items, mut requests) = (Cursor::new(size), Vec::new(), 0);
        while let Some((limit, offset)) = cursor.next() {
            requests += 1;
            assert!(requests < 1000, "the list does not end");
            let page = server(limit, offset);
            let fresh = cursor.accept(&page);
            items.extend(page.into_iter().zip(fresh).filter(|(_, fresh)| *fresh).map(|(id, _)| id));
        }
        (items, requests)
    }

    fn honest(total: i64, cap: u32) -> impl Fn(u32, u64) -> Vec<i64> {
        move |limit, offset| {
            (0..total).skip(usize::try_from(offset).unwrap()).take(limit.min(cap) as usize).collect()
        }
    }

    #[test]
    fn requests_are_as_few_as_can_be_known() {
        assert_eq!(walk(100, honest(0, 100)).1, 1);
        assert_eq!(walk(100, honest(7, 100)).1, 1);
        assert_eq!(walk(100, honest(25, 100)).1, 2, "25 of 100 may be a cap");
        assert_eq!(walk(100, honest(100, 100)).1, 2);
        assert_eq!(walk(10, honest(25, 100)).1, 3);
    }

    #[test]
    fn a_server_that_ignores_the_offset_ends_after_the_second_page() {
        let (items, requests) = walk(20, |limit, _| (0..i64::from(limit)).collect());
        assert_eq!((items.len(), requests), (20, 2));
    }

    #[test]
    fn a_server_that_ignores_the_limit_has_told_all() {
        let (items, requests) = walk(20, |_, _| (0..500).collect());
        assert_eq!((items.len(), requests), (500, 1));
    }

    #[test]
    fn pages_are_fetched_ahead_only_when_the_offset_is_honoured() {
        let mut cursor = Cursor::new(20);
        let mut ahead = Vec::new();
        for page in 0..7 {
            let ids: Vec<i64> = (page * 20..page * 20 + 20).collect();
            cursor.accept(&ids);
            ahead.push(cursor.ahead());
        }
        assert_eq!(ahead, [0, 1, 2, 3, 4, 4, 4]);
        cursor.accept(&[]);
        assert_eq!(cursor.ahead(), 0);

        let mut capped = Cursor::new(100);
        capped.accept(&(0..50).collect::<Vec<_>>());
        capped.accept(&(50..100).collect::<Vec<_>>());
        assert_eq!(capped.ahead(), 0, "where a page will end is not known");
    }

    #[test]
    fn a_very_long_list_does_not_grow_in_memory() {
        let mut cursor = Cursor::new(1000);
        for page in 0..300 {
            assert!(
                cursor.accept(&(page * 1000..page * 1000 + 1000).collect::<Vec<_>>()).iter().all(|new| *new)
            );
        }
        assert!(cursor.recent.len() + cursor.older.len() <= 2 * super::REMEMBERED);
    }

    proptest! {
        #[test]
        fn every_item_comes_once_whatever_the_cap(total in 0_i64..300, size in 1_u32..120, cap in 20_u32..120) {
            let (items, _) = walk(size, honest(total, cap));
            prop_assert_eq!(items, (0..total).collect::<Vec<_>>());
        }

        #[test]
        fn any_server_is_survived(pages in proptest::collection::vec(proptest::collection::vec(0_i64..50, 0..60), 1..30)) {
            let (items, _) = walk(20, |_, offset| pages[usize::try_from(offset).unwrap() % pages.len()].clone());
            let unique: std::collections::HashSet<_> = items.iter().collect();
            prop_assert_eq!(unique.len(), items.len());
        }
    }
}
