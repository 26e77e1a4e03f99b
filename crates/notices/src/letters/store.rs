//! Every SQL statement about letters.
use kernel::{Error, LetterId, Result, Tx};

use super::model::Letter;

/// Puts a letter into the outbox. It leaves the house after this transaction is kept, and only then.
pub fn post(tx: &mut Tx<'_>, letter: &Letter) -> Result<LetterId> {
    let id: LetterId = tx.new_id();
    let body = serde_json::to_vec(&(letter.text(), letter.html()))
        .map_err(|it| Error::internal(it.to_string()))?;
    let house = tx.house();
    let sealed = house.seal.close(&house.random, &format!("letter/{id}"), &body)?;
    let now = tx.now();
    tx.run(
        "insert into letter (id, org_id, kind, lang, to_address, to_name, subject, body, state, next_at, made_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, 'waiting', $9, $9)",
        &[
            &id,
            &letter.org,
            &letter.kind,
            &letter.lang.code(),
            &letter.to,
            &letter.name,
            &letter.subject,
            &sealed,
            &now,
        ],
    )?;
    Ok(id)
}
