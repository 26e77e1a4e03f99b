//! The stories of the told world about assessments: two templates people can fill in, one that is still written, and what
//! some people answered.
use kernel::access::{Actor, Face};
use kernel::field::Name;
use kernel::file::{Kind as FileKind, check};
use kernel::{
    AccountId, AssessmentId, Error, Hash, Lang, OrgId, Result, TemplateId, TemplateQuestionId, Tx,
    Zone,
};
use people::fixtures::World;

use crate::attempts::store as attempts;
use crate::questions::model::{Draft as Asked, Kind as Question};
use crate::questions::store as questions;
use crate::templates::model::{Draft, Expiry, Kind, State, USUAL_DAYS};
use crate::templates::store as templates;

/// What somebody answers: words, or a picture.
#[derive(Clone, Copy)]
enum Says<'a> {
    Words(&'a str),
    Noted(&'a str, &'a str),
    Picture,
}

/// Tells the stories. Needs the told world.
pub fn tell(tx: &mut Tx<'_>, world: &World) -> Result<()> {
    let owner = account(world, "owner")?;
    let (risk, risky) = site_risk(tx, world, owner)?;
    let (health, healthy) = health(tx, world, owner)?;
    let (lone, _) = template(tx, world.org, Kind::Questionnaire, "Lone working", false, None)?;
    ask(tx, world.org, lone, &asked(Question::YesNo, "Does somebody know where you are?"))?;
    let picture = picture(tx)?;
    let mut teller = Teller { tx, world, picture };
    let usual = |name| {
        [
            Says::Words("yes"),
            Says::Words("Lifting"),
            Says::Words("4.5"),
            Says::Words("Edge protection is up, the crane is out of use."),
            Says::Picture,
            Says::Words(name),
        ]
    };
    let told = (risk, risky.as_slice());
    let approved = teller.fills("operator", told, &usual("Oskar Lind"))?;
    teller.hands_in("operator", approved, Some(Ok(())))?;
    let waiting = teller.fills("engineer", told, &usual("Enzo Marchetti"))?;
    teller.hands_in("engineer", waiting, None)?;
    let mut open = usual("Sunita Rao");
    open[0] = Says::Noted("no", "Cables over the walkway.");
    let rejected = teller.fills("supervisor", told, &open)?;
    teller.hands_in("supervisor", rejected, Some(Err("Clear the walkway, then send it again.")))?;
    let told = (health, healthy.as_slice());
    teller.fills("employee", told, &[Says::Words("no")]).map(drop)
}

fn account(world: &World, key: &str) -> Result<AccountId> {
    let found = world.actors.iter().find(|it| it.key == key);
    found.map(|it| it.account).ok_or(Error::NotFound)
}

fn asked(kind: Question, words: &str) -> Asked {
    Asked {
        kind,
        words: words.to_owned(),
        help: String::new(),
        required: true,
        note_on: String::new(),
        choices: Vec::new(),
        least: None,
        most: None,
        unit: String::new(),
    }
}

fn template(
    tx: &mut Tx<'_>,
    org: OrgId,
    kind: Kind,
    name: &str,
    approval: bool,
    site: Option<kernel::SiteId>,
) -> Result<(TemplateId, Draft)> {
    let description = match kind {
        Kind::Risk => "Before you begin work, each time the place or the work is another one.",
        Kind::Questionnaire => "",
    };
    let draft = Draft {
        kind,
        name: Name::parse(name).map_err(Error::internal)?,
        description: description.to_owned(),
        site,
        approval,
        by_manager: false,
        accounts: Vec::new(),
        groups: Vec::new(),
        expiry: Expiry::Days(USUAL_DAYS),
    };
    Ok((templates::insert(tx, org, &draft)?, draft))
}

fn ask(tx: &mut Tx<'_>, org: OrgId, id: TemplateId, it: &Asked) -> Result<TemplateQuestionId> {
    questions::insert(tx, org, id, it)
}

fn publish(tx: &mut Tx<'_>, org: OrgId, id: TemplateId, by: AccountId) -> Result<()> {
    templates::freeze(tx, org, id, by)?;
    templates::set_state(tx, org, id, &[State::Draft.code()], State::Published).map(drop)
}

type Told = (TemplateId, Vec<TemplateQuestionId>);

fn site_risk(tx: &mut Tx<'_>, world: &World, by: AccountId) -> Result<Told> {
    let (org, site) = (world.org, Some(world.gate));
    let (id, _) = template(tx, org, Kind::Risk, "Site risk assessment", true, site)?;
    let work = ["Lifting", "Digging", "Working at height", "Something else"];
    let all = [
        Asked {
            help: "Cables, holes, loose boards, ice.".to_owned(),
            note_on: "no".to_owned(),
            ..asked(Question::YesNo, "Is your work area free of things to trip over?")
        },
        Asked {
            choices: work.map(str::to_owned).to_vec(),
            ..asked(Question::Choice, "What will you do today?")
        },
        Asked {
            help: "From the ground to where you stand.".to_owned(),
            least: Some(0),
            most: Some(60_000),
            unit: "m".to_owned(),
            ..asked(Question::Number, "How high will you work?")
        },
        Asked { required: false, ..asked(Question::Text, "What keeps you and others safe?") },
        asked(Question::Photo, "Photograph your work area"),
        asked(Question::Signature, "Sign that you looked at it yourself"),
    ];
    let mut ids = Vec::new();
    for it in &all {
        ids.push(ask(tx, org, id, it)?);
    }
    publish(tx, org, id, by)?;
    Ok((id, ids))
}

fn health(tx: &mut Tx<'_>, world: &World, by: AccountId) -> Result<Told> {
    let org = world.org;
    let (id, _) = template(tx, org, Kind::Questionnaire, "Health questionnaire", false, None)?;
    let all = [
        Asked {
            note_on: "yes".to_owned(),
            ..asked(Question::YesNo, "Do you take medicine that makes you drowsy?")
        },
        asked(Question::YesNo, "Can you climb a ladder?"),
        asked(Question::Text, "Whom should we call in an emergency?"),
    ];
    let mut ids = Vec::new();
    for it in &all {
        ids.push(ask(tx, org, id, it)?);
    }
    publish(tx, org, id, by)?;
    Ok((id, ids))
}

/// A photograph of something, kept once for all stories.
fn picture(tx: &Tx<'_>) -> Result<(FileKind, Hash, i64)> {
    let sound = check(&kernel::file::card(900)).map_err(Error::internal)?;
    let size = i64::try_from(sound.bytes.len()).unwrap_or_default();
    Ok((sound.kind, tx.house().blobs.put(sound.bytes)?, size))
}

struct Teller<'a, 't> {
    tx: &'a mut Tx<'t>,
    world: &'a World,
    picture: (FileKind, Hash, i64),
}

impl Teller<'_, '_> {
    fn actor(&self, key: &str) -> Result<Actor> {
        let it = self.world.actors.iter().find(|it| it.key == key).ok_or(Error::NotFound)?;
        Ok(Actor {
            account: it.account,
            session: self.tx.new_id(),
            org: self.world.org,
            person: people::fixtures::named(self.tx, self.world.org, it.name)?,
            grants: Vec::new(),
            face: Face {
                name: it.name.to_owned(),
                organisation: String::new(),
                lang: Lang::En,
                zone: Zone::usual(),
                unread: 0,
                organisations: 1,
            },
            stale: false,
        })
    }

    /// Somebody answers the first questions of a template, as many as they have answers.
    fn fills(
        &mut self,
        key: &str,
        (template, asked): (TemplateId, &[TemplateQuestionId]),
        says: &[Says<'_>],
    ) -> Result<AssessmentId> {
        let actor = self.actor(key)?;
        let person = actor.person.ok_or(Error::NotFound)?;
        let org = self.world.org;
        let site = attempts::places(self.tx, org, person, template)?.usual;
        let fresh = attempts::Fresh { template, version: 1, person, site, former: None };
        let id = attempts::start(self.tx, &actor, &fresh)?.ok_or(Error::NotFound)?;
        for (question, says) in asked.iter().zip(says) {
            let (value, note, file) = match says {
                Says::Words(words) => (*words, "", None),
                Says::Noted(words, note) => (*words, *note, None),
                Says::Picture => ("", "", Some(self.picture)),
            };
            let written = attempts::Written { question: *question, value, note, file };
            attempts::answer(self.tx, org, id, &written)?;
        }
        Ok(id)
    }

    /// They hand it in, and the owner approves it, rejects it, or has not looked yet.
    fn hands_in(
        &mut self,
        key: &str,
        id: AssessmentId,
        decision: Option<Result<(), &str>>,
    ) -> Result<()> {
        let (actor, owner) = (self.actor(key)?, self.actor("owner")?);
        let person = actor.person.ok_or(Error::NotFound)?;
        let it = attempts::own(self.tx, self.world.org, person, id)?;
        let last = it.expiry.last_day(self.tx.now().date_in(&Zone::usual()));
        let site = it.site.map(|it| it.0);
        attempts::submit(self.tx, &actor, id, (site, last), false)?;
        match decision {
            None => Ok(()),
            Some(Ok(())) => attempts::decide(self.tx, &owner, id, None),
            Some(Err(reason)) => attempts::decide(self.tx, &owner, id, Some(reason)),
        }
    }
}
