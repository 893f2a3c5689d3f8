//! What a process holds while it works, and whether that grows.

use std::fs;
use std::path::PathBuf;

/// What a process held at a time.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Sample {
    /// Seconds since the work began.
    pub(super) at: f64,
    /// Resident memory in bytes.
    pub(super) memory: u64,
    /// Open file descriptors.
    pub(super) descriptors: u64,
}

/// Looks at a process; nothing where the system does not tell.
pub(super) fn look(process: u32, at: f64) -> Option<Sample> {
    let folder = PathBuf::from("/proc").join(process.to_string());
    let memory = resident(&fs::read_to_string(folder.join("status")).ok()?)?;
    let descriptors = u64::try_from(folder.join("fd").read_dir().ok()?.count()).ok()?;
    Some(Sample { at, memory, descriptors })
}

/// The resident memory that the kernel tells of a process, in bytes.
fn resident(status: &str) -> Option<u64> {
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"))?;
    let kibibytes: u64 = line.trim().strip_suffix("kB")?.trim().parse().ok()?;
    Some(kibibytes * 1024)
}

/// Where something stood after the warm-up, and at the end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Drift {
    pub(super) start: u64,
    pub(super) end: u64,
}

impl Drift {
    /// How much more there was at the end; less is none.
    pub(super) fn growth(self) -> u64 {
        self.end.saturating_sub(self.start)
    }
}

/// The median of the second fifth of the time, and of the last one. The first fifth is for warming up.
pub(super) fn drift(seconds: f64, values: &[(f64, u64)]) -> Option<Drift> {
    let fifth = seconds / 5.0;
    let within = |from: f64, to: f64| {
        median(values.iter().filter(|(at, _)| (from..to).contains(at)).map(|(_, value)| *value))
    };
    Some(Drift { start: within(fifth, 2.0 * fifth)?, end: within(4.0 * fifth, seconds)? })
}

fn median(values: impl Iterator<Item = u64>) -> Option<u64> {
    let mut values: Vec<u64> = values.collect();
    values.sort_unstable();
    values.get(values.len() / 2).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_fifth_does_not_count() {
        let values: Vec<(f64, u64)> = (0..100_u32).map(|at| (f64::from(at), u64::from(at))).collect();
        assert_eq!(drift(100.0, &values), Some(Drift { start: 30, end: 90 }));
        assert_eq!(drift(100.0, &values[..50]), None);
    }

    #[test]
    fn what_shrinks_does_not_grow() {
        assert_eq!(Drift { start: 5, end: 3 }.growth(), 0);
        assert_eq!(Drift { start: 5, end: 8 }.growth(), 3);
    }

    #[test]
    fn single_peaks_do_not_count() {
        assert_eq!(median([1, 900, 2, 3, 2].into_iter()), Some(2));
        assert_eq!(median(std::iter::empty()), None);
    }

    #[test]
    fn the_kernels_words_are_read() {
        assert_eq!(resident("Name:\tsoak\nVmRSS:\t   12 kB\nThreads:\t3\n"), Some(12 * 1024));
        assert_eq!(resident("Name:\tkthreadd\n"), None);
    }

    #[test]
    #[cfg(target_os = "linux")]
    fn this_process_can_be_looked_at() {
        let sample = look(std::process::id(), 1.0).unwrap();
        assert!(sample.memory > 100_000 && sample.descriptors >= 3, "{sample:?}");
    }
}
