//! Answering a wish for a new password, out of sight of whoever asked.
use kernel::job::{Job, Kind, Run};
use kernel::{Error, Result, Tx};

use super::{offer, store};

/// Somebody asked for a new password at the sign-in page.
pub const FORGOTTEN: Kind = Kind { name: "people.forgotten", run: Run::Inside(send) };

/// What the job needs to know: the name that was typed.
pub fn payload(login: &str) -> Result<String> {
    serde_json::to_string(login).map_err(|it| Error::internal(it.to_string()))
}

fn send(tx: &mut Tx<'_>, job: &Job) -> Result<()> {
    let login: String =
        serde_json::from_str(&job.payload).map_err(|it| Error::internal(it.to_string()))?;
    match store::by_login(tx, &login)? {
        Some(account) if !store::asked_lately(tx, account)? => offer(tx, account, None),
        _ => Ok(()),
    }
}
