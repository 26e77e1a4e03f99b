//! Every SQL statement about persons.
use kernel::field::fold;
use kernel::{DivisionId, OrgId, PersonId, Result, Tx};

/// A record of an employee of the organisation itself, with a name and an address only.
pub fn insert_employee(
    tx: &mut Tx<'_>,
    org: OrgId,
    division: DivisionId,
    name: &str,
    email: Option<&str>,
) -> Result<PersonId> {
    let id: PersonId = tx.new_id();
    let now = tx.now();
    tx.run(
        "insert into person (org_id, id, kind, name, folded, email, division_id, made_at)
         values ($1, $2, 'employee', $3, $4, $5, $6, $7)",
        &[&org, &id, &name, &fold(name), &email, &division, &now],
    )?;
    Ok(id)
}
