//! Telling people that an assessment has to be renewed: a round a day, each step once, however late the round (N-22).
use kernel::job::{Job, Kind, Run};
use kernel::{Date, Result, Tx, Zone};
use notices::Channel;

use super::model::{Ending, days_until, step};
use super::{page, store};

const NAME: &str = "assessments.renewals";
const NOTICE: &str = "assessment-renewal";
/// Hours between two rounds.
const HOURS: i64 = 24;
/// Days that a round looks ahead: the longest step, and a day for zones that are ahead of ours.
const AHEAD: i64 = 31;

/// One round. It queues the next one in the same transaction, so that the rounds never end and never double.
pub const RENEWALS: Kind = Kind { name: NAME, run: Run::Inside(run) };

/// Makes sure that a round is queued.
pub fn schedule(tx: &mut Tx<'_>) -> Result<()> {
    let now = tx.now();
    tx.enqueue_at(NAME, "", now, Some(NAME))
}

fn run(tx: &mut Tx<'_>, _: &Job) -> Result<()> {
    let now = tx.now();
    let utc = Zone::utc();
    let from: Date = now.plus_days(-1).date_in(&utc);
    for it in store::ending(tx, from, now.plus_days(AHEAD).date_in(&utc))? {
        remind(tx, &it)?;
    }
    tx.enqueue_at(NAME, "", now.plus_hours(HOURS), Some(NAME))
}

fn remind(tx: &mut Tx<'_>, it: &Ending) -> Result<()> {
    let days = days_until(tx.now().date_in(&it.zone), it.last);
    let Some(step) = step(days) else { return Ok(()) };
    let org = it.reader.org;
    if !store::note(tx, org, it.id, step)? {
        return Ok(());
    }
    let wanted = match notices::Kind::of(NOTICE) {
        Some(kind) => notices::wants(tx, org, it.reader.account, kind, Channel::Mail)?,
        None => false,
    };
    let link = tx.house().url(&format!("/risk-assessments/{}", it.id));
    let letter = page::letter_renewal(&it.reader, &it.template, it.last, &link);
    match letter.filter(|_| wanted) {
        Some(letter) => notices::post(tx, &letter).map(drop),
        None => Ok(()),
    }
}
