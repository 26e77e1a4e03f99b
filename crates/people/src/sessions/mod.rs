//! A session is one browser that somebody signed in with.
pub mod model;
pub mod page;
pub mod store;
#[cfg(test)]
mod tests;

use axum::response::{IntoResponse, Response};
use kernel::limit::Try;
use kernel::{
    Answer, Anyone, Error, Event, Form, House, LocalPath, Path, Result, Routes, Search, SignedIn,
    Snapshot, Token, Tx, Visit, see,
};
use ui::Desk;

use self::model::{Login, Tried};
use crate::accounts;

pub fn routes() -> Routes {
    Routes::new()
        .get("/sign-in", new)
        .post_after("/sign-in", weigh, create)
        .get("/sign-in/{token}", show_link)
        .post("/sign-in/{token}", create_by_link)
        .post("/sign-out", destroy)
}

fn new(
    gate: &Anyone,
    db: &Snapshot<'_>,
    (Search(search), visit): &(Search, Visit),
) -> Result<Response> {
    let next = model::next(search.text("next"));
    if gate.who().is_some() {
        return Ok(see(next));
    }
    let desk = Desk::of(db, None, visit);
    Ok(page::form(&desk, "", next.as_str(), None).into_response())
}

/// Checks the password, outside of any transaction: it takes as long for an unknown name as for a known one.
fn weigh(_: &Anyone, house: &House, (Form(form), visit): &(Form, Visit)) -> Result<Tried> {
    let permit = house.limits.permit(Try::SignIn, visit.peer)?;
    let (login, known_device) = house.read(|db| {
        let login = store::login(db, &form.text("login").to_lowercase())?;
        let device =
            visit.device.as_ref().map(Token::hash).zip(login.as_ref().map(|it| it.account));
        let known =
            device.map_or(Ok(false), |(device, account)| store::knows(db, &device, account))?;
        Ok((login, known))
    })?;
    let now = house.clock.now();
    let open = login.as_ref().filter(|it| known_device || !it.is_locked(now));
    let password = open.and_then(|it| it.password.as_deref());
    let right = house.hashing.matches(permit, form.get("password").unwrap_or_default(), password);
    Ok(Tried { weighed: open.is_some(), login, known_device, right })
}

fn create(
    _: &Anyone,
    tx: &mut Tx<'_>,
    (Form(form), visit): &(Form, Visit),
    tried: &Tried,
) -> Result<Answer> {
    let next = model::next(form.text("next"));
    let org = match tried.login.as_ref().filter(|_| tried.right) {
        Some(login) => store::home_organisation(tx, login.account)?,
        None => None,
    };
    let Some((login, org)) = tried.login.as_ref().zip(org) else {
        match tried.login.as_ref().filter(|_| tried.weighed) {
            Some(login) => note_failure(tx, login, tried, visit)?,
            None => store::count_stray(tx, form.text("login"))?,
        }
        let desk = Desk::of(tx, None, visit);
        let page =
            page::form(&desk, form.text("login"), next.as_str(), Some("accounts-sign-in-wrong"));
        // Kept, not refused: the failed try must count.
        return Ok(Answer::done((axum::http::StatusCode::UNPROCESSABLE_ENTITY, page)));
    };
    // The owner of a known browser gets in while strangers guess; their tries still count.
    if !tried.known_device {
        store::forget_failures(tx, login.account)?;
    }
    let answer = open(tx, login.account, org, visit, next)?;
    Ok(answer)
}

fn note_failure(tx: &mut Tx<'_>, login: &Login, tried: &Tried, visit: &Visit) -> Result<()> {
    match visit.device.as_ref().filter(|_| tried.known_device) {
        Some(device) => store::count_device_failure(tx, &device.hash(), login.account),
        None => store::count_failure(tx, login),
    }
}

/// Opens a session for an account and leads on. Somebody who was in before, and is now with a browser that was not, is
/// told by mail (N-09).
pub fn open(
    tx: &mut Tx<'_>,
    account: kernel::AccountId,
    org: kernel::OrgId,
    visit: &Visit,
    next: LocalPath,
) -> Result<Answer> {
    let device = visit.device.as_ref().map(Token::hash);
    if store::is_new_device(tx, device.as_ref(), account)? {
        let contact = accounts::store::contact(tx, account)?;
        let link = tx.house().url("/account");
        if let Some(letter) = page::letter(&contact, &visit.agent, tx.now(), &link) {
            notices::post(tx, &letter)?;
        }
    }
    open_untold(tx, account, org, visit, next)
}

/// Opens a session of which no mail needs to tell, because another one does, or because nobody lives at the address.
/// Every way in ends here.
pub fn open_untold(
    tx: &mut Tx<'_>,
    account: kernel::AccountId,
    org: kernel::OrgId,
    visit: &Visit,
    next: LocalPath,
) -> Result<Answer> {
    // Whoever was signed in with this browser is so no longer.
    if let Some(old) = &visit.session {
        store::end(tx, &old.hash())?;
    }
    let token = tx.house().random.token();
    store::open(tx, &token.hash(), account, org, visit)?;
    let actor = store::identify(tx, &token)?.ok_or(Error::SignIn)?;
    tx.act_as(Some(actor));
    tx.record(&Event::new(org, "session.opened", "account", account))?;
    let device = visit.device.clone().unwrap_or_else(|| tx.house().random.token());
    store::remember_device(tx, &device.hash(), account)?;
    let answer = Answer::to(next).with_cookie(&model::session_cookie(visit.secure, &token));
    Ok(answer.with_cookie(&model::device_cookie(visit.secure, &device)))
}

fn show_link(
    _: &Anyone,
    db: &Snapshot<'_>,
    (Path(token), visit): &(Path<Token>, Visit),
) -> Result<Response> {
    let name = store::link(db, &token.hash())?.ok_or(Error::Gone("accounts-link-over"))?.2;
    Ok(page::link(&Desk::of(db, None, visit), &token.reveal(), &name).into_response())
}

fn create_by_link(
    _: &Anyone,
    tx: &mut Tx<'_>,
    (Path(token), visit): &(Path<Token>, Visit),
) -> Result<Answer> {
    let (account, org, _) =
        store::link(tx, &token.hash())?.ok_or(Error::Gone("accounts-link-over"))?;
    open_untold(tx, account, org, visit, "/home".into())
}

fn destroy(gate: &SignedIn, tx: &mut Tx<'_>, visit: &Visit) -> Result<Answer> {
    let who = gate.who();
    if let Some(token) = &visit.session {
        store::end(tx, &token.hash())?;
    }
    tx.record(&Event::new(who.org, "session.ended", "account", who.account))?;
    Ok(Answer::to("/sign-in").with_cookie(&model::no_session(visit.secure)))
}
