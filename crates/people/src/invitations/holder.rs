//! The invited person's side: the page behind the link.
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use kernel::access::Gate;
use kernel::limit::Try;
use kernel::password::Password;
use kernel::{
    Actor, Answer, Error, Event, Form, House, Invalid, Request, Result, Routes, Snapshot, Token,
    Tx, Visit,
};
use ui::Desk;

use super::model::{Invitation, State};
use super::{page, store};
use crate::accounts::store::{Fresh, by_email, insert, join};
use crate::{grants, sessions};

pub fn routes() -> Routes {
    Routes::new().get("/invitation/{token}", show).post_after("/invitation/{token}", weigh, create)
}

/// The gate of whoever holds an invitation's link: the link is what lets them in, whoever they are.
pub struct Holder {
    invitation: Invitation,
    token: Token,
}

impl Gate for Holder {
    fn name() -> String {
        "holder of an invitation".to_owned()
    }

    /// Unknown, renewed and withdrawn links look the same; one that was used or ran out says so, because only its
    /// holder can know it.
    fn admit(db: &Snapshot<'_>, request: &Request) -> Result<Self> {
        let text = request.params.first().map(|(_, value)| value.as_str()).unwrap_or_default();
        let token = Token::parse(text).ok_or(Error::Gone("invitations-over"))?;
        let found = store::by_hash(db, &token.hash())?.ok_or(Error::Gone("invitations-over"))?;
        match found.state(db.now()) {
            State::Pending | State::Bounced => Ok(Self { invitation: found, token }),
            State::Accepted => Err(Error::Gone("invitations-used")),
            State::Expired => Err(Error::Gone("invitations-expired")),
            State::Revoked => Err(Error::Gone("invitations-over")),
        }
    }

    fn actor(&self) -> Option<&Actor> {
        None
    }
}

fn show(gate: &Holder, db: &Snapshot<'_>, visit: &Visit) -> Result<Response> {
    let known = by_email(db, &gate.invitation.email)?.is_some();
    let (_, organisation) = store::organisation(db, gate.invitation.org)?;
    let desk = Desk::of(db, None, visit);
    let token = gate.token.reveal();
    Ok(page::accept(&desk, &token, &organisation, &gate.invitation, known, &Invalid::default())
        .into_response())
}

/// What was made ready before the transaction: a new password's hash, the proof of a known one, or a problem.
pub enum Weighed {
    New(String),
    Known,
    Wrong(&'static str, &'static str),
}

/// Hashes the new password, or checks the one of the account that the address has already.
fn weigh(gate: &Holder, house: &House, (Form(form), visit): &(Form, Visit)) -> Result<Weighed> {
    let permit = house.limits.permit(Try::Link, visit.peer)?;
    let typed = form.get("password").unwrap_or_default();
    let invitation = &gate.invitation;
    if let Some((_, kept)) = house.read(|db| by_email(db, &invitation.email))? {
        let right = house.hashing.matches(permit, typed, kept.as_deref());
        return Ok(if right {
            Weighed::Known
        } else {
            Weighed::Wrong("password", "accounts-password-wrong")
        });
    }
    Ok(match Password::parse(typed, &[invitation.name.as_str(), invitation.email.as_str()]) {
        Ok(password) => Weighed::New(house.hashing.hash(&password, &house.random)?),
        Err(_) if typed.is_empty() => Weighed::Wrong("password", "error-required"),
        Err(problem) => Weighed::Wrong("password", problem),
    })
}

fn create(
    gate: &Holder,
    tx: &mut Tx<'_>,
    (Form(form), visit): &(Form, Visit),
    weighed: &Weighed,
) -> Result<Answer> {
    let invitation = &gate.invitation;
    let code_is_right = invitation
        .code
        .as_ref()
        .is_none_or(|it| it.matches(&super::model::code_hash(form.text("code"))));
    let known = by_email(tx, &invitation.email)?;
    let problem = match weighed {
        _ if !code_is_right => Some(("code", "invitations-code-wrong")),
        Weighed::Wrong(field, problem) => Some((*field, *problem)),
        // The account was made, or went, between the two looks.
        Weighed::New(_) if known.is_some() => Some(("password", "accounts-password-wrong")),
        Weighed::Known if known.is_none() => Some(("password", "error-required")),
        _ => None,
    };
    if let Some((field, problem)) = problem {
        // Kept: tries are counted, so that neither code nor password can be guessed through a link.
        store::count_try(tx, invitation)?;
        let (_, organisation) = store::organisation(tx, invitation.org)?;
        let desk = Desk::of(tx, None, visit);
        let invalid = Invalid::one(field, problem);
        let token = gate.token.reveal();
        let page =
            page::accept(&desk, &token, &organisation, invitation, known.is_some(), &invalid);
        return Ok(Answer::done((StatusCode::UNPROCESSABLE_ENTITY, page)));
    }
    accept(tx, invitation, weighed, known.map(|it| it.0), visit)
}

fn accept(
    tx: &mut Tx<'_>,
    invitation: &Invitation,
    weighed: &Weighed,
    known: Option<kernel::AccountId>,
    visit: &Visit,
) -> Result<Answer> {
    store::accept(tx, invitation)?;
    let account = match (known, weighed) {
        (Some(account), _) => account,
        (None, Weighed::New(hash)) => insert(
            tx,
            &Fresh {
                email: Some(invitation.email.as_str()),
                username: None,
                name: invitation.name.as_str(),
                lang: visit.lang,
                password: Some(hash),
                // Whoever holds the link was reached at the address.
                verified: true,
            },
        )?,
        (None, _) => return Err(Error::Gone("invitations-over")),
    };
    join(tx, invitation.org, account, invitation.person, invitation.purpose.membership())?;
    for grant in &invitation.grants {
        grants::store::insert(tx, invitation.org, account, grant)?;
    }
    let next = invitation.purpose.first_page();
    let answer = sessions::open(tx, account, invitation.org, visit, next.into())?;
    let event = Event::new(invitation.org, "invitation.accepted", "invitation", invitation.id)
        .named(invitation.name.as_str());
    tx.record(&match invitation.person {
        Some(person) => event.about(person),
        None => event,
    })?;
    let (who, place) = (invitation.name.as_str(), format!("/invitations/{}", invitation.id));
    let args = [("name", who.into())];
    notices::tell(tx, invitation.org, invitation.made_by, "invitation-accepted", &args, &place)?;
    Ok(answer)
}
