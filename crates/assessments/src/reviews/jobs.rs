//! Telling those who decide that an assessment was handed in: at once, behind the answer to whoever sent it (N-20).
use kernel::job::{Job, Kind, Run};
use kernel::{AssessmentId, Error, OrgId, Result, Tx};
use notices::Channel;

use super::{page, store};

const NAME: &str = "assessments.submitted";
const NOTICE: &str = "assessment-submitted";

/// Something was handed in that somebody has to decide about.
pub const SUBMITTED: Kind = Kind { name: NAME, run: Run::Inside(tell) };

/// Sees to it that those who decide are told.
pub fn announce(tx: &mut Tx<'_>, org: OrgId, id: AssessmentId) -> Result<()> {
    tx.enqueue(NAME, &format!("{org} {id}"))
}

fn tell(tx: &mut Tx<'_>, job: &Job) -> Result<()> {
    let (org, id) = job.payload.split_once(' ').ok_or(Error::internal("no assessment"))?;
    let org: OrgId = org.parse().map_err(|_| Error::internal("no organisation"))?;
    let id: AssessmentId = id.parse().map_err(|_| Error::internal("no assessment"))?;
    // Somebody may have decided before the job ran.
    let Some((template, person)) = store::waiting(tx, org, id)? else { return Ok(()) };
    let href = format!("/assessments/{id}");
    let link = tx.house().url(&href);
    for reader in store::approvers(tx, org, id)? {
        let args = [("name", (&template).into()), ("person", (&person).into())];
        notices::tell(tx, org, reader.account, NOTICE, &args, &href)?;
        let wanted = match notices::Kind::of(NOTICE) {
            Some(kind) => notices::wants(tx, org, reader.account, kind, Channel::Mail)?,
            None => false,
        };
        let letter = page::letter_submitted(&reader, (&template, &person), &link);
        if let Some(letter) = letter.filter(|_| wanted) {
            notices::post(tx, &letter)?;
        }
    }
    Ok(())
}
