//! What the house clears away by itself: answers nobody asks for again, sessions and links that ran out.
use kernel::job::{Job, Kind, Run};
use kernel::{App, Result, Tx, write};

const NAME: &str = "housekeeping";
/// Hours between two rounds.
const HOURS: i64 = 6;

/// One round. It queues the next one in the same transaction, so that the rounds never end and never double.
pub const JOB: Kind = Kind { name: NAME, run: Run::Inside(run) };

fn run(tx: &mut Tx<'_>, _: &Job) -> Result<()> {
    tx.house().limits.tidy();
    kernel::replay::tidy(tx)?;
    people::tidy(tx)?;
    people::schedule(tx)?;
    let next = tx.now().plus_hours(HOURS);
    tx.enqueue_at(NAME, "", next, Some(NAME))
}

/// Makes sure that a round is queued, of this and of whatever else runs again and again.
pub fn schedule(app: &App) -> Result<()> {
    write(app, |tx| {
        compliance::schedule(tx)?;
        assessments::schedule(tx)?;
        let now = tx.now();
        people::schedule(tx)?;
        tx.enqueue_at(NAME, "", now, Some(NAME))
    })
}
