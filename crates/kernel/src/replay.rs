//! Every form carries a key; sent twice, it happens once and both get the first answer.
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};

use crate::answer::Answer;
use crate::db::{Fault, Kind, Tx};
use crate::error::{Error, Result};
use crate::request::Request;
use crate::secret::Hash;

/// How long an answer is kept. A phone without signal may send a form again days later.
const KEPT_DAYS: i64 = 7;

/// Forgets answers that nobody will ask for again.
pub fn tidy(tx: &mut Tx<'_>) -> Result<usize> {
    let now = tx.now();
    tx.run("delete from replay where made_at < $1", &[&now.plus_days(-KEPT_DAYS)])
}

/// Runs `work` unless this very request was answered before; then gives that answer again.
pub fn first_answer(
    tx: &mut Tx<'_>,
    request: &Request,
    work: impl FnOnce(&mut Tx<'_>) -> Result<Answer>,
) -> Result<Answer> {
    let Some(key) = request.key() else { return work(tx) };
    let name = name(tx, request, key);
    let known =
        tx.maybe("select status, location from replay where name = $1", &[&name], |row| {
            Ok((row.get::<i64>(0)?, row.get::<Option<String>>(1)?))
        })?;
    if let Some((status, location)) = known {
        return Ok(Answer::Done(answer(status, location.as_deref())));
    }
    // The key is taken before anything else happens, so that its twin waits here and then finds the answer.
    let now = tx.now();
    let taken =
        tx.run("insert into replay (name, made_at, status) values ($1, $2, 0)", &[&name, &now]);
    if let Err(Error::Internal(fault)) = taken {
        let twin = fault.kind == Kind::Duplicate;
        let fault =
            if twin { Fault::of(Kind::Rerun, "the same form is being answered") } else { fault };
        return Err(Error::Internal(fault));
    }
    let answer = work(tx)?;
    if let Answer::Done(response) = &answer {
        let status = i64::from(response.status().as_u16());
        let location = response.headers().get(header::LOCATION).and_then(|it| it.to_str().ok());
        tx.run(
            "update replay set status = $2, location = $3 where name = $1",
            &[&name, &status, &location],
        )?;
    }
    Ok(answer)
}

/// Who sent what: the account or nobody, the address, the key, every field and every file. The same key with other fields is
/// another request.
fn name(tx: &Tx<'_>, request: &Request, key: &str) -> Hash {
    let mut text = String::new();
    let who = tx.actor().map(|it| it.account.to_string()).unwrap_or_default();
    for part in [&who, request.path.as_str(), key] {
        text.push_str(part);
        text.push('\n');
    }
    text.push_str(&request.form.to_query());
    for file in &request.files {
        text.push_str(&format!("\n{} {}", file.field, file.hash.hex()));
    }
    Hash::of(text.as_bytes())
}

fn answer(status: i64, location: Option<&str>) -> Response {
    let status = u16::try_from(status).ok().and_then(|it| StatusCode::from_u16(it).ok());
    let mut response = status.unwrap_or(StatusCode::OK).into_response();
    if let Some(location) = location.and_then(|it| HeaderValue::from_str(it).ok()) {
        response.headers_mut().insert(header::LOCATION, location);
    }
    response
}
