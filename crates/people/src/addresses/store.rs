//! Every SQL statement about changes of an address.
use kernel::field::Email;
use kernel::{AccountId, Hash, Result, Snapshot, Token, Tx};

use super::model;
use crate::accounts::store::Contact;

/// A change that waits.
#[derive(Debug, Clone)]
pub struct Pending {
    pub account: AccountId,
    pub email: Email,
    pub old_confirmed: bool,
    pub new_confirmed: bool,
}

macro_rules! pending {
    () => {
        "select c.account_id, c.email, c.old_confirmed, c.new_confirmed from email_change c
           join account a on a.id = c.account_id and a.epoch = c.epoch and a.state = 'active'
          where c.expires_at > $2 and "
    };
}

fn read(row: &kernel::db::Row<'_>) -> Result<Pending, kernel::db::Fault> {
    Ok(Pending {
        account: row.get(0)?,
        email: row.get(1)?,
        old_confirmed: row.get(2)?,
        new_confirmed: row.get(3)?,
    })
}

pub fn pending(db: &Snapshot<'_>, account: AccountId) -> Result<Option<Pending>> {
    let now = db.now();
    db.maybe(concat!(pending!(), "c.account_id = $1"), &[&account, &now], read)
}

/// The change a link belongs to, unless this side of it has said yes already.
pub fn by_hash(db: &Snapshot<'_>, hash: &Hash) -> Result<Option<Pending>> {
    let now = db.now();
    let sql = concat!(
        pending!(),
        "((c.old_hash = $1 and not c.old_confirmed) or (c.new_hash = $1 and not c.new_confirmed))"
    );
    db.maybe(sql, &[hash, &now], read)
}

/// Begins a change; one that was begun before is over. An account without an address has nobody else to ask.
pub fn insert(
    tx: &mut Tx<'_>,
    contact: &Contact,
    email: &Email,
    old: Option<&Token>,
    new: &Token,
) -> Result<()> {
    let until = tx.now().plus_hours(model::HOURS);
    tx.run("delete from email_change where account_id = $1", &[&contact.account])?;
    tx.run(
        "insert into email_change (account_id, email, epoch, old_hash, new_hash, old_confirmed, new_confirmed,
                                   expires_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8)",
        &[
            &contact.account,
            email,
            &contact.epoch,
            &old.map(Token::hash),
            &new.hash(),
            &old.is_none(),
            &false,
            &until,
        ],
    )
    .map(drop)
}

pub fn confirm(tx: &mut Tx<'_>, hash: &Hash) -> Result<()> {
    tx.run("update email_change set old_confirmed = $2 where old_hash = $1", &[hash, &true])?;
    tx.run("update email_change set new_confirmed = $2 where new_hash = $1", &[hash, &true])
        .map(drop)
}

/// Both said yes: the account has the new address, which was reached.
pub fn apply(tx: &mut Tx<'_>, account: AccountId, email: &Email) -> Result<()> {
    tx.run("delete from email_change where account_id = $1", &[&account])?;
    tx.run(
        "update account set email = $2, email_verified = $3 where id = $1",
        &[&account, email, &true],
    )
    .map(drop)
}
