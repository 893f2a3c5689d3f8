//! How long a server asks to wait, in each form that is in use. What cannot be read is as if it were not there.

use std::time::{Duration, SystemTime};

use reqwest::header::{DATE, HeaderMap, RETRY_AFTER};

/// Numbers above this are points in time, those below are spans.
const EPOCH_LIKE: f64 = 1e9;

/// What the headers of an answer ask to wait.
pub(crate) fn read(headers: &HeaderMap, status: u16, now: SystemTime) -> Option<Duration> {
    let text = |name: &str| headers.get(name)?.to_str().ok().map(str::trim);
    if let Some(millis) = text("retry-after-ms").and_then(number) {
        return span(millis / 1000.0);
    }
    // The server's own clock is what a date is meant against.
    let now = server_time(headers).unwrap_or(now);
    if let Some(value) = text(RETRY_AFTER.as_str()) {
        if let Some(seconds) = number(value) {
            return span(seconds);
        }
        if let Ok(moment) = httpdate::parse_http_date(value) {
            return Some(moment.duration_since(now).unwrap_or(Duration::ZERO));
        }
    }
    if status != 429 {
        return None;
    }
    let reset = text("x-ratelimit-reset").and_then(number)?;
    if reset <= EPOCH_LIKE {
        return span(reset);
    }
    let now = now.duration_since(SystemTime::UNIX_EPOCH).ok()?.as_secs_f64();
    span((reset - now).max(0.0))
}

/// The time that the server says it is.
pub(crate) fn server_time(headers: &HeaderMap) -> Option<SystemTime> {
    httpdate::parse_http_date(headers.get(DATE)?.to_str().ok()?.trim()).ok()
}

fn number(text: &str) -> Option<f64> {
    let number: f64 = text.parse().ok()?;
    (number.is_finite() && number >= 0.0).then_some(number)
}

fn span(seconds: f64) -> Option<Duration> {
    Duration::try_from_secs_f64(seconds).ok()
}

#[cfg(test)]
mod tests {
    use std::time::{Duration, SystemTime};

    use reqwest::header::{HeaderMap, HeaderName, HeaderValue};

    use super::read;

    fn asked(status: u16, headers: &[(&'static str, &str)]) -> Option<Duration> {
        let now = SystemTime::UNIX_EPOCH + Duration::from_secs(1_800_000_000);
        let headers: HeaderMap = headers
            .iter()
            .map(|(name, value)| (HeaderName::from_static(name), HeaderValue::from_str(value).unwrap()))
            .collect();
        read(&headers, status, now)
    }

    #[test]
    fn every_form_is_read() {
        let seconds = |n| Some(Duration::from_secs(n));
        assert_eq!(asked(429, &[("retry-after", "2")]), seconds(2));
        assert_eq!(asked(503, &[("retry-after", "1.5")]), Some(Duration::from_millis(1500)));
        assert_eq!(
            asked(429, &[("retry-after-ms", "250"), ("retry-after", "9")]),
            Some(Duration::from_millis(250))
        );
        assert_eq!(asked(429, &[("x-ratelimit-reset", "7")]), seconds(7));
        assert_eq!(asked(429, &[("x-ratelimit-reset", "1800000007")]), seconds(7));
        assert_eq!(asked(503, &[("x-ratelimit-reset", "7")]), None);
    }

    #[test]
    fn a_date_is_meant_against_the_servers_own_clock() {
        let headers =
            [("retry-after", "Wed, 21 Oct 2015 07:28:30 GMT"), ("date", "Wed, 21 Oct 2015 07:28:00 GMT")];
        assert_eq!(asked(429, &headers), Some(Duration::from_secs(30)));
        assert_eq!(asked(429, &headers[..1]), Some(Duration::ZERO));
    }

    proptest::proptest! {
        #[test]
        fn any_header_is_survived(text in "[ -~]{0,40}", status in 400_u16..600) {
            let text: &str = &text;
            let wait = asked(status, &[("retry-after", text), ("x-ratelimit-reset", text), ("date", text)]);
            proptest::prop_assert!(wait.is_none_or(|wait| wait.as_secs_f64().is_finite()));
        }
    }

    #[test]
    fn nonsense_is_as_if_it_were_not_there() {
        for value in ["-1", "NaN", "inf", "soon", "", "1e400", "0x10"] {
            assert_eq!(asked(429, &[("retry-after", value)]), None, "{value}");
        }
    }
}
