//! The stories of the told world about evidence: three qualifications, and what some people showed for them.
use kernel::access::{Actor, Face};
use kernel::field::{Line, Lines, Name};
use kernel::file::{Kind, check};
use kernel::{Date, Error, EvidenceId, Lang, OrgId, PersonId, QualificationId, Result, Tx, Zone};
use people::fixtures::{Persona, World};

use crate::evidence::model::{Draft, File, Given, Reason, Side};
use crate::evidence::store::{Fresh, decide, insert};
use crate::qualifications::model as qualification;

/// Tells the stories. Needs the told world.
pub fn tell(tx: &mut Tx<'_>, world: &World) -> Result<()> {
    let cscs = qualify(tx, world.org, "CSCS card", ("CSCS", "Site card"), 60)?;
    let first_aid =
        qualify(tx, world.org, "First aid at work", ("St John Ambulance", "Health"), 36)?;
    let asbestos = qualify(tx, world.org, "Asbestos awareness", ("UKATA", "Health"), 12)?;
    let owner = actor(tx, world, "owner")?;
    let mut teller = Teller { tx, world, owner, seed: 0 };
    teller.shows("employee", cscs, ("2024-05-06", Some("2029-05-05")), Some(Ok(())))?;
    teller.shows("employee", asbestos, ("2026-11-02", None), None)?;
    teller.shows("engineer", cscs, ("2022-02-01", Some("2026-12-20")), Some(Ok(())))?;
    teller.shows("supervisor", first_aid, ("2023-10-01", Some("2026-09-30")), Some(Ok(())))?;
    teller.shows("operator", cscs, ("2025-01-15", Some("2030-01-14")), Some(Err(())))?;
    teller.shows("team-manager", first_aid, ("2026-03-03", Some("2029-03-02")), None)
}

fn line<const MAX: usize>(text: &str) -> Result<Line<MAX>> {
    Line::parse(text).map_err(Error::internal)
}

fn qualify(
    tx: &mut Tx<'_>,
    org: OrgId,
    name: &str,
    (issuer, category): (&str, &str),
    months: u16,
) -> Result<QualificationId> {
    let words = "Photograph the card flat, in good light, with all four corners in the picture.";
    let draft = qualification::Draft {
        name: Name::parse(name).map_err(Error::internal)?,
        issuer: Some(line(issuer)?),
        category: Some(line(category)?),
        instructions: Some(Lines::parse(words).map_err(Error::internal)?),
        needs_number: name == "CSCS card",
        needs_expiry: false,
        needs_front: true,
        needs_back: name == "CSCS card",
        validity: Some(judge::Validity::Months(months)),
        remind: 60,
    };
    crate::qualifications::store::insert(tx, org, &draft)
}

fn persona<'w>(world: &'w World, key: &str) -> Result<&'w Persona> {
    world.actors.iter().find(|it| it.key == key).ok_or(Error::NotFound)
}

/// Somebody of the stories, acting.
fn actor(tx: &Tx<'_>, world: &World, key: &str) -> Result<Actor> {
    let it = persona(world, key)?;
    Ok(Actor {
        account: it.account,
        session: tx.new_id(),
        org: world.org,
        person: crate::evidence::store::person_of(tx, world.org, it.account)?,
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

struct Teller<'a, 't> {
    tx: &'a mut Tx<'t>,
    world: &'a World,
    owner: Actor,
    seed: u32,
}

impl Teller<'_, '_> {
    /// Somebody shows something, and the owner approves it, rejects it, or has not looked yet.
    fn shows(
        &mut self,
        key: &str,
        qualification: QualificationId,
        (issued, expires): (&str, Option<&str>),
        decision: Option<Result<(), ()>>,
    ) -> Result<()> {
        let actor = actor(self.tx, self.world, key)?;
        let person: PersonId = actor.person.ok_or(Error::NotFound)?;
        self.seed += 1;
        let kept = crate::qualifications::store::find(self.tx, self.world.org, qualification)?;
        let issuer = kept.draft.issuer.as_ref().map_or("CSCS", |it| it.as_str()).to_owned();
        let draft = Draft {
            name: line(kept.draft.name.as_str())?,
            issuer: line(&issuer)?,
            issued: Date::parse(issued).ok_or(Error::NotFound)?,
            expires: expires.and_then(Date::parse),
            number: Some(line(&format!("HW-{:06}", self.seed * 7_411))?),
        };
        let mut files = Vec::new();
        let sides = if kept.draft.needs_back { &Side::ALL[..] } else { &Side::ALL[..1] };
        for (side, card) in sides.iter().zip([self.seed, self.seed + 100]) {
            files.push(self.photograph(*side, card)?);
        }
        let fresh = Fresh { person, qualification, draft: &draft, files: &files, approved: false };
        let id = insert(self.tx, &actor, &fresh)?;
        self.decides(id, decision)
    }

    fn decides(&mut self, id: EvidenceId, decision: Option<Result<(), ()>>) -> Result<()> {
        let given = Given { reason: Reason::Unreadable, words: String::new() };
        match decision {
            None => Ok(()),
            Some(Ok(())) => decide(self.tx, &self.owner, id, None),
            Some(Err(())) => decide(self.tx, &self.owner, id, Some(&given)),
        }
    }

    fn photograph(&self, side: Side, seed: u32) -> Result<File> {
        let sound = check(&kernel::file::card(seed)).map_err(Error::internal)?;
        let size = i64::try_from(sound.bytes.len()).unwrap_or_default();
        let hash = self.tx.house().blobs.put(sound.bytes)?;
        Ok(File { side, kind: Kind::Jpeg, hash, size, look: sound.look })
    }
}
