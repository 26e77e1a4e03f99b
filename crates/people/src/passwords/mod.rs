//! A new password for somebody who forgot theirs: a link that holds for half an hour, once, and dies with the next
//! change of the password or the address. The page that asks for it answers everybody alike (T-C2).
pub mod jobs;
mod model;
pub mod page;
pub mod store;
#[cfg(test)]
pub mod tests;

use axum::response::{IntoResponse, Response};
use kernel::limit::Try;
use kernel::password::Password;
use kernel::{
    AccountId, Answer, Anyone, Error, Event, Fields, Form, Hash, House, Invalid, Path, Result,
    Routes, Snapshot, Token, Tx, Visit,
};
use ui::Desk;

use crate::{accounts, sessions};

pub fn routes() -> Routes {
    Routes::new()
        .get("/password", new)
        .post_after("/password", permit, create)
        .get("/password/sent", sent)
        .get("/password/{token}", edit)
        .post_after("/password/{token}", hash, update)
}

fn new(_: &Anyone, db: &Snapshot<'_>, visit: &Visit) -> Result<Response> {
    let desk = Desk::of(db, None, visit);
    Ok(page::new(&desk, &Fields::default(), &Invalid::default()).into_response())
}

fn permit(_: &Anyone, house: &House, (_, visit): &(Form, Visit)) -> Result<()> {
    house.limits.permit(Try::Recover, visit.peer).map(drop)
}

/// Notes the wish. Whether anybody is called so is looked up later, so that nothing here can tell.
fn create(
    _: &Anyone,
    tx: &mut Tx<'_>,
    (Form(form), visit): &(Form, Visit),
    (): &(),
) -> Result<Answer> {
    let login = model::login(form.text("login"));
    if login.is_empty() {
        let invalid = Invalid::one("login", "error-required");
        let desk = Desk::of(tx, None, visit);
        return Ok(Answer::refused(page::new(&desk, form, &invalid)));
    }
    let once = format!("forgotten/{}", Hash::of(login.as_bytes()).hex());
    let now = tx.now();
    let payload = jobs::payload(&login)?;
    tx.enqueue_at(jobs::FORGOTTEN.name, &payload, now, Some(&once))?;
    Ok(Answer::to("/password/sent"))
}

fn sent(_: &Anyone, db: &Snapshot<'_>, visit: &Visit) -> Result<Response> {
    Ok(page::sent(&Desk::of(db, None, visit)).into_response())
}

fn edit(
    _: &Anyone,
    db: &Snapshot<'_>,
    (Path(token), visit): &(Path<Token>, Visit),
) -> Result<Response> {
    let link = store::by_hash(db, &token.hash())?.ok_or(Error::Gone("account-password-over"))?;
    let desk = Desk::of(db, None, visit);
    Ok(page::edit(&desk, &token.reveal(), &link, &Invalid::default()).into_response())
}

/// A new password's hash, or what is wrong with it.
type Hashed = Result<String, &'static str>;

fn hash(
    _: &Anyone,
    house: &House,
    (Path(token), Form(form), visit): &(Path<Token>, Form, Visit),
) -> Result<Hashed> {
    let _permit = house.limits.permit(Try::Link, visit.peer)?;
    let link = house.read(|db| store::by_hash(db, &token.hash()))?;
    let link = link.ok_or(Error::Gone("account-password-over"))?;
    let typed = form.get("password").unwrap_or_default();
    Ok(match Password::parse(typed, &[link.name.as_str(), link.login.as_str()]) {
        Ok(password) => Ok(house.hashing.hash(&password, &house.random)?),
        Err(_) if typed.is_empty() => Err("error-required"),
        Err(problem) => Err(problem),
    })
}

fn update(
    _: &Anyone,
    tx: &mut Tx<'_>,
    (Path(token), _, visit): &(Path<Token>, Form, Visit),
    hashed: &Hashed,
) -> Result<Answer> {
    let link = store::by_hash(tx, &token.hash())?.ok_or(Error::Gone("account-password-over"))?;
    let hash = match hashed {
        Ok(hash) => hash,
        Err(problem) => {
            let desk = Desk::of(tx, None, visit);
            let invalid = Invalid::one("password", problem);
            return Ok(Answer::refused(page::edit(&desk, &token.reveal(), &link, &invalid)));
        }
    };
    replace(tx, link.account, hash)?;
    // The mail about the new password has just told.
    let answer = sessions::open_untold(tx, link.account, link.org, visit, "/home".into())?;
    tx.record(
        &Event::new(link.org, "account.password-reset", "account", link.account).named(link.name),
    )?;
    Ok(answer)
}

/// Gives an account another password. Whatever was signed in is so no longer, every link is dead, and the mail says
/// so (N-09).
pub fn replace(tx: &mut Tx<'_>, account: AccountId, hash: &str) -> Result<()> {
    store::set(tx, account, hash)?;
    store::end_links(tx, account)?;
    sessions::store::end_all(tx, account)?;
    let contact = accounts::store::contact(tx, account)?;
    let now = tx.now();
    if let Some(letter) = page::changed(&contact, now) {
        notices::post(tx, &letter)?;
    }
    Ok(())
}

/// Makes a link to a new password, and ends the one before. It goes to the account's address; where there is none, or
/// no mail goes out, it is kept sealed, to be handed over by those who manage the account. What somebody asked for at
/// the sign-in page is never kept so.
pub fn offer(tx: &mut Tx<'_>, account: AccountId, made_by: Option<AccountId>) -> Result<()> {
    let contact = accounts::store::contact(tx, account)?;
    let token = tx.house().random.token();
    let link = tx.house().url(&format!("/password/{}", token.reveal()));
    let letter = page::forgotten(&contact, &link, made_by.is_some());
    let handed_over = letter.is_none() || (made_by.is_some() && !notices::is_mailing(tx));
    store::insert(tx, &contact, &token, made_by, handed_over)?;
    // Without a server it waits: mail may be set up while the link still holds.
    letter.map_or(Ok(()), |letter| notices::post(tx, &letter).map(drop))
}
