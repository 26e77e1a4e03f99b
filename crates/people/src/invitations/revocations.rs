//! Withdrawing an invitation: its link is dead at once.
use kernel::{Answer, Event, InvitationId, May, Path, Result, Toast, Tx};

use super::model::Invitation;
use super::store;
use crate::access::InvitePeople;

pub fn create(
    may: &May<InvitePeople>,
    tx: &mut Tx<'_>,
    Path(id): &Path<InvitationId>,
) -> Result<Answer> {
    let invitation = store::find(tx, may.reach(), *id)?;
    revoke(tx, &invitation)?;
    Ok(Answer::to(format!("/invitations/{id}")).saying(&Toast::new("invitations-revoked")))
}

/// Withdraws an invitation that was not accepted yet.
pub fn revoke(tx: &mut Tx<'_>, invitation: &Invitation) -> Result<()> {
    store::revoke(tx, invitation)?;
    tx.record(
        &Event::new(invitation.org, "invitation.revoked", "invitation", invitation.id)
            .named(invitation.name.as_str()),
    )
}
