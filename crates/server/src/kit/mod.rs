//! The part of the kit that shows every mail and notice the product can send. For development.
mod page;

use axum::response::{IntoResponse, Response};
use kernel::{Anyone, Error, Lang, Path, Result, Routes, Snapshot, Visit};
use notices::Letter;
use ui::Desk;

pub fn routes() -> Routes {
    Routes::new().get("/kit/mails", mails).get("/kit/mails/{number}", mail)
}

fn only_in_development(db: &Snapshot<'_>) -> Result<()> {
    if db.house().settings.dev { Ok(()) } else { Err(Error::NotFound) }
}

fn mails(_: &Anyone, db: &Snapshot<'_>, visit: &Visit) -> Result<Response> {
    only_in_development(db)?;
    Ok(page::mails(&Desk::of(db, None, visit), &letters()).into_response())
}

fn mail(_: &Anyone, db: &Snapshot<'_>, Path(number): &Path<String>) -> Result<Response> {
    only_in_development(db)?;
    let number: usize = number.parse().map_err(|_| Error::NotFound)?;
    let letter = letters().into_iter().nth(number).ok_or(Error::NotFound)?;
    Ok(notices::framed(letter.html()))
}

/// Every mail in every language.
fn letters() -> Vec<Letter> {
    let of = |lang| {
        [
            people::sample_letters(lang),
            evidence::sample_letters(lang),
            assessments::sample_letters(lang),
            compliance::sample_letters(lang),
        ]
        .concat()
    };
    Lang::ALL.into_iter().flat_map(of).collect()
}
