//! Names that somebody may have meant.

/// The name that is closest to a given one, among those that are offered one after the other.
#[derive(Debug)]
pub(crate) struct Closest<'a> {
    given: &'a str,
    /// How far away the best one is, and the best one.
    best: Option<(usize, String)>,
}

impl<'a> Closest<'a> {
    /// Nothing was offered yet.
    pub(crate) fn to(given: &'a str) -> Self {
        Self { given, best: None }
    }

    /// Looks at one more name.
    pub(crate) fn offer(&mut self, name: &str) {
        let distance = distance(&self.given.to_lowercase(), &name.to_lowercase());
        if self.best.as_ref().is_none_or(|(best, _)| distance < *best) {
            self.best = Some((distance, name.to_owned()));
        }
    }

    /// The best one, if it is close: a slip of the finger in every three letters.
    pub(crate) fn found(self) -> Option<String> {
        let most = self.given.chars().count() / 3;
        self.best.filter(|(distance, _)| *distance <= most).map(|(_, name)| name)
    }
}

/// How many letters have to be put in, taken out, changed, or swapped with their neighbour.
fn distance(one: &str, other: &str) -> usize {
    let (one, other): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    let mut before_last: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=other.len()).collect();
    for (row, letter) in one.iter().enumerate() {
        let mut current = vec![row + 1];
        for (column, against) in other.iter().enumerate() {
            let changed = last[column] + usize::from(letter != against);
            let mut slips = changed.min(last[column + 1] + 1).min(current[column] + 1);
            if row > 0 && column > 0 && *letter == other[column - 1] && one[row - 1] == *against {
                slips = slips.min(before_last[column - 1] + 1);
            }
            current.push(slips);
        }
        before_last = std::mem::replace(&mut last, current);
    }
    last.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn distances_count_slips() {
        for (one, other, slips) in
            [("", "", 0), ("abc", "", 3), ("sales", "slaes", 1), ("sales-bi", "sale-by", 2), ("ü", "u", 1)]
        {
            assert_eq!(distance(one, other), slips, "{one} {other}");
            assert_eq!(distance(other, one), slips, "{other} {one}");
        }
    }

    #[test]
    fn only_what_is_close_is_found() {
        let closest = |given| {
            let mut closest = Closest::to(given);
            for name in ["orders-api", "orders-api-2", "x"] {
                closest.offer(name);
            }
            closest.found()
        };
        assert_eq!(closest("Order-Api").as_deref(), Some("orders-api"));
        assert_eq!(closest("something"), None);
        assert_eq!(closest("y"), None);
    }
}
