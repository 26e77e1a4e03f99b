//! The same answer for many people at once, when only today's decision is asked for.
//!
//! A rule over a million people asks twenty million questions; a timeline for each is more than that needs. Once facts are
//! loaded, each question is one comparison of days: the last day on which the person has an answer, against today. A law
//! in `tests/laws.rs` holds this to what [`crate::judge`] says.
use crate::{Day, Decision, GATE_DAYS};

/// The last day of what never ends.
pub const FOREVER: i32 = i32::MAX;
/// The last day of what was never there.
pub const MISSING: i32 = i32::MIN;

/// One required item over all people of a [`Sheet`].
#[derive(Debug, Clone, Copy)]
pub struct Asked<'a> {
    /// Per person, the last day on which it is met; [`MISSING`] and [`FOREVER`] included.
    pub last: &'a [i32],
    pub blocking: bool,
    /// The last day on which a gap does not block yet.
    pub due: Option<Day>,
}

/// What is asked of as many people as each column is long.
#[derive(Debug, Clone)]
pub struct Sheet<'a> {
    pub asked: &'a [Asked<'a>],
}

/// Today's decision for each person, and the last day on which it surely stays as it is.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Verdict {
    /// 0 green, 1 amber, 2 red.
    pub worst: Vec<u8>,
    pub until: Vec<i32>,
}

impl Verdict {
    pub fn decision(&self, person: usize) -> Option<Decision> {
        self.worst.get(person).map(|it| match it {
            0 => Decision::Green,
            1 => Decision::Amber,
            _ => Decision::Red,
        })
    }
}

/// People looked at together, so that what is known about them so far stays in the nearest cache.
const STRIP: usize = 4096;
/// A column in which nobody stands.
static NOBODY: [i32; STRIP] = [MISSING; STRIP];

impl Sheet<'_> {
    /// Decides for everybody from `from` to `until` (their places in the columns), into `out` from its first place on.
    pub fn decide(&self, today: Day, people: std::ops::Range<usize>, out: &mut Verdict) {
        out.worst.clear();
        out.worst.resize(people.len(), 0);
        out.until.clear();
        out.until.resize(people.len(), FOREVER);
        let strips = out.worst.chunks_mut(STRIP).zip(out.until.chunks_mut(STRIP));
        for (at, (worst, until)) in strips.enumerate() {
            let first = people.start + at * STRIP;
            for asked in self.asked {
                let column = asked.last.get(first..).unwrap_or_default();
                let (known, _) = column.split_at(column.len().min(worst.len()));
                let (worst, unknown) = worst.split_at_mut(known.len());
                let (until, unsure) = until.split_at_mut(known.len());
                asked.weigh(today, known, worst, until);
                // Whoever stands beyond the end of a column is missing what it asks.
                let (none, _) = NOBODY.split_at(unknown.len());
                asked.weigh(today, none, unknown, unsure);
            }
        }
    }
}

impl Asked<'_> {
    /// No branch depends on a person, so the compiler looks at several at once.
    fn weigh(&self, today: Day, last: &[i32], worst: &mut [u8], until: &mut [i32]) {
        let (today, warn) = (today.0, i32::from(GATE_DAYS));
        let owed = self.due.is_some_and(|it| today <= it.0);
        let gap: u8 = if self.blocking && !owed { 2 } else { 1 };
        let gap_until = self.due.filter(|_| owed).map_or(FOREVER, |it| it.0);
        for ((last, worst), until) in last.iter().zip(worst).zip(until) {
            let met = *last >= today;
            let warned = *last != FOREVER && last.saturating_sub(warn) <= today;
            let weight = if met { u8::from(warned) } else { gap };
            let calm = if *last == FOREVER { FOREVER } else { last.saturating_sub(warn + 1) };
            let held = if warned { *last } else { calm };
            *worst = (*worst).max(weight);
            *until = (*until).min(if met { held } else { gap_until });
        }
    }
}
