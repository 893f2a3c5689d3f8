//! What is said of the figures of several rounds.

fn sorted(figures: &[f64]) -> Vec<f64> {
    let mut sorted = figures.to_vec();
    sorted.sort_by(f64::total_cmp);
    sorted
}

/// The one in the middle.
pub(crate) fn median(figures: &[f64]) -> f64 {
    sorted(figures).get(figures.len() / 2).copied().unwrap_or(f64::NAN)
}

/// The smallest and the largest.
pub(crate) fn range(figures: &[f64]) -> (f64, f64) {
    let sorted = sorted(figures);
    match (sorted.first(), sorted.last()) {
        (Some(smallest), Some(largest)) => (*smallest, *largest),
        _ => (f64::NAN, f64::NAN),
    }
}

/// Half of the way from the smallest to the largest, in percent of the median.
pub(crate) fn spread(figures: &[f64]) -> f64 {
    let (smallest, largest) = range(figures);
    50.0 * (largest - smallest) / median(figures)
}

/// Bytes as megabytes, to a thousandth.
pub(crate) fn megabytes(bytes: u64) -> f64 {
    u32::try_from(bytes / 1000).map_or(f64::INFINITY, |thousands| f64::from(thousands) / 1000.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn medians_and_spreads_are_of_the_rounds() {
        let figures = [90.0, 110.0, 100.0];
        assert!((median(&figures) - 100.0).abs() < 1e-9);
        assert!((spread(&figures) - 10.0).abs() < 1e-9);
        assert!(median(&[]).is_nan() && spread(&[]).is_nan());
    }

    #[test]
    fn bytes_are_told_in_megabytes() {
        assert_eq!((megabytes(12_345_678), megabytes(0)), (12.345, 0.0));
    }
}
