//! Each fact says something about a requirement during a span of time. At any moment the strongest saying counts.
//!
//! This file is the whole rule of what meets a requirement; everything else puts its answers in order.
use std::cmp::Reverse;

use crate::{
    Case, Day, Finding, GATE_DAYS, Id, Instant, Known, Mode, Moment, Note, Record, Requirement, Span,
    State, Status, Subject, Waiver, Wanted, Weight, Zone,
};

/// What a fact says while `span` lasts.
struct Saying {
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

/// Puts the edges of days on the line of time: all of it, or as it looks from one moment.
///
/// Which moment a day begins at is a question to the zone, and twenty requirements ask it a hundred times. From one moment
/// every edge has passed or is still to come, and for that it suffices to compare days.
#[derive(Clone, Copy)]
pub struct Line<'a> {
    zone: &'a Zone,
    /// The moment, and the last day that has begun there.
    only: Option<(Instant, Day)>,
}

impl<'a> Line<'a> {
    pub const fn whole(zone: &'a Zone) -> Self {
        Self { zone, only: None }
    }

    pub fn from(zone: &'a Zone, at: Instant) -> Self {
        let mut today = zone.day(at);
        // Where clocks went back over midnight a day begins before its eve is over.
        if zone.end(today) <= at {
            today.0 += 1;
        } else if zone.start(today) > at {
            today.0 -= 1;
        }
        Self { zone, only: Some((at, today)) }
    }

    /// The first moment of a day. From one moment: the beginning of time when it has passed, else its end.
    fn start(self, day: Day) -> Instant {
        match self.only {
            None => self.zone.start(day),
            Some((_, today)) if day <= today => Instant::BEGINNING,
            Some(_) => Instant::END,
        }
    }

    /// The first moment after a day.
    fn end(self, day: Day) -> Instant {
        if day >= Day::LAST { Instant::END } else { self.start(day.plus(1)) }
    }

    fn begin(self, done: Moment) -> Instant {
        match done {
            Moment::Day(day) => self.start(day),
            Moment::At(at) => at,
        }
    }

    /// Whether what holds during `span` can be heard here.
    fn hears(self, span: Span) -> bool {
        self.only.is_none_or(|(at, _)| span.contains(at))
    }
}

/// A requirement, with everything the facts say about it.
pub struct Question<'a> {
    asked: &'a Requirement,
    /// What is asked for where nothing is known.
    first: Subject,
    sayings: Vec<Saying>,
    line: Line<'a>,
}

impl<'a> Question<'a> {
    /// Nothing, where nothing is asked or shown, and where a rule was gone before it began.
    pub fn of(
        asked: &'a Requirement,
        case: &Case<'a>,
        known: Known,
        line: Line<'a>,
    ) -> Option<Self> {
        let ever = asked.applies.from < asked.applies.until && known.sees(asked.known);
        if !ever || asked.mode == Mode::Hidden {
            return None;
        }
        let first = asked.any_of.first()?.subject;
        let mut sayings = Vec::new();
        let facts = case.facts;
        for wanted in &asked.any_of {
            let about = facts.records.iter().filter(|it| it.subject == wanted.subject);
            for record in about.filter(|it| known.sees(it.known)) {
                say(&mut sayings, wanted, record, case, line);
            }
            let about = facts.waivers.iter().filter(|it| it.subject == wanted.subject);
            for waiver in about.filter(|it| known.sees(it.known) && reaches(it.site, case.site)) {
                sayings.push(waived(waiver, line));
            }
        }
        Some(Self { asked, first, sayings, line })
    }

    /// Every moment at which the answer may change.
    pub fn edges(&self) -> Vec<Instant> {
        let applies = self.asked.applies;
        let mut all = vec![Instant::BEGINNING, applies.from, applies.until];
        all.extend(self.asked.due.map(|it| self.line.end(it)));
        for it in &self.sayings {
            all.extend([it.span.from, it.span.until, it.remind, it.warn]);
        }
        all.retain(|it| *it != Instant::END);
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
            finding.note = Some(Note::AskedFrom(self.line.zone.day(asked.applies.from)));
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
            finding.due = asked.due.filter(|it| at < self.line.end(*it));
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

fn waived(waiver: &Waiver, line: Line<'_>) -> Saying {
    let end = line.end(waiver.last);
    Saying {
        span: Span { from: waiver.from, until: waiver.lifted.map_or(end, |it| it.min(end)) },
        strength: Strength::Met(waiver.last, false, waiver.id),
        remind: Instant::END,
        warn: days_before(line, waiver.last, GATE_DAYS),
        subject: waiver.subject,
        status: Status::Waived,
        by: waiver.id,
        last: Some(waiver.last),
        note: None,
    }
}

fn say(
    all: &mut Vec<Saying>,
    wanted: &Wanted,
    record: &Record,
    case: &Case<'_>,
    line: Line<'_>,
) {
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
        State::Approved => approved(all, wanted, record, elsewhere, line),
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
    line: Line<'_>,
) {
    let done = record.done.day(line.zone);
    let last = wanted.last_day(done, record.last);
    let begins = line.begin(record.done);
    let end = last.map_or(Instant::END, |it| line.end(it));
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
    // Where edges are put together, which came first is asked of the zone itself.
    let whole = Line::whole(line.zone);
    let exact = line.only.is_none();
    let ends = || last.filter(|_| !exact).map_or(end, |it| whole.end(it));
    let begun = || if exact { begins } else { whole.begin(record.done) };
    let before = Span { from: Instant::BEGINNING, until: begins };
    if line.hears(before) && begun() < ends() {
        let note = Some(Note::CountsFrom(done));
        all.push(saying(before, aside(0), Status::Missing, note));
    }
    if line.hears(holds) {
        let strength = Strength::Met(last.unwrap_or(Day::LAST), true, record.id);
        all.push(Saying {
            last,
            remind: last.map_or(Instant::END, |it| days_before(line, it, wanted.remind)),
            warn: last.map_or(Instant::END, |it| days_before(line, it, GATE_DAYS)),
            ..saying(holds, strength, Status::Valid, None)
        });
    }
    let after = Span::since(end.max(begins));
    if line.hears(after) {
        let strength = Strength::Ended(ends(), record.id);
        all.push(Saying { last, ..saying(after, strength, Status::Expired, None) });
    }
}

/// The first moment of the day that many days before `last`.
fn days_before(line: Line<'_>, last: Day, days: u16) -> Instant {
    line.start(last.plus(-i32::from(days)))
}
