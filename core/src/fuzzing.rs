//! What is given to fuzzers: functions that take any bytes and panic when something does not hold that has to.
//!
//! The targets of `fuzz/` call them, and so do the tests here, with the corpus and changes of it.

use url::Url;

pub use engine_targets::{decoder, retry_after};

use crate::generated::operations::{PATH_ALIASES, SECRETS_GET};
use crate::operation::Method;
use crate::paging::Cursor;
use crate::path;
use crate::request::{RawRequest, Request};
use crate::wire::Segment;

mod engine_targets {
    /// An answer of the API: any status, any encoding, any body.
    pub fn decoder(data: &[u8]) {
        crate::engine::fuzzing::decoder(data);
    }

    /// What a server says of when to come back.
    pub fn retry_after(data: &[u8]) {
        crate::engine::fuzzing::retry_after(data);
    }
}

/// Paths and segments, which must stay below the base and keep their number.
///
/// # Panics
///
/// When they do not: that is what a fuzzer looks for.
pub fn paths(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    let (first, second) = text.split_once('\n').unwrap_or((&text, ""));
    let Ok(base) = Url::parse("https://api.example/prefix") else { return };

    let request = Request::new(&SECRETS_GET)
        .path::<Segment>("app_id", Segment::Id(7))
        .path::<Segment>("name", Segment::Text(first.to_owned()));
    if let Ok(url) = path::url(&base, PATH_ALIASES, &request) {
        stays_below(&base, &url);
        let segments = url.path_segments().map_or(0, Iterator::count);
        assert_eq!(segments, 6, "one segment for one value: {}", url.path());
        assert!(url.query().is_none() && url.fragment().is_none());
    }
    let raw = RawRequest::new(Method::Get, first.to_owned()).query(second, first);
    if let Ok(url) = path::url(&base, &[], &Request::from(raw)) {
        stays_below(&base, &url);
        let pairs: Vec<_> = url.query_pairs().collect();
        assert_eq!(pairs.len(), 1, "{url}");
        assert_eq!((pairs[0].0.as_ref(), pairs[0].1.as_ref()), (second, first));
    }
}

fn stays_below(base: &Url, url: &Url) {
    assert_eq!((url.scheme(), url.host(), url.port()), (base.scheme(), base.host(), base.port()));
    assert!(url.path().starts_with("/prefix/"), "{}", url.path());
    let climbs =
        |segment: &str| matches!(segment.to_ascii_lowercase().replace("%2e", ".").as_str(), "." | "..");
    assert!(!url.path().split('/').any(climbs), "{}", url.path());
}

/// A server's pages, whose lengths and items are the bytes: a list ends, and gives nothing twice.
///
/// # Panics
///
/// When it does not: that is what a fuzzer looks for.
pub fn pager(data: &[u8]) {
    let [size, pages @ ..] = data else { return };
    let mut cursor = Cursor::new(u32::from(*size % 100) + 1);
    let mut pages: Vec<Vec<i64>> =
        pages.split(|byte| *byte == 0).map(|page| page.iter().copied().map(i64::from).collect()).collect();
    let (mut seen, mut requests) = (std::collections::HashSet::new(), 0_usize);
    while let Some((limit, offset)) = cursor.next() {
        requests += 1;
        // A page that is asked for again is the same one.
        assert!(requests <= pages.len() * 2 + 300, "the list does not end");
        let page = usize::try_from(offset).unwrap_or(0) / usize::try_from(limit).unwrap_or(1);
        let length = pages.len();
        let page = pages.get_mut(page % length).map(std::mem::take).unwrap_or_default();
        for (id, fresh) in page.iter().zip(cursor.accept(&page)) {
            assert_eq!(seen.insert(*id), fresh, "an item twice, or not at all");
        }
    }
}

#[cfg(test)]
#[path = "../../fuzz/play.rs"]
mod play;

#[cfg(test)]
mod tests {
    use super::play::play;

    #[test]
    fn any_answer_is_survived() {
        play("decoder", super::decoder);
    }

    #[test]
    fn any_wish_to_wait_is_survived() {
        play("retry_after", super::retry_after);
    }

    #[test]
    fn no_path_climbs() {
        play("paths", super::paths);
    }

    #[test]
    fn every_list_ends() {
        play("pager", super::pager);
    }
}
