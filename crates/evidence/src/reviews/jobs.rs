//! Telling reviewers that something waits: at most once an hour, however much was handed in (N-18).
use kernel::access::{Level, People, Reach, matrix};
use kernel::job::{Job, Kind, Run};
use kernel::{Error, OrgId, Result, Tx};
use notices::Channel;

use super::{page, store};

/// Something waits for a review.
pub const WAITING: Kind = Kind { name: "evidence.waiting", run: Run::Inside(tell) };

/// Sees to it that the reviewers of an organisation are told within the hour.
pub fn announce(tx: &mut Tx<'_>, org: OrgId) -> Result<()> {
    let at = tx.now().plus_hours(1);
    tx.enqueue_at(WAITING.name, &org.to_string(), at, Some(&format!("{}:{org}", WAITING.name)))
}

fn tell(tx: &mut Tx<'_>, job: &Job) -> Result<()> {
    let org: OrgId = job.payload.parse().map_err(|_| Error::internal("no organisation"))?;
    let kind = notices::Kind::of("evidence-submitted");
    for (reader, actor) in store::reviewers(tx, org)? {
        let Some(reach) = People::of(&actor, &matrix::REVIEW, Level::Edit) else { continue };
        let count = store::count(tx, &reach, Some(&actor))?;
        if count == 0 {
            continue;
        }
        let args = [("count", count.into())];
        notices::tell(tx, org, reader.account, "evidence-submitted", &args, "/evidence")?;
        let wanted = match kind {
            Some(kind) => notices::wants(tx, org, reader.account, kind, Channel::Mail)?,
            None => false,
        };
        let letter = page::letter_waiting(&reader, count, &tx.house().url("/evidence"));
        if let Some(letter) = letter.filter(|_| wanted) {
            notices::post(tx, &letter)?;
        }
    }
    Ok(())
}
