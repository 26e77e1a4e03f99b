//! Taking the gate of a site from somebody.
use kernel::{AccountId, Answer, Error, May, Path, Result, SiteId, Toast, Tx};

use super::{appointment, path, store};
use crate::access::AppointGateScanners;
use crate::grants;

pub fn create(
    may: &May<AppointGateScanners>,
    tx: &mut Tx<'_>,
    Path((site, account)): &Path<(SiteId, AccountId)>,
) -> Result<Answer> {
    store::site(tx, may.reach(), *site)?;
    let (org, grant) = (may.reach().org(), appointment(may, *site)?);
    let held = grants::store::at_site(tx, org, *site, grant.role)?;
    let held = held.into_iter().find(|it| it.account == *account).ok_or(Error::NotFound)?;
    let held = grants::store::Held { id: held.grant, account: *account, grant, place: None };
    grants::store::delete(tx, org, &held)?;
    Ok(Answer::to(path(*site)).saying(&Toast::new("account-scanner-removed")))
}
