//! Times in few letters.

use std::time::Duration;

use spice_cloud::Timestamp;

use super::Cell;

/// A point in time, to the minute, in UTC; a text that is no time, as it came.
pub(crate) fn moment(moment: Option<&Timestamp>) -> Cell {
    Cell::maybe(moment.map(|moment| {
        let text = moment.as_text();
        match (moment.unix_millis(), text.get(..16)) {
            (Some(_), Some(minute)) => minute.replace('T', " "),
            _ => text,
        }
    }))
}

/// How long something took.
pub(crate) fn took(duration: Duration) -> String {
    if duration < Duration::from_secs(1) {
        return format!("{} ms", duration.as_millis());
    }
    let seconds = duration.as_secs();
    if seconds < 60 {
        format!("{:.1} s", duration.as_secs_f64())
    } else {
        format!("{} min {:02} s", seconds / 60, seconds % 60)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations_are_short() {
        for (millis, text) in [(0, "0 ms"), (999, "999 ms"), (1234, "1.2 s"), (61_500, "1 min 01 s")] {
            assert_eq!(took(Duration::from_millis(millis)), text);
        }
    }
}
