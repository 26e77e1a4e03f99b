//! The difference a rule makes. Pure.
use judge::{Decision, Known};
use kernel::{Instant, PersonId, RuleId, SiteId};

use crate::rules::model::{Draft, End, Rule, Source};
use crate::standings::model::{Place, Somebody, World, judged};

/// How far ahead one looks: a year and a month, in milliseconds.
const HORIZON: i64 = 400 * 24 * 60 * 60 * 1000;

/// Somebody whose answer at a place gets worse, from a moment on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Turn {
    pub person: PersonId,
    pub name: String,
    pub site: Option<SiteId>,
    pub from: judge::Instant,
    pub before: Decision,
    pub after: Decision,
    /// What the rule finds missing.
    pub why: Option<ui::Why>,
}

/// The world as it would be: the draft in force from its start, in place of the version it changes.
pub fn with(
    before: &World,
    source: Source,
    rule: Option<RuleId>,
    draft: &Draft,
    now: Instant,
) -> World {
    let mut after = before.clone();
    let line = before.rules.iter().find(|it| Some(it.id) == rule).map_or(MADE_UP, |it| it.line);
    for it in after.rules.iter_mut().filter(|it| Some(it.id) == rule) {
        it.end = Some(End { at: draft.starts, known: now });
    }
    let terms = draft.terms.clone();
    after.rules.push(Rule {
        id: MADE_UP,
        line,
        source,
        terms,
        starts: draft.starts,
        known: now,
        end: None,
    });
    after
}

/// The rule that does not exist yet.
const MADE_UP: RuleId = RuleId::from_bytes([0xff; 16]);

/// Adds the places at which somebody's answer gets worse within the horizon, each with the first moment and the worst
/// that it comes to.
pub fn turns(before: &World, after: &World, who: &Somebody, now: Instant, all: &mut Vec<Turn>) {
    let nowhere = [None];
    let places: Vec<Option<&Place>> = who.places.iter().map(Some).collect();
    let places = if places.is_empty() { &nowhere[..] } else { &places[..] };
    for place in places {
        all.extend(turn(before, after, who, *place, now));
    }
}

fn turn(
    before: &World,
    after: &World,
    who: &Somebody,
    place: Option<&Place>,
    now: Instant,
) -> Option<Turn> {
    let (old, new) = (before.judge(who, place, Known::Now), after.judge(who, place, Known::Now));
    let (mut at, end) = (judged(now), judge::Instant(now.0.saturating_add(HORIZON)));
    let mut found: Option<Turn> = None;
    while at < end {
        let (was, is) = (old.at(at), new.at(at));
        if is.decision > was.decision && found.as_ref().is_none_or(|it| is.decision > it.after) {
            let finding = is.findings.iter().find(|it| it.requirement.0 == MADE_UP.number());
            let from = found.as_ref().map_or(at, |it| it.from);
            found = Some(Turn {
                person: who.id,
                name: who.name.clone(),
                site: place.map(|it| it.site),
                from,
                before: was.decision,
                after: is.decision,
                why: finding.map(|it| after.why(it)),
            });
        }
        at = was.span.until.min(is.span.until);
    }
    found
}
