//! Evidence is what somebody shows for a qualification (G-13): the fields of the document and a picture of it (T-S18).
mod approvals;
mod files;
pub mod model;
pub mod page;
mod rejections;
mod revocations;
pub mod store;
#[cfg(test)]
pub(crate) mod tests;
mod withdrawals;

use axum::response::{IntoResponse, Response};
use kernel::access::{Actor, Level, People, Reach, matrix};
use kernel::{
    Answer, Error, Event, EvidenceId, Fields, Form, House, Invalid, May, OrgId, Path, PersonId,
    QualificationId, Result, Routes, Search, Snapshot, Toast, Tx, Uploads, Visit,
};
use ui::Desk;

use self::model::{Draft, Evidence, FILES, File, Holder};
use self::page::Sheet;
use crate::access::{HandInEvidence, SeeEvidence};
use crate::qualifications::model::Qualification;
use crate::{qualifications, reviews, settings};

pub fn routes() -> Routes {
    Routes::new()
        .get("/people/{id}/evidence", index)
        .get("/people/{id}/evidence/new", new)
        .upload("/people/{id}/evidence", look, create)
        .get("/evidence/{id}", show)
        .get("/evidence/{id}/front", files::show)
        .get("/evidence/{id}/back", files::show_back)
        .post("/evidence/{id}/approval", approvals::create)
        .post("/evidence/approvals", approvals::create_all)
        .post("/evidence/{id}/rejection", rejections::create)
        .post("/evidence/{id}/revocation", revocations::create)
        .post("/evidence/{id}/withdrawal", withdrawals::create)
}

/// What somebody may do with a piece of evidence.
#[expect(
    clippy::struct_excessive_bools,
    reason = "five answers that have nothing to do with each other"
)]
#[derive(Debug, Clone, Copy, Default)]
pub struct Rights {
    /// Sees numbers and pictures.
    pub sees_all: bool,
    pub decides: bool,
    pub withdraws: bool,
    pub revokes: bool,
    pub hands_in: bool,
}

/// Whether the actor's reach with a capability covers the person.
fn reaches(
    db: &Snapshot<'_>,
    actor: &Actor,
    capability: &kernel::access::Capability,
    person: PersonId,
) -> Result<bool> {
    match People::of(actor, capability, Level::View) {
        Some(reach) => store::is_within(db, &reach, person),
        None => Ok(false),
    }
}

pub fn rights(db: &Snapshot<'_>, actor: &Actor, it: &Evidence) -> Result<Rights> {
    let own = actor.person == Some(it.person.0);
    let hands_in = reaches(db, actor, &matrix::TRAINING, it.person.0)?;
    let reviews = reaches(db, actor, &matrix::REVIEW, it.person.0)?;
    let sent = actor.account == it.submitted.1;
    Ok(Rights {
        sees_all: own || hands_in || reviews,
        decides: reviews && !own && !sent && it.is_waiting(),
        withdraws: (own || sent) && it.is_waiting(),
        revokes: reviews && !own && matches!(it.decided, Some((true, ..))) && it.ended.is_none(),
        hands_in,
    })
}

fn index(
    may: &May<SeeEvidence>,
    db: &Snapshot<'_>,
    (Path(id), visit): &(Path<PersonId>, Visit),
) -> Result<Response> {
    let holder = store::holder(db, may.reach(), *id)?;
    let found = store::of(db, may.reach().org(), *id)?;
    let hands_in = holder.active && reaches(db, may.who(), &matrix::TRAINING, *id)?;
    let desk = Desk::of(db, Some(may.who()), visit);
    let today = db.now().date_in(&may.who().face.zone);
    Ok(page::index(&desk, &holder, &found, hands_in, today).into_response())
}

fn new(
    may: &May<HandInEvidence>,
    db: &Snapshot<'_>,
    (Path(id), Search(search), visit): &(Path<PersonId>, Search, Visit),
) -> Result<Response> {
    let holder = store::holder(db, may.reach(), *id)?;
    let desk = Desk::of(db, Some(may.who()), visit);
    let place = format!("/people/{id}/evidence");
    form(db, &desk, may.who(), &holder, (&place, search))
}

/// The choice of a qualification, or the form for the one that was chosen.
pub fn form(
    db: &Snapshot<'_>,
    desk: &Desk,
    actor: &Actor,
    holder: &Holder,
    (place, search): (&str, &Fields),
) -> Result<Response> {
    let own = actor.person == Some(holder.id);
    let org = actor.org;
    let Ok(id) = search.text("qualification").parse::<QualificationId>() else {
        let all = qualifications::store::active(db, org)?;
        return Ok(page::choose(desk, holder, own, place, &all).into_response());
    };
    let wanted = wanted(db, org, id)?;
    let sent = page::begin(&wanted);
    let sheet = Sheet { holder, own, place, wanted: &wanted };
    Ok(page::new(desk, &sheet, &sent, &Invalid::default()).into_response())
}

/// A qualification that can be shown evidence for.
fn wanted(db: &Snapshot<'_>, org: OrgId, id: QualificationId) -> Result<Qualification> {
    let found = qualifications::store::find(db, org, id)?;
    if found.active { Ok(found) } else { Err(Error::NotFound) }
}

/// A form whose files were looked into, and kept if everything is right.
pub struct Ready {
    wanted: Qualification,
    sound: Result<(Draft, Vec<File>), Invalid>,
}

/// What comes with the form.
pub type Sent = ((Path<PersonId>, Form), (Uploads<FILES>, Visit));

fn look(may: &May<HandInEvidence>, house: &House, (sent, files): &Sent) -> Result<Ready> {
    let (Path(id), Form(form)) = sent;
    let holder = house.read(|db| store::holder(db, may.reach(), *id))?;
    make_ready(house, may.who(), &holder, form, &files.0)
}

/// Looks into the files of a form. They are put where files are kept when nothing is wrong; should the transaction
/// fail, nothing points at them and nobody is harmed.
pub fn make_ready(
    house: &House,
    actor: &Actor,
    holder: &Holder,
    form: &Fields,
    uploads: &Uploads<FILES>,
) -> Result<Ready> {
    let own = actor.person == Some(holder.id);
    let id = form.text("qualification").parse().map_err(|_| Error::NotFound)?;
    let (wanted, open) = house.read(|db| {
        let open = !own || may_hand_in_own(db, actor, holder)?;
        Ok((wanted(db, actor.org, id)?, open))
    })?;
    if !open {
        return Err(Error::Forbidden(matrix::TRAINING.name));
    }
    let sound = match model::parse(form, uploads, &wanted, own) {
        Err(invalid) => Err(invalid),
        Ok(checked) => {
            let mut files = Vec::new();
            for (side, it) in checked.files {
                let size = i64::try_from(it.bytes.len()).unwrap_or(i64::MAX);
                let hash = house.blobs.put(it.bytes)?;
                files.push(File { side, kind: it.kind, hash, size, look: it.look });
            }
            Ok((checked.draft, files))
        }
    };
    Ok(Ready { wanted, sound })
}

fn create(
    may: &May<HandInEvidence>,
    tx: &mut Tx<'_>,
    (sent, files): &Sent,
    ready: &Ready,
) -> Result<Answer> {
    let (Path(id), Form(form)) = sent;
    let holder = store::holder(tx, may.reach(), *id)?;
    let place = format!("/people/{id}/evidence");
    take(tx, may.who(), &holder, ready, (&place, form, &files.1))
}

/// Takes what was handed in, or shows the form again.
pub fn take(
    tx: &mut Tx<'_>,
    actor: &Actor,
    holder: &Holder,
    ready: &Ready,
    (place, form, visit): (&str, &Fields, &Visit),
) -> Result<Answer> {
    let own = actor.person == Some(holder.id);
    if !holder.active {
        return Err(Error::Conflict("evidence-person-archived"));
    }
    if own && !may_hand_in_own(tx, actor, holder)? {
        return Err(Error::Forbidden(matrix::TRAINING.name));
    }
    let (draft, files) = match &ready.sound {
        Ok(sound) => sound,
        Err(invalid) => {
            let desk = Desk::of(tx, Some(actor), visit);
            let sheet = Sheet { holder, own, place, wanted: &ready.wanted };
            return Ok(Answer::refused(page::new(&desk, &sheet, form, invalid)));
        }
    };
    let approved = !settings::store::find(tx, actor.org)?.approval
        || (!own && reaches(tx, actor, &matrix::REVIEW, holder.id)?);
    let qualification = ready.wanted.id;
    let fresh = store::Fresh { person: holder.id, qualification, draft, files, approved };
    let id = store::insert(tx, actor, &fresh)?;
    let name = ready.wanted.draft.name.as_str();
    tx.record(&submitted(actor.org, id, holder, name, draft))?;
    if approved {
        tx.record(&decided(actor.org, "evidence.approved", id, holder.id, name))?;
    } else {
        reviews::jobs::announce(tx, actor.org)?;
    }
    let words = if approved { "evidence-taken" } else { "evidence-sent" };
    Ok(Answer::to(format!("/evidence/{id}")).saying(&Toast::new(words)))
}

/// Contractors always hand in their own, employees where the organisation lets them; so does who hands in for others.
pub fn may_hand_in_own(db: &Snapshot<'_>, actor: &Actor, holder: &Holder) -> Result<bool> {
    let others = People::of(actor, &matrix::TRAINING, Level::Edit);
    Ok(holder.contractor
        || others.is_some_and(|it| it.is_more_than_own())
        || settings::store::find(db, actor.org)?.self_upload)
}

fn submitted(org: OrgId, id: EvidenceId, holder: &Holder, name: &str, draft: &Draft) -> Event {
    Event::new(org, "evidence.submitted", "evidence", id)
        .named(name)
        .about(holder.id)
        .set("issuer", &draft.issuer)
        .set("issued", &draft.issued)
        .set("expires", &draft.expires)
}

/// What became of a piece of evidence.
pub fn decided(
    org: OrgId,
    what: &'static str,
    id: EvidenceId,
    person: PersonId,
    name: &str,
) -> Event {
    Event::new(org, what, "evidence", id).named(name).about(person)
}

fn show(
    may: &May<SeeEvidence>,
    db: &Snapshot<'_>,
    (Path(id), visit): &(Path<EvidenceId>, Visit),
) -> Result<Response> {
    let it = store::find(db, may.reach(), *id)?;
    let desk = Desk::of(db, Some(may.who()), visit);
    Ok(sheet(db, &desk, may.who(), &it, (&Fields::default(), &Invalid::default()))?.into_response())
}

/// The page of one piece of evidence. What was typed comes back with what is wrong with it.
pub fn sheet(
    db: &Snapshot<'_>,
    desk: &Desk,
    actor: &Actor,
    it: &Evidence,
    (sent, invalid): (&Fields, &Invalid),
) -> Result<maud::Markup> {
    let rights = rights(db, actor, it)?;
    let today = db.now().date_in(&actor.face.zone);
    let files = if rights.sees_all { store::files(db, it.org, it.id)? } else { Vec::new() };
    let hints = if rights.decides { reviews::hints(db, actor, it, &files)? } else { Vec::new() };
    let ahead = if it.is_waiting() && !rights.decides {
        Some(reviews::store::ahead(db, it, reviews::model::Moment { now: db.now(), today })?)
    } else {
        None
    };
    let own = actor.person == Some(it.person.0);
    let shown = page::Shown { it, rights, files: &files, hints: &hints, ahead, today, own };
    Ok(page::show(desk, &shown, sent, invalid))
}
