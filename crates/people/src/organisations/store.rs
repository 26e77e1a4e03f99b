//! Every SQL statement about organisations.
use kernel::field::{Name, fold};
use kernel::{DivisionId, Error, Hash, Lang, OrgId, Result, Snapshot, Tx, Zone};

/// Days the link of the first start holds.
const SETUP_DAYS: i64 = 7;

/// Keeps the hash of a new setup link; false when there is an organisation already.
pub fn offer_setup(tx: &mut Tx<'_>, hash: &Hash) -> Result<bool> {
    let known: i64 = tx.one("select count(*) from organisation", &[], |row| row.get(0))?;
    if known > 0 {
        return Ok(false);
    }
    end_setup(tx)?;
    let until = tx.now().plus_days(SETUP_DAYS);
    tx.run(
        "insert into sign_in_link (hash, purpose, expires_at) values ($1, 'setup', $2)",
        &[hash, &until],
    )?;
    Ok(true)
}

pub fn check_setup(db: &Snapshot<'_>, hash: &Hash) -> Result<()> {
    let now = db.now();
    let known = db.maybe(
        "select 1 from sign_in_link where hash = $1 and purpose = 'setup' and expires_at > $2",
        &[hash, &now],
        |row| row.get::<i64>(0),
    )?;
    known.map(drop).ok_or(Error::Gone("accounts-link-over"))
}

pub fn end_setup(tx: &mut Tx<'_>) -> Result<()> {
    tx.run("delete from sign_in_link where purpose = 'setup'", &[]).map(drop)
}

pub fn insert(tx: &mut Tx<'_>, name: &Name, zone: &Zone, lang: Lang) -> Result<OrgId> {
    let id: OrgId = tx.new_id();
    let now = tx.now();
    tx.run(
        "insert into organisation (id, name, folded, zone, lang, made_at) values ($1, $2, $3, $4, $5, $6)",
        &[&id, name, &fold(name.as_str()), &zone.name(), &lang.code(), &now],
    )?;
    Ok(id)
}

/// Every organisation has one division, which nobody has to know about.
pub fn insert_default_division(tx: &mut Tx<'_>, org: OrgId, name: &Name) -> Result<DivisionId> {
    let id: DivisionId = tx.new_id();
    tx.run(
        "insert into division (org_id, id, name, folded, is_default) values ($1, $2, $3, $4, $5)",
        &[&org, &id, name, &fold(name.as_str()), &true],
    )?;
    Ok(id)
}
