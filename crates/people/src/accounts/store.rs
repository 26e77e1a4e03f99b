//! Every SQL statement about accounts and their membership in organisations.
use kernel::field::Email;
use kernel::{AccountId, Lang, OrgId, PersonId, Result, Snapshot, Tx};

/// A new account.
pub struct Fresh<'a> {
    pub email: Option<&'a str>,
    pub username: Option<&'a str>,
    pub name: &'a str,
    pub lang: Lang,
    /// A PHC string; none for an account that signs in by other ways only.
    pub password: Option<&'a str>,
    pub verified: bool,
}

pub fn insert(tx: &mut Tx<'_>, fresh: &Fresh<'_>) -> Result<AccountId> {
    let id: AccountId = tx.new_id();
    let now = tx.now();
    tx.run(
        "insert into account (id, email, username, name, lang, password, state, email_verified, made_at)
         values ($1, $2, $3, $4, $5, $6, 'active', $7, $8)",
        &[
            &id,
            &fresh.email,
            &fresh.username,
            &fresh.name,
            &fresh.lang.code(),
            &fresh.password,
            &fresh.verified,
            &now,
        ],
    )?;
    Ok(id)
}

/// What a login is called in an organisation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Membership {
    /// Signs in to all or part of the organisation (H-M9).
    User,
    /// May only read the own profile (G-08).
    Profile,
}

impl Membership {
    pub const fn code(self) -> &'static str {
        match self {
            Self::User => "user",
            Self::Profile => "profile",
        }
    }
}

/// Links an account to an organisation, and to its person there. A profile-only member becomes a user when invited
/// as one, never the other way round.
pub fn join(
    tx: &mut Tx<'_>,
    org: OrgId,
    account: AccountId,
    person: Option<PersonId>,
    kind: Membership,
) -> Result<()> {
    let (now, code) = (tx.now(), kind.code());
    let known = tx.run(
        "update member set state = 'active', person_id = coalesce(person_id, $3),
                kind = case when $4 = 'user' then 'user' else kind end
          where org_id = $1 and account_id = $2",
        &[&org, &account, &person, &code],
    )?;
    if known == 0 {
        tx.run(
            "insert into member (org_id, account_id, person_id, kind, state, made_at)
             values ($1, $2, $3, $4, 'active', $5)",
            &[&org, &account, &person, &code, &now],
        )?;
    }
    Ok(())
}

/// The account that signs in with this address, with its password's hash.
pub fn by_email(db: &Snapshot<'_>, email: &Email) -> Result<Option<(AccountId, Option<String>)>> {
    db.maybe(
        "select id, password from account where email = $1 and state = 'active'",
        &[email],
        |row| Ok((row.get(0)?, row.get(1)?)),
    )
}
