//! Where somebody is in a film. Saved often and by itself, so it costs one statement and no line in the log.
use axum::http::StatusCode;
use kernel::{Answer, AttemptId, Error, Form, LessonId, Path, Result, SignedIn, Tx};

use super::{store, taker};

/// The longest a film can be, in seconds.
const LONGEST: i64 = 24 * 60 * 60;
/// What was kept on a phone is worth sending for so long, in seconds.
const KEPT: i64 = 7 * 24 * 60 * 60;

/// `second` of the film, as it was `ago` seconds before it was sent.
pub fn create(
    gate: &SignedIn,
    tx: &mut Tx<'_>,
    (Path(place), Form(form)): &(Path<(AttemptId, LessonId)>, Form),
) -> Result<Answer> {
    let who = gate.who();
    let person = taker(who)?;
    let number = |name, most| form.text(name).parse().ok().filter(|it| (0..=most).contains(it));
    let known = number("second", LONGEST).zip(number("ago", KEPT));
    let at = tx.now();
    // What is no number is nobody's place in a film; the step has to be one's own all the same.
    let (second, ago) = known.unwrap_or((0, LONGEST * 365));
    if !store::save_position(tx, who.org, person, *place, (second, at.plus_seconds(-ago)))? {
        return Err(Error::NotFound);
    }
    if known.is_none() {
        return Err(Error::Refused("error-not-a-form"));
    }
    Ok(Answer::done(StatusCode::NO_CONTENT))
}
