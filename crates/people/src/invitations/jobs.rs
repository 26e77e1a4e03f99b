//! Telling whoever invited that invitations end within a day, or have ended (N-02): one line for each of them, however
//! many invitations and however late the round.
use kernel::access::{Cover, matrix};
use kernel::job::{Job, Kind, Run};
use kernel::{Instant, Result, Tx};

use super::store::{self, Ending};
use crate::grants;

const NAME: &str = "people.invitations-ending";
/// Minutes between two rounds.
const MINUTES: i64 = 60;

/// One round. It queues the next one in the same transaction, so that the rounds never end and never double.
pub const ENDING: Kind = Kind { name: NAME, run: Run::Inside(run) };

fn run(tx: &mut Tx<'_>, _: &Job) -> Result<()> {
    for it in store::take_ending(tx)? {
        tell(tx, &it)?;
    }
    let next = tx.now().plus_minutes(MINUTES);
    schedule(tx, next)
}

/// Makes sure that a round is queued.
pub fn schedule(tx: &mut Tx<'_>, at: Instant) -> Result<()> {
    tx.enqueue_at(NAME, "", at, Some(NAME))
}

fn tell(tx: &mut Tx<'_>, it: &Ending) -> Result<()> {
    let held = grants::store::of(tx, it.org, it.made_by)?;
    let looks = held
        .iter()
        .filter_map(|it| matrix::ACCOUNTS.right(it.role))
        .any(|it| it.cover == Cover::All);
    // Whoever may only give profile access has no list of invitations to be led to.
    let place = match (looks, it.over) {
        (false, _) => "",
        (true, 0) => "/invitations?state=pending",
        (true, _) => "/invitations?state=expired",
    };
    let args = [("count", it.over.into()), ("soon", it.soon.into())];
    notices::tell(tx, it.org, it.made_by, "invitation-expired", &args, place)
}
