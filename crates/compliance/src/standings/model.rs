//! What the judge is asked about a person, and what is kept of the answer. Pure.
use std::collections::HashMap;
use std::hash::{Hash as _, Hasher as _};

use judge::{
    Barred, Case, Facts, Finding, Known, Requirement, RollUp, Span, Standing, Status, Subject,
    Timeline, Wanted,
};
use kernel::{Date, GroupId, Instant, JobRoleId, OrgId, PersonId, RegionId, SiteId, Zone};

use people::Bucket;

use super::asking::{Alike, Asking, barred};
use crate::rules::model::{Rule, Source};

/// Everything about the organisation that a judgement needs: loaded once for as many people as it takes.
#[derive(Clone)]
pub struct World {
    pub rules: Vec<Rule>,
    pub subjects: HashMap<Subject, Named>,
    /// The regions of each site.
    pub regions: HashMap<SiteId, Vec<RegionId>>,
    pub sites: HashMap<SiteId, Site>,
    /// The zone of those who stand at no site.
    pub zone: judge::Zone,
}

#[derive(Clone)]
pub struct Site {
    pub name: String,
    pub zone: judge::Zone,
}

/// A course, a qualification or a template, as the rules see it.
#[derive(Debug, Clone)]
pub struct Named {
    pub name: String,
    pub usual: Option<judge::Validity>,
    pub remind: u16,
    /// Whether it can be chosen for new rules.
    pub active: bool,
    /// The editions that ask everybody again, the first first, each with the day from which it is in force.
    pub editions: Vec<(u32, judge::Day)>,
}

/// A person, as far as rules and gates care.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Somebody {
    pub id: PersonId,
    pub name: String,
    pub active: bool,
    pub company_active: bool,
    pub start: Option<Date>,
    pub end: Option<Date>,
    pub job_role: Option<JobRoleId>,
    pub since: Instant,
    pub places: Vec<Place>,
    pub groups: Vec<Joined>,
    pub facts: Facts,
}

/// A group they are in, and since when.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Joined {
    pub group: GroupId,
    pub since: Instant,
    /// A rule of the group made them a member, and nobody by hand.
    pub by_rule: bool,
}

/// A site they are placed at, and since when.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    pub site: SiteId,
    pub since: Instant,
}

pub const fn judged(at: Instant) -> judge::Instant {
    judge::Instant(at.0)
}

pub fn day(date: Date) -> judge::Day {
    judge::Day::of(date.0)
}

pub fn zone(zone: &Zone) -> judge::Zone {
    judge::Zone::new(zone.tz())
}

impl World {
    /// What is required of somebody at a place; `None` is no place in particular.
    pub fn requirements(&self, who: &Somebody, place: Option<&Place>) -> Vec<Requirement> {
        self.list(&Alike::of(who, place))
    }

    /// What is required of all who are asked alike.
    pub fn list(&self, who: &Alike) -> Vec<Requirement> {
        let mut all = Vec::new();
        self.rules.iter().for_each(|it| self.asks(it, who, &mut all));
        all
    }

    /// What one rule requires of them: nothing, or a requirement for each edition.
    pub fn asks(&self, rule: &Rule, who: &Alike, all: &mut Vec<Requirement>) {
        if let Some(it) = self.requirement(rule, who) {
            self.by_edition(rule, &it, self.zone(who.site), all);
        }
    }

    /// A rule asks for each edition of a course from the day on which that is in force.
    fn by_edition(
        &self,
        rule: &Rule,
        whole: &Requirement,
        zone: &judge::Zone,
        all: &mut Vec<Requirement>,
    ) {
        let named = rule.terms.subjects.iter().filter_map(|it| self.subjects.get(it));
        let starts = named.flat_map(|it| it.editions.iter().map(|(_, day)| zone.start(*day)));
        let span = whole.applies;
        let mut edges: Vec<judge::Instant> =
            starts.filter(|it| span.from < *it && *it < span.until).collect();
        edges.push(span.from);
        edges.sort_unstable();
        edges.dedup();
        let ends = edges.iter().copied().skip(1).chain([span.until]);
        for (from, until) in edges.iter().copied().zip(ends) {
            let day = zone.day(from);
            let any_of = rule.terms.subjects.iter().map(|it| self.wanted(rule, *it, day));
            let applies = Span { from, until };
            all.push(Requirement { any_of: any_of.collect(), applies, ..whole.clone() });
        }
    }

    fn requirement(&self, rule: &Rule, who: &Alike) -> Option<Requirement> {
        let here = who.site;
        let joined = who.groups.iter().find(|it| rule.source == Source::Group(it.group));
        let asks = match rule.source {
            Source::AllSites => true,
            Source::Site(id) => here == Some(id),
            Source::Region(id) => {
                here.and_then(|it| self.regions.get(&it)).is_some_and(|it| it.contains(&id))
            }
            Source::Group(_) => joined.is_some(),
            Source::JobRole(id) => who.job_role == Some(id),
        };
        if !asks {
            return None;
        }
        let zone = self.zone(here);
        let since = joined.map_or(who.since, |it| it.since.max(who.since));
        let from = judged(rule.starts.max(since));
        let until = rule.end.map_or(judge::Instant::END, |it| judged(it.at));
        let grace = i32::from(rule.terms.grace);
        Some(Requirement {
            id: judge::Id(rule.id.number()),
            source: rule.source.judged(),
            any_of: Vec::new(),
            mode: rule.terms.mode,
            blocking: rule.terms.blocking,
            applies: Span { from, until },
            due: (grace > 0).then(|| zone.day(from).plus(grace - 1)),
            // The end is part of the version: what is known of it is known with it.
            known: Span::since(judged(rule.known)),
        })
    }

    /// Whether a rule may ask for a subject: one that can be picked, or that `old` asks for already.
    pub fn offers(&self, subject: Subject, old: Option<&Rule>) -> bool {
        let known = self.subjects.get(&subject);
        known.is_some_and(|it| {
            it.active || old.is_some_and(|it| it.terms.subjects.contains(&subject))
        })
    }

    /// What meets a rule on `day`. T-S7: a site's own rule wants an assessment for that site; everybody else's takes one for
    /// any site.
    fn wanted(&self, rule: &Rule, subject: Subject, day: judge::Day) -> Wanted {
        let named = self.subjects.get(&subject);
        let current = named.and_then(|it| it.editions.iter().rev().find(|(_, from)| *from <= day));
        Wanted {
            validity: rule.terms.validity,
            usual: named.and_then(|it| it.usual),
            edition: current.map_or(0, |(number, _)| *number),
            remind: named.map_or(judge::REMIND_DAYS, |it| it.remind),
            here: matches!((rule.source, subject), (Source::Site(_), Subject::Assessment(_))),
            ..Wanted::any(subject)
        }
    }

    pub fn zone(&self, site: Option<SiteId>) -> &judge::Zone {
        site.and_then(|it| self.sites.get(&it)).map_or(&self.zone, |it| &it.zone)
    }

    /// How somebody stands at a place, for all time.
    pub fn judge(&self, who: &Somebody, place: Option<&Place>, known: Known) -> Timeline {
        let zone = self.zone(place.map(|it| it.site));
        let case = Case {
            requirements: &self.requirements(who, place),
            facts: &barred(who, zone),
            site: place.map(|it| judge::Id(it.site.number())),
            zone,
        };
        judge::judge(&case, known)
    }

    /// The reasons in words, the first first. `sites` says whether another site may be named.
    pub fn reasons(&self, standing: &Standing, zone: &judge::Zone) -> Vec<ui::Why> {
        let bars = standing.bars.iter().map(|it| {
            let edge = match it.kind {
                Barred::EngagementNotBegun => Some(zone.day(it.holds.until)),
                Barred::EngagementEnded => Some(zone.day(it.holds.from).plus(-1)),
                Barred::Banned | Barred::Suspended if it.holds.until != judge::Instant::END => {
                    Some(zone.day(it.holds.until).plus(-1))
                }
                _ => None,
            };
            ui::Why::Barred(it.kind, edge.map(|it| Date(it.date())))
        });
        bars.chain(standing.findings.iter().map(|it| self.why(it))).collect()
    }

    pub fn why(&self, finding: &Finding) -> ui::Why {
        // The same words for every reader, and not all of them may know where else somebody works (decision 0008).
        ui::Why::of(finding, self.subject(finding), |_| String::new())
    }

    /// The name of a site; none is every site.
    pub fn place(&self, lang: kernel::Lang, site: Option<SiteId>) -> &str {
        let every = ui::text::t(lang, "standings-every-site");
        site.map_or(every, |it| self.sites.get(&it).map_or("", |it| it.name.as_str()))
    }

    /// What is asked, by name. Where one of several suffices and none is there, all of them.
    fn subject(&self, finding: &Finding) -> String {
        let name =
            |it: &Subject| self.subjects.get(it).map(|it| it.name.as_str()).unwrap_or_default();
        let rule = self.rules.iter().find(|it| it.id.number() == finding.requirement.0);
        match rule {
            Some(rule) if finding.by.is_none() => {
                let names: Vec<&str> = rule.terms.subjects.iter().map(name).collect();
                names.join(" / ")
            }
            _ => name(&finding.subject).to_owned(),
        }
    }
}

impl Somebody {
    /// Every place they stand at; none is no place in particular.
    pub fn somewhere(&self) -> Vec<Option<&Place>> {
        if self.places.is_empty() { vec![None] } else { self.places.iter().map(Some).collect() }
    }

    /// What bars them by the state of their record and their company, and by the days of their engagement.
    pub fn bars(&self, zone: &judge::Zone) -> Vec<judge::Bar> {
        let bar = |kind, holds| judge::Bar {
            id: judge::Id(self.id.number()),
            kind,
            site: None,
            holds,
            known: Span::ALWAYS,
        };
        let mut all = Vec::new();
        if !self.active {
            all.push(bar(Barred::PersonInactive, Span::ALWAYS));
        }
        if !self.company_active {
            all.push(bar(Barred::CompanyInactive, Span::ALWAYS));
        }
        if let Some(start) = self.start {
            let until = zone.start(day(start));
            all.push(bar(
                Barred::EngagementNotBegun,
                Span { from: judge::Instant::BEGINNING, until },
            ));
        }
        if let Some(end) = self.end {
            all.push(bar(Barred::EngagementEnded, Span::since(zone.end(day(end)))));
        }
        all
    }
}

/// What is kept of one person's answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    pub person: PersonId,
    /// Per place: the site, or the organisation's own id for no place in particular.
    pub places: Vec<(SiteId, judge::Decision, judge::Instant)>,
    /// The worst of their sites counts (H-S2).
    pub bucket: Bucket,
    pub until: judge::Instant,
    pub next: Option<ui::Why>,
    pub more: usize,
    /// What nothing but a look at what they handed in keeps them from.
    pub waits: Vec<Subject>,
}

impl Kept {
    /// A number that is the same for the same answer, to tell whether anything is to be written. Where it differs for
    /// the same one, as after a change of the hasher, the answer is written once more.
    pub fn mark(&self) -> i64 {
        let mut hash = std::hash::DefaultHasher::new();
        for (site, decision, until) in &self.places {
            (site.number(), *decision as u8, until.0).hash(&mut hash);
        }
        (*self.bucket.stored(), self.until.0, self.more).hash(&mut hash);
        self.next.as_ref().map(ui::Why::write).hash(&mut hash);
        self.waits.hash(&mut hash);
        hash.finish().cast_signed()
    }
}

impl World {
    /// The answers for now, at every place of somebody.
    pub fn kept(&self, asking: &mut Asking<'_>, org: OrgId, who: &Somebody, now: Instant) -> Kept {
        let mut kept = Kept {
            person: who.id,
            places: Vec::new(),
            bucket: Bucket::NothingAsked,
            until: judge::Instant::END,
            next: None,
            more: 0,
            waits: Vec::new(),
        };
        let mut worst: Option<(Bucket, Standing, judge::Zone)> = None;
        for place in who.somewhere() {
            let standing = asking.at(who, place, (now, Known::Now));
            let id = place.map_or_else(|| org.cast(), |it| it.site);
            kept.places.push((id, standing.decision, standing.span.until));
            kept.until = kept.until.min(standing.span.until);
            kept.waits.extend(waits(&standing));
            let bucket = bucket(&standing);
            if worst.as_ref().is_none_or(|(held, ..)| bucket > *held) {
                worst = Some((bucket, standing, self.zone(place.map(|it| it.site)).clone()));
            }
        }
        if let Some((bucket, standing, zone)) = worst {
            kept.bucket = bucket;
            (kept.next, kept.more) = self.next(&standing, &zone);
        }
        kept
    }

    /// The reason a list shows, and how many more keep the person from being valid.
    fn next(&self, standing: &Standing, zone: &judge::Zone) -> (Option<ui::Why>, usize) {
        let open = standing.findings.iter().filter(|it| it.weight != judge::Weight::Fine).count();
        let open = open + standing.bars.len();
        if !standing.bars.is_empty() {
            let first = self.reasons(standing, zone).into_iter().next();
            return (first, open.saturating_sub(1));
        }
        let next = standing.next().map(|it| self.why(it));
        if next.is_some() {
            return (next, open.saturating_sub(1));
        }
        let held = standing.findings.iter().filter(|it| it.status.met() && it.last.is_some());
        (held.min_by_key(|it| it.last).map(|it| self.why(it)), 0)
    }
}

/// What blocks for no other reason than that nobody has looked at it yet.
fn waits(standing: &Standing) -> impl Iterator<Item = Subject> {
    let pending =
        |it: &&Finding| it.status == Status::Pending && it.weight == judge::Weight::Blocks;
    standing.findings.iter().filter(pending).map(|it| it.subject)
}

/// §7.7b and H-S1, told apart further by what the reader would do about it.
pub fn bucket(standing: &Standing) -> Bucket {
    if !standing.bars.is_empty() {
        return Bucket::NotValid;
    }
    let asked = || standing.findings.iter().filter(|it| it.mode == judge::Mode::Required);
    match standing.roll_up() {
        RollUp::NothingRequired => Bucket::NothingAsked,
        RollUp::Valid => Bucket::Valid,
        RollUp::Soon => Bucket::Expiring,
        RollUp::Short => {
            let gaps = || asked().filter(|it| !it.status.met() && it.status != Status::NotRequired);
            if asked().all(|it| it.status == Status::Missing && it.by.is_none()) {
                Bucket::NotStarted
            } else if gaps().all(|it| it.status == Status::Pending || it.due.is_some()) {
                Bucket::ToCheck
            } else {
                Bucket::NotValid
            }
        }
    }
}
