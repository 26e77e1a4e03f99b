//! Sending an invitation again: a new link, seven new days; the link before is dead.
use kernel::{Answer, Event, InvitationId, May, Path, Result, Toast, Tx};

use super::model::Secrets;
use super::store;
use crate::access::InvitePeople;

pub fn create(
    may: &May<InvitePeople>,
    tx: &mut Tx<'_>,
    Path(id): &Path<InvitationId>,
) -> Result<Answer> {
    let invitation = store::find(tx, may.reach(), *id)?;
    let secrets = Secrets::new(&tx.house().random, store::asks_for_code(tx, invitation.org)?);
    store::renew(tx, &invitation, &secrets)?;
    let invitation = store::find(tx, may.reach(), *id)?;
    super::send(tx, &invitation, &secrets)?;
    tx.record(
        &Event::new(invitation.org, "invitation.renewed", "invitation", *id)
            .named(invitation.name.as_str())
            .set("sent", &invitation.sent),
    )?;
    Ok(Answer::to(format!("/invitations/{id}")).saying(&Toast::new("invitations-renewed")))
}
