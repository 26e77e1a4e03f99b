//! Every SQL statement about links to new passwords.
use kernel::{AccountId, Hash, OrgId, Result, Snapshot, Token, Tx};

use super::model;
use crate::accounts::store::Contact;
use crate::sessions;

/// A link that holds, and whose it is.
pub struct Link {
    pub account: AccountId,
    pub name: String,
    pub login: String,
    pub org: OrgId,
}

/// The account that gets a mail when this is typed: active somewhere, with an address.
pub fn by_login(db: &Snapshot<'_>, login: &str) -> Result<Option<AccountId>> {
    db.maybe(
        "select a.id from account a
          where a.state = 'active' and a.email is not null and (a.email = $1 or a.username = $1)
            and exists (select 1 from member m where m.account_id = a.id and m.state = 'active')",
        &[&login],
        |row| row.get(0),
    )
}

/// Whether the account got a mail within the last hour because somebody asked for one.
pub fn asked_lately(db: &Snapshot<'_>, account: AccountId) -> Result<bool> {
    let since = db.now().plus_minutes(-model::PAUSE);
    let found = db.maybe(
        "select 1 from reset where account_id = $1 and made_by is null and made_at > $2",
        &[&account, &since],
        |row| row.get::<i64>(0),
    )?;
    Ok(found.is_some())
}

/// Keeps a new link; the ones before end.
pub fn insert(
    tx: &mut Tx<'_>,
    contact: &Contact,
    token: &Token,
    made_by: Option<AccountId>,
    hand_over: bool,
) -> Result<()> {
    let (account, now) = (contact.account, tx.now());
    end_links(tx, account)?;
    // Old ones are only of use for the pause between two mails.
    let long_ago = now.plus_days(-1);
    tx.run("delete from reset where account_id = $1 and made_at < $2", &[&account, &long_ago])?;
    let house = tx.house();
    let plain = token.reveal();
    let sealed = if hand_over {
        Some(house.seal.close(&house.random, &place(account), plain.as_bytes())?)
    } else {
        None
    };
    tx.run(
        "insert into reset (hash, account_id, epoch, made_at, expires_at, sealed, made_by)
         values ($1, $2, $3, $4, $5, $6, $7)",
        &[
            &token.hash(),
            &account,
            &contact.epoch,
            &now,
            &now.plus_minutes(model::MINUTES),
            &sealed,
            &made_by,
        ],
    )
    .map(drop)
}

fn place(account: AccountId) -> String {
    format!("reset/{account}")
}

/// The account a link opens, while it holds: not used, not run out, and nothing changed since.
pub fn by_hash(db: &Snapshot<'_>, hash: &Hash) -> Result<Option<Link>> {
    let now = db.now();
    let found = db.maybe(
        "select a.id, a.name, coalesce(a.email, a.username) from reset r
           join account a on a.id = r.account_id and a.epoch = r.epoch and a.state = 'active'
          where r.hash = $1 and r.expires_at > $2",
        &[hash, &now],
        |row| Ok((row.get::<AccountId>(0)?, row.get(1)?, row.get(2)?)),
    )?;
    let Some((account, name, login)) = found else { return Ok(None) };
    let org = sessions::store::home_organisation(db, account)?;
    Ok(org.map(|org| Link { account, name, login, org }))
}

/// The link that was kept to be handed over, for whoever manages the account in the organisation that does so.
pub fn handed_over(db: &Snapshot<'_>, org: OrgId, account: AccountId) -> Result<Option<Token>> {
    let now = db.now();
    let sealed = db.maybe(
        "select r.sealed from reset r
           join account a on a.id = r.account_id and a.epoch = r.epoch
           join member m on m.account_id = a.id and m.org_id = $2 and m.state = 'active'
          where r.account_id = $1 and r.expires_at > $3 and r.sealed is not null
            and not exists (select 1 from member x
                             where x.account_id = a.id and x.org_id <> $2 and x.state = 'active')",
        &[&account, &org, &now],
        |row| row.get::<Vec<u8>>(0),
    )?;
    let plain = sealed.and_then(|it| db.house().seal.open(&place(account), &it));
    Ok(plain.and_then(|it| Token::parse(std::str::from_utf8(&it).ok()?)))
}

/// Keeps the new password. The new epoch ends every session, link and change that was begun before.
pub fn set(tx: &mut Tx<'_>, account: AccountId, hash: &str) -> Result<()> {
    tx.run(
        "update account set password = $2, epoch = epoch + 1, failed = 0, failed_at = null, locked_until = null
          where id = $1",
        &[&account, &hash],
    )?;
    tx.run("delete from email_change where account_id = $1", &[&account]).map(drop)
}

/// Ends every link of the account; they stay known for the pause between two mails.
pub fn end_links(tx: &mut Tx<'_>, account: AccountId) -> Result<()> {
    let now = tx.now();
    tx.run(
        "update reset set expires_at = $2, sealed = null where account_id = $1 and expires_at > $2",
        &[&account, &now],
    )
    .map(drop)
}
