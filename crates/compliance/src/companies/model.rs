//! How the people of a company stand, per person and per site. Pure.
use judge::{Decision, Known, Standing, Status, Weight};
use kernel::{Instant, PersonId, SiteId};
use ui::Why;

use crate::matrix::model::Sight;
use crate::standings::asking::Asking;
use crate::standings::model::{Place, Somebody, World};

/// Somebody at a place, with the reasons that matter there.
#[derive(Debug, Clone)]
pub struct Stand {
    pub person: PersonId,
    pub name: String,
    pub decision: Decision,
    /// What keeps them out; where nothing does, what is open or ends soon.
    pub reasons: Vec<Why>,
}

/// A site, or no site in particular, and who stands there how.
#[derive(Debug, Clone)]
pub struct Here {
    pub site: Option<SiteId>,
    pub all: Vec<Stand>,
}

impl Here {
    pub fn who(&self, decision: Decision) -> impl Iterator<Item = &Stand> {
        self.all.iter().filter(move |it| it.decision == decision)
    }
}

/// All people of a company within reach. Whoever is blocked at one of their sites counts as blocked (H-S2).
#[derive(Debug, Clone, Default)]
pub struct Crew {
    pub people: usize,
    pub blocked: usize,
    /// Of whom something ends soon, blocked or not.
    pub expiring: usize,
    pub here: Vec<Here>,
    /// There are more people than a page looks at.
    pub cut: bool,
}

impl Crew {
    pub fn may_work(&self) -> usize {
        self.people - self.blocked
    }

    /// One more person, at each of the places in sight.
    pub fn add(
        &mut self,
        (asking, moment): (&mut Asking<'_>, (Instant, Known)),
        world: &World,
        sight: &Sight,
        who: &Somebody,
    ) {
        let seen = who.places.iter().filter(|it| sight.has(it.site));
        let places: Vec<Place> = seen.copied().collect();
        let nowhere = places.is_empty().then_some(None);
        let (mut blocked, mut expiring) = (false, false);
        for place in nowhere.into_iter().chain(places.iter().copied().map(Some)) {
            let standing = asking.at(who, place.as_ref(), moment);
            let site = place.map(|it| it.site);
            blocked = blocked || standing.decision == Decision::Red;
            let asked = |it: &&judge::Finding| it.mode == judge::Mode::Required;
            let mut all = standing.findings.iter().filter(asked);
            expiring = expiring || all.any(|it| it.status == Status::Expiring);
            let stand = Stand {
                person: who.id,
                name: who.name.clone(),
                decision: standing.decision,
                reasons: reasons(world, site, &standing),
            };
            match self.here.iter_mut().find(|it| it.site == site) {
                Some(here) => here.all.push(stand),
                None => self.here.push(Here { site, all: vec![stand] }),
            }
        }
        self.people += 1;
        self.blocked += usize::from(blocked);
        self.expiring += usize::from(expiring);
    }

    /// Sites by name, no site in particular last.
    pub fn sort(&mut self, world: &World) {
        let name = |it: &Here| {
            it.site.and_then(|id| world.sites.get(&id)).map(|it| it.name.to_lowercase())
        };
        self.here.sort_by_key(|it| (it.site.is_none(), name(it)));
    }
}

/// The reasons that make the answer what it is, the heaviest first; of a green one, what ends soon.
fn reasons(world: &World, site: Option<SiteId>, standing: &Standing) -> Vec<Why> {
    let all = world.reasons(standing, world.zone(site));
    let bars = standing.bars.len();
    let weighs = |weight: Weight| {
        let findings = standing.findings.iter().zip(all.iter().skip(bars));
        findings.filter(move |(it, _)| it.weight == weight).map(|(_, why)| why.clone())
    };
    let soon = |status: Status| {
        let findings = standing.findings.iter().zip(all.iter().skip(bars));
        findings.filter(move |(it, _)| it.status == status).map(|(_, why)| why.clone())
    };
    match standing.decision {
        Decision::Red => all.iter().take(bars).cloned().chain(weighs(Weight::Blocks)).collect(),
        Decision::Amber => weighs(Weight::Warns).collect(),
        Decision::Green => soon(Status::Expiring).collect(),
    }
}
