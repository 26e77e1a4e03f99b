//! The difference a rule makes. Pure.
use judge::{Case, Decision, Known, Timeline};
use kernel::{Instant, PersonId, RuleId, SiteId};

use crate::rules::model::{Draft, End, Rule, Source};
use crate::standings::asking::{Alike, Asking};
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

/// The worlds before and after, and what is asked in the one before.
pub struct Rehearsal<'w> {
    before: &'w World,
    after: &'w World,
    /// The rule that is rehearsed.
    draft: &'w Rule,
    asking: Asking<'w>,
    now: Instant,
}

impl<'w> Rehearsal<'w> {
    /// `after` is made by [`with`].
    pub fn new(before: &'w World, after: &'w World, now: Instant) -> Option<Self> {
        let draft = after.rules.iter().find(|it| it.id == MADE_UP)?;
        Some(Self { before, after, draft, asking: Asking::new(before), now })
    }

    /// Adds the places at which somebody's answer gets worse within the horizon, each with the first moment and the
    /// worst that it comes to.
    pub fn turns(&mut self, who: &Somebody, all: &mut Vec<Turn>) {
        if who.places.is_empty() {
            all.extend(self.turn(who, None));
        }
        for place in &who.places {
            all.extend(self.turn(who, Some(place)));
        }
    }

    /// An answer is the worst of what is asked, so it gets worse exactly where the draft alone says worse than everything
    /// was before. Only there the rest is judged.
    fn turn(&mut self, who: &Somebody, place: Option<&Place>) -> Option<Turn> {
        let (now, site) = (judged(self.now), place.map(|it| it.site));
        let end = judge::Instant(self.now.0.saturating_add(HORIZON));
        let mut requirements = Vec::new();
        self.after.asks(self.draft, &Alike::of(who, place), &mut requirements);
        let zone = self.after.zone(site);
        let place_id = site.map(|it| judge::Id(it.number()));
        let case = Case { requirements: &requirements, facts: &who.facts, site: place_id, zone };
        let first = judge::judge_at(&case, Known::Now, now);
        if first.decision == Decision::Green && first.span.until >= end {
            return None;
        }
        let draft = judge::judge(&case, Known::Now);
        let mut before = None;
        let (mut at, mut found) = (now, None::<Turn>);
        while at < end {
            let is = draft.at(at);
            if is.decision == Decision::Green {
                at = is.span.until;
                continue;
            }
            let (was, until) = self.before(who, place, at, &mut before);
            if is.decision > was && found.as_ref().is_none_or(|it| is.decision > it.after) {
                found = Some(Turn {
                    person: who.id,
                    name: who.name.clone(),
                    site,
                    from: found.as_ref().map_or(at, |it| it.from),
                    before: was,
                    after: is.decision,
                    why: is.findings.first().map(|it| self.after.why(it)),
                });
                if is.decision == Decision::Red {
                    break;
                }
            }
            at = is.span.until.min(until);
        }
        found
    }

    /// What the answer is without the draft, and until when. The first question is mostly the only one; from the second
    /// on all of time is laid out.
    fn before(
        &mut self,
        who: &Somebody,
        place: Option<&Place>,
        at: judge::Instant,
        line: &mut Option<Timeline>,
    ) -> (Decision, judge::Instant) {
        if at == judged(self.now) {
            let was = self.asking.at(who, place, (self.now, Known::Now));
            return (was.decision, was.span.until);
        }
        let line = line.get_or_insert_with(|| self.before.judge(who, place, Known::Now));
        let (span, decision) = line.decided(at);
        (decision, span.until)
    }
}
