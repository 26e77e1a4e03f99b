//! Choosing the language for good: it belongs to the account, and to this browser before anybody signs in.
use kernel::{Answer, Error, Event, Form, Invalid, Lang, Result, SignedIn, Toast, Tx, Visit};

use crate::accounts;

pub fn create(
    gate: &SignedIn,
    tx: &mut Tx<'_>,
    (Form(form), visit): &(Form, Visit),
) -> Result<Answer> {
    let who = gate.who();
    let lang = Lang::from_code(form.text("lang"))
        .ok_or(Error::Invalid(Invalid::one("lang", "error-choice")))?;
    accounts::store::set_lang(tx, who.account, lang)?;
    let (old, new) = (who.face.lang.code(), lang.code());
    tx.record(
        &Event::new(who.org, "account.language-changed", "account", who.account)
            .named(who.face.name.as_str())
            .change("lang", Some(&old), Some(&new)),
    )?;
    let secure = if visit.secure { "; Secure" } else { "" };
    let cookie = format!("lang={new}; Path=/; Max-Age=31536000; HttpOnly; SameSite=Lax{secure}");
    Ok(Answer::to("/account").with_cookie(&cookie).saying(&Toast::new("account-language-saved")))
}
