//! Answering a wish for a new password, out of sight of whoever asked.
use kernel::job::{Job, Kind, Run};
use kernel::{Result, Tx};

use super::{offer, store};

/// Somebody asked for a new password at the sign-in page.
pub const FORGOTTEN: Kind = Kind { name: "people.forgotten", run: Run::Inside(send) };

fn send(tx: &mut Tx<'_>, job: &Job) -> Result<()> {
    match store::by_login(tx, &job.payload)? {
        Some(account) if !store::asked_lately(tx, account)? => offer(tx, account, None),
        _ => Ok(()),
    }
}
