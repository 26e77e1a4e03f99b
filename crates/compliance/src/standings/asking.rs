//! What is asked of people, made up once for all who are asked alike. Pure.
use std::borrow::Cow;
use std::collections::HashMap;

use judge::{Case, Facts, Known, Requirement, Standing};
use kernel::{Instant, JobRoleId, SiteId};

use super::model::{Joined, Place, Somebody, World, judged};

/// Lists kept at a time; beyond that everybody is asked differently, and remembering helps nobody.
const MOST: usize = 1000;

/// As much of somebody as a rule looks at.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Alike {
    pub site: Option<SiteId>,
    /// From when they can be asked: since they are known, and since they stand there.
    pub since: Instant,
    pub job_role: Option<JobRoleId>,
    pub groups: Vec<Joined>,
}

impl Alike {
    pub fn of(who: &Somebody, place: Option<&Place>) -> Self {
        Self {
            site: place.map(|it| it.site),
            since: place.map_or(who.since, |it| it.since.max(who.since)),
            job_role: who.job_role,
            groups: who.groups.clone(),
        }
    }
}

/// The lists of a world, as they are asked for.
pub struct Asking<'w> {
    world: &'w World,
    /// Whoever was there before counts from the first rule on.
    first: Instant,
    /// No rule counts days from when somebody came.
    graceless: bool,
    roles: bool,
    lists: HashMap<Alike, Vec<Requirement>>,
}

impl<'w> Asking<'w> {
    pub fn new(world: &'w World) -> Self {
        let rules = &world.rules;
        Self {
            world,
            first: rules.iter().map(|it| it.starts).min().unwrap_or(Instant(0)),
            graceless: rules.iter().all(|it| it.terms.grace == 0),
            roles: rules
                .iter()
                .any(|it| matches!(it.source, crate::rules::model::Source::JobRole(_))),
            lists: HashMap::new(),
        }
    }

    /// The answer at a moment. Of its span only the end is to be used: when somebody came does not matter to an answer
    /// for later.
    pub fn at(
        &mut self,
        who: &Somebody,
        place: Option<&Place>,
        (at, known): (Instant, Known),
    ) -> Standing {
        let world = self.world;
        let zone = world.zone(place.map(|it| it.site));
        let facts = barred(who, zone);
        let site = place.map(|it| judge::Id(it.site.number()));
        let requirements = self.list(who, place, at);
        let case = Case { requirements, facts: &facts, site, zone };
        judge::judge_at(&case, known, judged(at))
    }

    fn list(&mut self, who: &Somebody, place: Option<&Place>, at: Instant) -> &[Requirement] {
        let mut alike = Alike::of(who, place);
        let groups = alike.groups.iter_mut().map(|it| &mut it.since);
        for since in groups.chain([&mut alike.since]) {
            if *since <= self.first || (self.graceless && *since <= at) {
                *since = self.first;
            }
        }
        if !self.roles {
            alike.job_role = None;
        }
        if self.lists.len() >= MOST && !self.lists.contains_key(&alike) {
            self.lists.clear();
        }
        let world = self.world;
        self.lists.entry(alike).or_insert_with_key(|it| world.list(it))
    }
}

/// What is known about somebody, with what bars them by their record.
pub fn barred<'a>(who: &'a Somebody, zone: &judge::Zone) -> Cow<'a, Facts> {
    let bars = who.bars(zone);
    if bars.is_empty() {
        return Cow::Borrowed(&who.facts);
    }
    let mut facts = who.facts.clone();
    facts.bars.extend(bars);
    Cow::Owned(facts)
}
