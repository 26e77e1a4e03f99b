//! Each fact says something about a requirement during a span of time. At any moment the strongest saying counts.
//!
//! This file is the whole rule of what meets a requirement; everything else puts its answers in order.
use std::cmp::Reverse;

use crate::{
    Case, Day, Finding, GATE_DAYS, Id, Instant, Known, Mode, Note, Record, Requirement, Span,
    State, Status, Subject, Waiver, Wanted, Weight, Zone,
};

/// What a fact says while `span` lasts.
pub struct Saying {
    span: Span,
    strength: Strength,
    /// From here on it is called expiring, and from here on the gate warns.
    remind: Instant,
    warn: Instant,
    subject: Subject,
    status: Status,
    by: Id,
    last: Option<Day>,
    note: Option<Note>,
}

/// Stronger is greater. What meets a requirement is stronger the longer it lasts, so a further approved fact never makes
/// an answer worse; among what does not, the latest counts; the id settles the rest, so that order means nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Strength {
    /// It would count if it were newer, done for here, or begun.
    Aside(i64, Id),
    Ended(Instant, Id),
    Pending(Instant, Id),
    /// A record before a waiver that lasts as long.
    Met(Day, bool, Id),
}

/// A requirement, with everything the facts say about it.
pub struct Question<'a> {
    asked: &'a Requirement,
    /// What is asked for where nothing is known.
    first: Subject,
    sayings: Vec<Saying>,
    zone: &'a Zone,
}

impl<'a> Question<'a> {
    /// Nothing, where nothing is asked or shown, and where a rule was gone before it began.
    pub fn of(asked: &'a Requirement, case: &Case<'a>, known: Known) -> Option<Self> {
        Self::with(Vec::new(), asked, case, known)
    }

    /// As [`Question::of`], with the space of a question that was answered.
    pub fn with(
        mut sayings: Vec<Saying>,
        asked: &'a Requirement,
        case: &Case<'a>,
        known: Known,
    ) -> Option<Self> {
        sayings.clear();
        let ever = asked.applies.from < asked.applies.until && known.sees(asked.known);
        if !ever || asked.mode == Mode::Hidden {
            return None;
        }
        let first = asked.any_of.first()?.subject;
        let facts = case.facts;
        for wanted in &asked.any_of {
            let about = facts.records.iter().filter(|it| it.subject == wanted.subject);
            for record in about.filter(|it| known.sees(it.known)) {
                say(&mut sayings, wanted, record, case);
            }
            let about = facts.waivers.iter().filter(|it| it.subject == wanted.subject);
            for waiver in about.filter(|it| known.sees(it.known) && reaches(it.site, case.site)) {
                sayings.push(waived(waiver, case.zone));
            }
        }
        Some(Self { asked, first, sayings, zone: case.zone })
    }

    /// Gives the space back.
    pub fn into_space(self) -> Vec<Saying> {
        self.sayings
    }

    /// Every moment at which the answer may change, in no order.
    fn turns(&self) -> impl Iterator<Item = Instant> {
        let applies = self.asked.applies;
        let due = self.asked.due.map(|it| self.zone.end(it));
        let said =
            self.sayings.iter().flat_map(|it| [it.span.from, it.span.until, it.remind, it.warn]);
        [Instant::BEGINNING, applies.from, applies.until].into_iter().chain(due).chain(said)
    }

    /// The time around `at` in which the answer cannot change.
    pub fn calm(&self, at: Instant) -> Span {
        let mut span = Span::ALWAYS;
        for it in self.turns() {
            if it <= at {
                span.from = span.from.max(it);
            } else {
                span.until = span.until.min(it);
            }
        }
        span
    }

    /// Every moment at which the answer may change, in order.
    pub fn edges(&self) -> Vec<Instant> {
        let mut all: Vec<Instant> = self.turns().filter(|it| *it != Instant::END).collect();
        all.sort_unstable();
        all.dedup();
        all
    }

    /// The answer at a moment; none where the rule is gone.
    pub fn at(&self, at: Instant) -> Option<Finding> {
        let asked = self.asked;
        if at >= asked.applies.until {
            return None;
        }
        let mut finding = Finding {
            requirement: asked.id,
            source: asked.source,
            mode: asked.mode,
            subject: self.first,
            status: Status::Missing,
            weight: Weight::Fine,
            by: None,
            last: None,
            due: None,
            note: None,
        };
        if at < asked.applies.from {
            finding.status = Status::NotRequired;
            finding.note = Some(Note::AskedFrom(self.zone.day(asked.applies.from)));
            return Some(finding);
        }
        let said = self.sayings.iter().filter(|it| it.span.contains(at));
        // One document may answer two alternatives: the shorter governs reminders (C-07).
        let strongest = said.max_by_key(|it| (it.strength, Reverse(it.remind)));
        if let Some(it) = strongest {
            let expiring = it.status == Status::Valid && at >= it.remind;
            finding.status = if expiring { Status::Expiring } else { it.status };
            finding.subject = it.subject;
            (finding.by, finding.last, finding.note) = (Some(it.by), it.last, it.note);
        }
        if !finding.status.met() {
            finding.due = asked.due.filter(|it| at < self.zone.end(*it));
        }
        if asked.mode == Mode::Required {
            finding.weight = self.weight(&finding, strongest.is_some_and(|it| at >= it.warn));
        }
        Some(finding)
    }

    /// C-06: a gap blocks, unless its rule only warns or it is not due yet; what ends within 14 days warns.
    fn weight(&self, finding: &Finding, ends: bool) -> Weight {
        match (finding.status.met(), finding.due) {
            (true, _) if ends => Weight::Warns,
            (true, _) => Weight::Fine,
            (false, None) if self.asked.blocking => Weight::Blocks,
            (false, _) => Weight::Warns,
        }
    }
}

/// What holds at `place` holds for somebody at `site`; what holds nowhere in particular holds everywhere.
pub fn reaches(place: Option<Id>, site: Option<Id>) -> bool {
    place.is_none() || place == site
}

fn waived(waiver: &Waiver, zone: &Zone) -> Saying {
    let end = zone.end(waiver.last);
    Saying {
        span: Span { from: waiver.from, until: waiver.lifted.map_or(end, |it| it.min(end)) },
        strength: Strength::Met(waiver.last, false, waiver.id),
        remind: Instant::END,
        warn: days_before(zone, waiver.last, GATE_DAYS),
        subject: waiver.subject,
        status: Status::Waived,
        by: waiver.id,
        last: Some(waiver.last),
        note: None,
    }
}

fn say(all: &mut Vec<Saying>, wanted: &Wanted, record: &Record, case: &Case<'_>) {
    let saying = |span, strength, status| Saying {
        span,
        strength,
        remind: Instant::END,
        warn: Instant::END,
        subject: wanted.subject,
        status,
        by: record.id,
        last: None,
        note: None,
    };
    let since = Span::since(record.since);
    let elsewhere = record.site.filter(|it| wanted.here && Some(*it) != case.site);
    match record.state {
        State::Approved => approved(all, wanted, record, elsewhere, case.zone),
        // What is not approved and was done for another place says nothing here.
        _ if elsewhere.is_some() => {}
        State::Waiting => {
            let strength = Strength::Pending(record.since, record.id);
            all.push(saying(since, strength, Status::Pending));
        }
        State::Rejected => {
            let strength = Strength::Ended(record.since, record.id);
            all.push(saying(since, strength, Status::Rejected));
        }
        State::Revoked => {
            let strength = Strength::Ended(record.since, record.id);
            let note = Some(Note::Revoked);
            all.push(Saying { note, ..saying(since, strength, Status::Missing) });
        }
    }
}

/// Before it begins, while it holds, and after it ended.
fn approved(
    all: &mut Vec<Saying>,
    wanted: &Wanted,
    record: &Record,
    elsewhere: Option<Id>,
    zone: &Zone,
) {
    let begins = record.done.instant(zone);
    let last = wanted.last_day(record.done.day(zone), record.last);
    let end = last.map_or(Instant::END, |it| zone.end(it));
    let saying = |span, strength, status, note| Saying {
        span,
        strength,
        remind: Instant::END,
        warn: Instant::END,
        subject: wanted.subject,
        status,
        by: record.id,
        last: None,
        note,
    };
    let aside = |rank| Strength::Aside(rank, record.id);
    let holds = Span { from: begins, until: end };
    let other = elsewhere.map(|it| (2, Note::OtherSite(it)));
    let older = (record.edition < wanted.edition).then_some((1, Note::OlderEdition));
    if let Some((rank, note)) = other.or(older) {
        all.push(saying(holds, aside(rank), Status::Missing, Some(note)));
        return;
    }
    if begins < end {
        let before = Span { from: Instant::BEGINNING, until: begins };
        let note = Some(Note::CountsFrom(record.done.day(zone)));
        all.push(saying(before, aside(0), Status::Missing, note));
    }
    let strength = Strength::Met(last.unwrap_or(Day::LAST), true, record.id);
    all.push(Saying {
        last,
        remind: last.map_or(Instant::END, |it| days_before(zone, it, wanted.remind)),
        warn: last.map_or(Instant::END, |it| days_before(zone, it, GATE_DAYS)),
        ..saying(holds, strength, Status::Valid, None)
    });
    let after = Span::since(end.max(begins));
    let strength = Strength::Ended(end, record.id);
    all.push(Saying { last, ..saying(after, strength, Status::Expired, None) });
}

/// The first moment of the day that many days before `last`.
fn days_before(zone: &Zone, last: Day, days: u16) -> Instant {
    zone.start(last.plus(-i32::from(days)))
}
