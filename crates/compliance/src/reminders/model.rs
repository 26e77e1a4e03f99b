//! What somebody is reminded of, and on which days. Pure.
use judge::{Barred, Day, Finding, Known, Mode, Note, Requirement, Standing, Status, Timeline};
use kernel::{AnyId, Instant, OrgId};

use crate::standings::model::{Place, Somebody, World, judged};

/// Days before a deadline on which it is told (N-11).
const BEFORE: [i32; 3] = [7, 3, 1];
/// Days before an end on which it is told, besides those the subject names (N-14).
const ENDING: [i32; 3] = [30, 1, 0];
/// Days between two reminders of something late (N-12).
const WEEK: i32 = 7;

/// What is asked, and in which edition.
pub type Key = (AnyId, i64);

/// Everything somebody may be reminded of.
#[derive(Debug, Clone, Default)]
pub struct Look {
    /// What is asked at all, met or not, at any of their places.
    pub asked: Vec<Key>,
    /// One for each thing that is missing or will end; where several rules ask for it, the most pressing (C-07).
    pub matters: Vec<Matter>,
}

/// Something that is missing, or that will end.
#[derive(Debug, Clone)]
pub struct Matter {
    pub object: AnyId,
    pub edition: i64,
    pub owed: bool,
    /// The last day without a gap: what is owed is late after it, what ends holds until its end.
    pub day: Day,
    /// It was never there: whoever it is asked of may not know (N-10).
    pub fresh: bool,
    /// It was handed in: the person has nothing to do.
    pub quiet: bool,
    /// Days before its end from which its subject wants it told.
    pub remind: u16,
    pub why: ui::Why,
}

/// What a reminder is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    Overdue,
    Deadline,
    Expiring,
}

impl Kind {
    pub const ALL: [Self; 3] = [Self::Overdue, Self::Deadline, Self::Expiring];

    /// As it is stored.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Overdue => "overdue",
            Self::Deadline => "deadline",
            Self::Expiring => "expiring",
        }
    }

    /// The kind of notice to the person.
    pub const fn notice(self) -> &'static str {
        match self {
            Self::Overdue => "training-overdue",
            Self::Deadline => "training-due",
            Self::Expiring => "training-expiring",
        }
    }
}

/// The step of a reminder that holds on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Step {
    pub kind: Kind,
    /// Days before, or weeks after.
    pub number: i32,
}

impl Matter {
    pub const fn key(&self) -> Key {
        (self.object, self.edition)
    }

    /// The steps before the day, the longest first.
    fn before(&self) -> Vec<i32> {
        if self.owed {
            return BEFORE.to_vec();
        }
        let first = i32::from(self.remind);
        let mut steps = vec![first];
        steps.extend(ENDING.into_iter().filter(|it| *it < first));
        steps
    }

    /// What is to be told on a day, if it was not told yet. A step that nobody was there to tell gives way to the next.
    pub fn step(&self, today: Day) -> Option<Step> {
        let left = self.day.0 - today.0;
        if self.quiet {
            return None;
        }
        if left < 0 {
            let step = Step { kind: Kind::Overdue, number: (-left - 1) / WEEK };
            return self.owed.then_some(step);
        }
        let kind = if self.owed { Kind::Deadline } else { Kind::Expiring };
        let number = self.before().into_iter().filter(|it| *it >= left).min()?;
        Some(Step { kind, number })
    }

    /// The first day after `today` on which there is something else to be told.
    pub fn next(&self, today: Day) -> Option<Day> {
        if self.quiet {
            return None;
        }
        let late = today.0 - self.day.0;
        if self.owed && late > 0 {
            return Some(self.day.plus(1 + WEEK * ((late - 1) / WEEK + 1)));
        }
        let days = self.before().into_iter().map(|it| self.day.plus(-it));
        days.chain([self.day.plus(1)]).find(|it| *it > today)
    }
}

impl Look {
    /// The first day, from today on, on which something is to be told.
    pub fn first(&self, today: Day) -> Option<Day> {
        let of = |it: &Matter| it.step(today).map(|_| today).or_else(|| it.next(today));
        self.matters.iter().filter_map(of).min()
    }

    /// As [`Look::first`], when all of today was told.
    pub fn after(&self, today: Day) -> Option<Day> {
        self.matters.iter().filter_map(|it| it.next(today)).min()
    }

    /// Takes something in, unless something more pressing about the same thing is known.
    fn add(&mut self, it: Matter) {
        match self.matters.iter_mut().find(|known| known.object == it.object) {
            None => self.matters.push(it),
            Some(known) => {
                let rank = |it: &Matter| (!it.owed, it.quiet, it.day);
                if rank(&it) < rank(known) {
                    *known = it;
                }
            }
        }
    }
}

/// What somebody owes and what of theirs ends, over all of their places. Whoever is kept out for other reasons than
/// what they have learned is not reminded.
pub fn look(world: &World, who: &Somebody, now: Instant) -> Look {
    let mut look = Look::default();
    for place in who.somewhere() {
        let timeline = world.judge(who, place, Known::Now);
        let standing = timeline.at(judged(now));
        let shut = standing.bars.iter().any(|it| it.kind != Barred::EngagementNotBegun);
        for asked in world.requirements(who, place) {
            let at = judged(now).max(asked.applies.from);
            if asked.mode != Mode::Required || at >= asked.applies.until {
                continue;
            }
            let (object, edition) = key(&asked, place);
            if !look.asked.contains(&(object, edition)) {
                look.asked.push((object, edition));
            }
            let seen = Seen { world, place, timeline: &timeline, standing: &standing, at };
            if let Some(it) = seen.matter(&asked).filter(|_| !shut) {
                look.add(Matter { object, edition, ..it });
            }
        }
    }
    look
}

/// The same thing has the same key, whichever rules ask for it. What must be done for each site is another thing at
/// each.
fn key(asked: &Requirement, place: Option<&Place>) -> Key {
    let here = place.filter(|_| asked.any_of.iter().any(|it| it.here));
    let first = here.map_or(0, |it| it.site.number());
    let number = |it: judge::Subject| match it {
        judge::Subject::Course(id)
        | judge::Subject::Qualification(id)
        | judge::Subject::Assessment(id) => id.0,
    };
    let object = asked.any_of.iter().fold(first, |all, it| all ^ number(it.subject));
    let edition = asked.any_of.iter().map(|it| it.edition).max().unwrap_or_default();
    (AnyId::from_number(object), i64::from(edition))
}

/// Somebody's answers at one place.
struct Seen<'a> {
    world: &'a World,
    place: Option<&'a Place>,
    timeline: &'a Timeline,
    /// Now.
    standing: &'a Standing,
    /// Now, or when it begins to be asked.
    at: judge::Instant,
}

impl Seen<'_> {
    /// What a requirement comes to, but for its key.
    fn matter(&self, asked: &Requirement) -> Option<Matter> {
        let own = |it: &&Finding| it.requirement == asked.id;
        let held = |it: &&Finding| own(it) && it.status != Status::NotRequired;
        let later = !self.standing.span.contains(self.at);
        let then = later.then(|| self.timeline.at(self.at));
        let there = then.as_ref().unwrap_or(self.standing);
        let finding = there.findings.iter().find(held)?;
        let zone = self.world.zone(self.place.map(|it| it.site));
        let told = Note::AskedFrom(zone.day(asked.applies.from));
        let words = self.standing.findings.iter().find(|it| own(it) && it.note == Some(told));
        let blank = Matter {
            object: OrgId::from_number(0).cast(),
            edition: 0,
            owed: !finding.status.met(),
            day: Day::LAST,
            fresh: finding.status == Status::Missing && finding.note != Some(Note::Revoked),
            quiet: finding.status == Status::Pending,
            remind: remind(asked, finding),
            why: self.world.why(words.unwrap_or(finding)),
        };
        if finding.status.met() {
            return finding.last.map(|day| Matter { day, ..blank });
        }
        let begun = zone.day(asked.applies.from).plus(-1);
        let ended = finding.last.filter(|_| finding.status == Status::Expired);
        let day = [asked.due, ended].into_iter().flatten().fold(begun, Day::max);
        Some(Matter { day, ..blank })
    }
}

/// Days before its end from which what meets a requirement is told of.
fn remind(asked: &Requirement, finding: &Finding) -> u16 {
    let wanted = asked.any_of.iter().find(|it| it.subject == finding.subject);
    wanted.map_or(judge::REMIND_DAYS, |it| it.remind)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn matter(owed: bool, remind: u16) -> Matter {
        let why = ui::Why::Barred(Barred::Banned, None);
        let object = AnyId::from_number(7);
        let day = Day(100);
        Matter { object, edition: 1, owed, day, fresh: false, quiet: false, remind, why }
    }

    /// The days from the 30th to the 130th on which something new is to be told.
    fn days(it: &Matter) -> Vec<(i32, Kind, i32)> {
        let mut told = Vec::new();
        let mut last = None;
        for day in 30..130 {
            let step = it.step(Day(day));
            if let Some(step) = step.filter(|_| step != last) {
                told.push((day, step.kind, step.number));
            }
            last = step;
        }
        told
    }

    #[test]
    fn a_deadline_is_told_7_3_and_1_days_before_and_weekly_after_n_11_n_12() {
        use Kind::{Deadline, Overdue};
        let told = days(&matter(true, 60));
        let before = [(93, Deadline, 7), (97, Deadline, 3), (99, Deadline, 1)];
        let after = [(101, Overdue, 0), (108, Overdue, 1), (115, Overdue, 2), (122, Overdue, 3)];
        assert_eq!(told, [&before[..], &after, &[(129, Overdue, 4)]].concat());
    }

    #[test]
    fn an_end_is_told_60_30_1_and_0_days_before_or_as_its_subject_says_n_14() {
        use Kind::Expiring;
        let told = days(&matter(false, 60));
        assert_eq!(
            told,
            [(40, Expiring, 60), (70, Expiring, 30), (99, Expiring, 1), (100, Expiring, 0)]
        );
        let told = days(&matter(false, 14));
        assert_eq!(told, [(86, Expiring, 14), (99, Expiring, 1), (100, Expiring, 0)]);
        assert_eq!(days(&matter(false, 30)).len(), 3, "thirty is not told twice");
    }

    #[test]
    fn somebody_is_looked_at_on_each_day_on_which_something_is_told_and_on_no_other() {
        for it in [matter(true, 60), matter(false, 60), matter(false, 14), matter(false, 0)] {
            let mut day = Day(30);
            let mut seen = Vec::new();
            while let Some(next) = it.next(day).filter(|it| it.0 < 130) {
                seen.extend(it.step(next).map(|step| (next.0, step.kind, step.number)));
                day = next;
            }
            assert_eq!(seen, days(&it));
        }
    }

    #[test]
    fn what_was_handed_in_is_not_the_persons_to_do() {
        let it = Matter { quiet: true, ..matter(true, 60) };
        assert!(days(&it).is_empty() && it.next(Day(30)).is_none());
    }
}
