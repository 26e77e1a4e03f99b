//! What the told world requires, so that its people stand in every way there is.
use judge::{Mode, Subject, Validity};
use kernel::{Error, Instant, Result, Tx};
use people::fixtures::{World, group, job_role};

use crate::reminders;
use crate::rules::model::{Draft, Source, Terms};
use crate::rules::store::insert;
use crate::standings::jobs::renew_all;
use crate::standings::store::world;

/// What one rule says: what it asks for and how.
struct Told {
    name: &'static str,
    mode: Mode,
    blocking: bool,
    validity: Option<Validity>,
    grace: u16,
    /// Days ago on which it began.
    began: i64,
}

const fn asks(name: &'static str) -> Told {
    Told { name, mode: Mode::Required, blocking: true, validity: None, grace: 0, began: 90 }
}

/// Tells it in a house where courses, qualifications and people are.
pub fn tell(tx: &mut Tx<'_>, told: &World) -> Result<()> {
    publish(tx, told, Source::AllSites, &asks("Site induction"))?;
    let lifting = Told { mode: Mode::Optional, ..asks("Manual handling") };
    publish(tx, told, Source::AllSites, &lifting)?;
    let card = Told { grace: 28, began: 7, ..asks("CSCS card") };
    publish(tx, told, Source::Site(told.gate), &card)?;
    if let Some(id) = job_role(tx, told, "Scaffolder")? {
        publish(tx, told, Source::JobRole(id), &asks("Working at height"))?;
    }
    let members = ["Sunita Rao", "Tomás Moreno", "Chloé Martin"];
    let first_aiders = group(tx, told, "First aiders", &members)?;
    publish(tx, told, Source::Group(first_aiders), &asks("First aid at work"))?;
    let members = ["Jack Doyle", "Tom Hughes", "Viktor Novák"];
    let demolition = group(tx, told, "Demolition", &members)?;
    let asbestos = Told { validity: Some(Validity::Months(12)), ..asks("Asbestos awareness") };
    publish(tx, told, Source::Group(demolition), &asbestos)?;
    renew_all(tx, told.org)?;
    // The stories begin when everybody has heard of all this.
    reminders::store::hush(tx, told.org)
}

fn publish(tx: &mut Tx<'_>, told: &World, source: Source, it: &Told) -> Result<()> {
    let known = world(tx, told.org)?.subjects;
    let named = known.iter().find(|(_, known)| known.name == it.name);
    let subject: Subject = *named.ok_or(Error::NotFound)?.0;
    let terms = Terms {
        subjects: vec![subject],
        mode: it.mode,
        blocking: it.blocking,
        validity: it.validity,
        grace: it.grace,
    };
    let starts: Instant = tx.now().plus_days(-it.began);
    let owner = told.actors.iter().find(|it| it.key == "owner").ok_or(Error::NotFound)?;
    let draft = Draft { terms, starts };
    insert(tx, told.org, (source, None), &draft, owner.account).map(drop)
}
