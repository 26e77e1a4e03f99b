//! People and what is asked of them, cell by cell, at one moment. Pure.
use std::collections::HashMap;
use std::rc::Rc;

use judge::{Finding, Known, Mode, Subject, Weight};
use kernel::access::{Actor, Level, Reach, Sites, matrix};
use kernel::{Fields, Instant, Lang, PersonId, SiteId};
use people::{Bucket, Listed};
use ui::Why;

use crate::moments::model::{Asked, When};
use crate::rules::model::{Rule, Source};
use crate::standings::asking::Asking;
use crate::standings::model::{Place, Somebody, World, bucket, judged};

/// People read and judged together, where a page looks for some of them.
pub const STRETCH: usize = 200;
/// Stretches that one page looks through, at most.
pub const STRETCHES: usize = 10;

/// Whom the list shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum View {
    All,
    /// Whom something keeps out or will.
    Short,
    /// Of whom something ends soon.
    Expiring,
    /// Of whom something waits to be checked.
    Waiting,
}

impl View {
    pub const ALL: [Self; 4] = [Self::All, Self::Short, Self::Expiring, Self::Waiting];

    pub const fn code(self) -> &'static str {
        match self {
            Self::All => "",
            Self::Short => "red",
            Self::Expiring => "expiring",
            Self::Waiting => "waiting",
        }
    }

    pub fn parse(fields: &Fields) -> Self {
        let code = fields.text("status");
        Self::ALL.into_iter().find(|it| it.code() == code).unwrap_or(Self::All)
    }

    pub fn shows(self, line: &Line) -> bool {
        let any = |status| line.held.contains(&status);
        match self {
            Self::All => true,
            Self::Short => matches!(line.bucket, Bucket::NotValid | Bucket::NotStarted),
            Self::Expiring => any(judge::Status::Expiring),
            Self::Waiting => any(judge::Status::Pending),
        }
    }
}

/// With whose knowledge the past is judged: as it is known now, or as it was known then.
pub fn known(fields: &Fields, asked: &Asked) -> Known {
    if asked.when == When::Past && fields.text("known") == "then" {
        Known::At(judged(asked.at))
    } else {
        Known::Now
    }
}

/// The sites of which somebody reads how others stand there (decision 0008). Whoever has no right about sites at all reads
/// it of everybody within reach.
pub struct Sight(Option<Sites>);

impl Sight {
    pub fn of(actor: &Actor) -> Self {
        Self(Sites::of(actor, &matrix::SITES, Level::View))
    }

    pub fn has(&self, site: SiteId) -> bool {
        self.0.as_ref().is_none_or(|it| it.has(site))
    }
}

/// One thing that is asked for: a course, a certificate, or one of several.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    pub name: String,
    subjects: Vec<Subject>,
}

/// What is asked for, each thing once, however many rules ask for it.
#[derive(Debug, Clone, Default)]
pub struct Columns {
    pub all: Vec<Column>,
    /// The column of each rule, by its id.
    of: HashMap<u128, usize>,
}

impl Columns {
    /// What rules in sight ask for at a moment or later: what every site asks for first, then what some do, then what is
    /// asked of groups and job roles; each by name.
    pub fn of(world: &World, sight: &Sight, site: Option<SiteId>, at: Instant) -> Self {
        let here = |it: SiteId| site.is_none_or(|site| site == it) && sight.has(it);
        let region = |id| world.regions.iter().any(|(site, of)| of.contains(&id) && here(*site));
        let seen = |rule: &&Rule| match rule.source {
            Source::Site(id) => here(id),
            Source::Region(id) => region(id),
            _ => true,
        };
        let asks = |rule: &&Rule| {
            let over = rule.end.is_some_and(|it| it.at <= at);
            rule.terms.mode != Mode::Hidden && !over
        };
        let mut found: Vec<(judge::Block, Column, Vec<u128>)> = Vec::new();
        for rule in world.rules.iter().filter(asks).filter(seen) {
            let mut subjects = rule.terms.subjects.clone();
            subjects.sort_unstable();
            let (block, id) = (rule.source.judged().block(), rule.id.number());
            let known = found.iter_mut().find(|(_, column, _)| column.subjects == subjects);
            if let Some((first, _, rules)) = known {
                *first = block.min(*first);
                rules.push(id);
            } else {
                let name = rule.terms.name(world);
                found.push((block, Column { name, subjects }, vec![id]));
            }
        }
        found.sort_by(|a, b| (a.0, &a.1.name).cmp(&(b.0, &b.1.name)));
        let mut columns = Self::default();
        for (at, (_, column, rules)) in found.into_iter().enumerate() {
            columns.all.push(column);
            columns.of.extend(rules.into_iter().map(|it| (it, at)));
        }
        columns
    }
}

/// What a cell says: a shape, and the words that all pages say.
#[derive(Debug, Clone)]
pub struct Cell {
    pub status: ui::Status,
    /// It is asked for and not there.
    pub gap: bool,
    /// It is there, and ends soon.
    pub ends: bool,
    pub words: Rc<str>,
    /// What met it, or comes nearest, where that is not what the column is called.
    pub by: Option<String>,
}

impl Cell {
    /// As one text, for a file.
    pub fn text(&self) -> String {
        match &self.by {
            None => self.words.as_ref().to_owned(),
            Some(by) => format!("{by}: {}", self.words),
        }
    }
}

/// One person.
#[derive(Debug, Clone)]
pub struct Line {
    pub id: PersonId,
    pub name: String,
    pub company: Option<String>,
    pub job_role: Option<String>,
    /// Where they were looked at.
    pub sites: Vec<SiteId>,
    pub bucket: Bucket,
    /// What keeps them out whatever they have learned.
    pub bars: Vec<Why>,
    /// In the order of the columns; none where it is not asked of them.
    pub cells: Vec<Option<Cell>>,
    /// How what is required of them stands.
    held: Vec<judge::Status>,
}

/// What a finding's words are made of, besides the name of what is asked.
type Said = (judge::Status, Weight, Option<judge::Day>, Option<judge::Day>, Option<judge::Note>);

/// Puts lines together.
pub struct Table<'w> {
    pub world: &'w World,
    pub columns: Columns,
    pub sight: Sight,
    site: Option<SiteId>,
    asking: Asking<'w>,
    moment: (Instant, Known),
    lang: Lang,
    /// Words that were said before: the same day in the same sentence comes often.
    said: HashMap<Said, (ui::Status, Rc<str>)>,
}

impl<'w> Table<'w> {
    pub fn of(
        world: &'w World,
        (actor, lang): (&Actor, Lang),
        site: Option<SiteId>,
        (asked, known): (&Asked, Known),
    ) -> Self {
        let sight = Sight::of(actor);
        let columns = Columns::of(world, &sight, site, asked.at);
        let (asking, moment) = (Asking::new(world), (asked.at, known));
        Self { world, columns, sight, site, asking, moment, lang, said: HashMap::new() }
    }

    /// One person over the places in sight: of each column the worst answer, and how they stand at their worst place.
    pub fn line(&mut self, listed: Listed, who: &Somebody) -> Line {
        let seen =
            |it: &&Place| self.sight.has(it.site) && self.site.is_none_or(|site| site == it.site);
        let places: Vec<Place> = who.places.iter().filter(seen).copied().collect();
        let mut worst = vec![None; self.columns.all.len()];
        let (mut held, mut bars, mut stands) = (Vec::new(), Vec::new(), Bucket::NothingAsked);
        let nowhere = places.is_empty().then_some(None);
        for place in nowhere.into_iter().chain(places.iter().copied().map(Some)) {
            let standing = self.asking.at(who, place.as_ref(), self.moment);
            let bucket = bucket(&standing);
            if bars.is_empty() && !standing.bars.is_empty() {
                let all = self.world.reasons(&standing, self.world.zone(place.map(|it| it.site)));
                bars.extend(all.into_iter().take(standing.bars.len()));
            }
            stands = stands.max(bucket);
            for it in standing.findings {
                if it.mode == Mode::Required {
                    held.push(it.status);
                }
                let column = self.columns.of.get(&it.requirement.0);
                if let Some(cell) = column.and_then(|at| worst.get_mut(*at)) {
                    keep_worse(cell, it);
                }
            }
        }
        let cells = worst.iter().enumerate();
        let cells = cells.map(|(at, it)| it.as_ref().map(|it| self.cell(at, it))).collect();
        Line {
            id: listed.id,
            name: listed.name,
            company: listed.company,
            job_role: listed.job_role,
            sites: places.iter().map(|it| it.site).collect(),
            bucket: stands,
            bars,
            cells,
            held,
        }
    }

    fn cell(&mut self, column: usize, finding: &Finding) -> Cell {
        let said = (finding.status, finding.weight, finding.last, finding.due, finding.note);
        let (world, lang) = (self.world, self.lang);
        let (status, words) = self.said.entry(said).or_insert_with(|| {
            let why = world.why(finding);
            (why.status(), why.words(lang).into())
        });
        let several = self.columns.all.get(column).is_some_and(|it| it.subjects.len() > 1);
        let by = (several && finding.by.is_some()).then(|| world.why(finding).subject().to_owned());
        // What is optional leaves no gap.
        let gap = !finding.status.met() && finding.weight != Weight::Fine;
        let ends = finding.status == judge::Status::Expiring;
        Cell { status: *status, gap, ends, words: Rc::clone(words), by }
    }
}

/// Of two answers about the same thing the one that weighs more; of two that hold, the one that ends first.
fn keep_worse(kept: &mut Option<Finding>, next: Finding) {
    let rank = |it: &Finding| {
        let last = it.last.filter(|_| it.status.met()).map_or(i32::MIN, |day| -day.0);
        (it.weight, it.status, last)
    };
    if kept.as_ref().is_none_or(|it| rank(&next) > rank(it)) {
        *kept = Some(next);
    }
}
