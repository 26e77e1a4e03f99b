//! When somebody is told that an assessment has to be renewed. Pure.
use kernel::{AssessmentId, Date, Zone};

use people::Reader;

/// Days before the last day on which it counts.
pub const STEPS: [i64; 3] = [1, 7, 30];

/// An assessment that ends, and whom to tell.
#[derive(Debug, Clone)]
pub struct Ending {
    pub id: AssessmentId,
    pub template: String,
    pub last: Date,
    pub zone: Zone,
    pub reader: Reader,
}

/// The step that is due with so many days to go: whoever missed an earlier one is told once, not several times.
pub fn step(days: i64) -> Option<i64> {
    STEPS.into_iter().find(|it| (0..=*it).contains(&days))
}

/// Days from one day to another.
pub fn days_until(today: Date, last: Date) -> i64 {
    i64::from(judge::Day::of(last.0).0) - i64::from(judge::Day::of(today.0).0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_step_is_due_until_the_next_one_n_22() {
        let due: Vec<Option<i64>> = [31, 30, 8, 7, 2, 1, 0, -1].into_iter().map(step).collect();
        let steps = [None, Some(30), Some(30), Some(7), Some(7), Some(1), Some(1), None];
        assert_eq!(due, steps);
    }
}
