//! An invitation is a personal, single-use way in: a link, sent by mail or handed over, that makes an account for one
//! address (§7.1).
mod holder;
pub mod jobs;
pub mod model;
pub mod page;
mod renewals;
pub mod revocations;
pub mod store;
#[cfg(test)]
mod tests;

use axum::response::{IntoResponse, Response};
use kernel::access::{Actor, Grant};
use kernel::{
    Answer, Event, Fields, Form, Invalid, InvitationId, Lang, May, Path, Result, Routes, Search,
    Snapshot, Toast, Tx, Visit,
};
use notices::Letter;
use ui::Desk;

use self::model::{Draft, Drafts, Invitation, Secrets};
use crate::access::{InvitePeople, SeeInvitations};
use crate::grants;

pub fn routes() -> Routes {
    Routes::new()
        .get("/invitations", index)
        .get("/invitations/new", new)
        .post("/invitations", create)
        .get("/invitations/{id}", show)
        .post("/invitations/{id}/renewal", renewals::create)
        .post("/invitations/{id}/revocation", revocations::create)
        .merge(holder::routes())
}

fn index(
    may: &May<SeeInvitations>,
    db: &Snapshot<'_>,
    (Search(search), visit): &(Search, Visit),
) -> Result<Response> {
    let list = model::List::parse(search);
    let found = store::list(db, may.reach(), &list)?;
    let counts = store::counts(db, may.reach())?;
    let desk = Desk::of(db, Some(may.who()), visit);
    Ok(page::index(&desk, &list, &counts, &found, db.now()).into_response())
}

fn new(may: &May<InvitePeople>, db: &Snapshot<'_>, visit: &Visit) -> Result<Response> {
    let desk = Desk::of(db, Some(may.who()), visit);
    let scopes = store::scopes(db, may.reach())?;
    Ok(page::new(&desk, may.who(), &scopes, &Fields::default(), &Invalid::default())
        .into_response())
}

fn create(
    may: &May<InvitePeople>,
    tx: &mut Tx<'_>,
    (Form(form), visit): &(Form, Visit),
) -> Result<Answer> {
    let drafts = Drafts::parse(form).and_then(|drafts| {
        let granted = drafts.grant.iter().all(|it| grants::model::may_grant(may.who(), it));
        if granted {
            Ok(drafts)
        } else {
            Err(Invalid::one("role", "invitations-not-yours-to-give"))
        }
    });
    let drafts = match drafts {
        Ok(drafts) => store::refuse_known(tx, may.reach(), drafts)?,
        Err(invalid) => Err(invalid),
    };
    let drafts = match drafts {
        Ok(drafts) => drafts,
        Err(invalid) => {
            let scopes = store::scopes(tx, may.reach())?;
            let desk = Desk::of(tx, Some(may.who()), visit);
            return Ok(Answer::refused(page::new(&desk, may.who(), &scopes, form, &invalid)));
        }
    };
    let mut last = None;
    for draft in drafts.each() {
        last = Some(invite(tx, may.who(), &draft, drafts.grant.as_slice())?);
    }
    let toast = Toast::new("invitations-sent").count(drafts.len());
    let path = match last.filter(|_| drafts.len() == 1) {
        Some(id) => format!("/invitations/{id}"),
        None => "/invitations".to_owned(),
    };
    Ok(Answer::to(path).saying(&toast))
}

fn show(
    may: &May<SeeInvitations>,
    db: &Snapshot<'_>,
    (Path(id), visit): &(Path<InvitationId>, Visit),
) -> Result<Response> {
    let invitation = store::find(db, may.reach(), *id)?;
    let secrets = store::secrets(db, &invitation)?;
    let desk = Desk::of(db, Some(may.who()), visit);
    Ok(page::show(&desk, db.house(), &invitation, secrets.as_ref(), db.now()).into_response())
}

/// Invites one address: the row, its secrets, the letter and the line in the log, all or nothing. Other rooms that
/// let somebody in call this too.
pub fn invite(
    tx: &mut Tx<'_>,
    actor: &Actor,
    draft: &Draft,
    grant: &[Grant],
) -> Result<InvitationId> {
    let id: InvitationId = tx.new_id();
    let secrets = Secrets::new(&tx.house().random, store::asks_for_code(tx, actor.org)?);
    store::insert(tx, actor, id, draft, grant, &secrets)?;
    let invitation = store::find_any(tx, actor.org, id)?;
    send(tx, &invitation, &secrets)?;
    let event =
        Event::new(actor.org, "invitation.created", "invitation", id).named(draft.name.as_str());
    let event = event.set("email", &draft.email).set("purpose", &draft.purpose.code());
    tx.record(&match draft.person {
        Some(person) => event.about(person),
        None => event,
    })?;
    Ok(id)
}

/// Hears what became of letters, so that an invitation whose letter came back is seen (§7.1).
pub fn hear(tx: &mut Tx<'_>, event: &Event) -> Result<()> {
    match event.what {
        "letter.bounced" | "letter.failed" => store::bounce(tx, event.subject.1.cast()),
        "letter.renewed" => store::resume(tx, event.subject.1.cast()),
        _ => Ok(()),
    }
}

/// The letters of this capability with made-up people: for the kit.
pub fn sample_letters(lang: Lang) -> Vec<Letter> {
    model::samples().iter().map(|(it, secrets)| page::sample(lang, it, secrets)).collect()
}

/// Posts the letter that carries the link, and remembers which letter it was.
fn send(tx: &mut Tx<'_>, invitation: &Invitation, secrets: &Secrets) -> Result<()> {
    let (lang, organisation) = store::organisation(tx, invitation.org)?;
    let link = tx.house().url(&secrets.path());
    let letter: Letter = page::letter(lang, &organisation, invitation, secrets, &link);
    let letter = notices::post(tx, &letter)?;
    store::set_letter(tx, invitation, letter)
}
