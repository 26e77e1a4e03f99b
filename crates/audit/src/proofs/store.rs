//! Every SQL statement about proofs.
use std::collections::BTreeMap;

use kernel::db::Query;
use kernel::field::fold;
use kernel::{Error, Hash, OrgId, Result, Snapshot};

use super::model::{Chain, Report};
use crate::entries::store::{columns, entry};

/// Walks every organisation's chain from its first line to its last and names the first line that is wrong.
pub fn verify(db: &Snapshot<'_>) -> Result<Report> {
    let mut chains: BTreeMap<OrgId, Chain> = db
        .all("select id, name from organisation", &[], |row| {
            let org = row.get(0)?;
            Ok((org, Chain::new(org, row.get(1)?)))
        })?
        .into_iter()
        .collect();
    let mut room = Vec::with_capacity(1024);
    let orgs: Vec<OrgId> = chains.keys().copied().collect();
    for org in &orgs {
        if let Some(chain) = chains.get_mut(org) {
            follow(db, chain, &mut room)?;
        }
    }
    let heads = db.all("select org_id, seq, hash from chain_head", &[], |row| {
        Ok((row.get::<OrgId>(0)?, (row.get::<i64>(1)?, row.get::<Hash>(2)?)))
    })?;
    let heads: BTreeMap<OrgId, (i64, Hash)> = heads.into_iter().collect();
    for (org, chain) in &mut chains {
        chain.end(heads.get(org).copied());
    }
    Ok(Report { chains: chains.into_values().collect() })
}

/// Lines read at a time: a long log does not have to fit into memory.
const STRETCH: usize = 2_000;

fn follow(db: &Snapshot<'_>, chain: &mut Chain, room: &mut Vec<u8>) -> Result<()> {
    let org = chain.org;
    let mut after = i64::MIN;
    loop {
        let mut query = Query::new(concat!(
            "select ",
            columns!(),
            ", e.hash, e.folded from entry e where e.org_id = "
        ));
        query.bind(&org).push(" and e.seq > ").bind(&after);
        query.push(" order by e.seq limit 2000");
        let (mut read, mut last) = (0, after);
        db.stream(&query, |row| {
            read += 1;
            let found = entry(row)?;
            last = found.seq;
            // A hash of another length is no hash.
            let kept = Hash::from_slice(&row.get::<Vec<u8>>(13)?).unwrap_or(Hash([255; 32]));
            let folded = row.get::<String>(14)? == fold(&found.label);
            chain.follow(&found, &kept, folded, room);
            Ok::<(), Error>(())
        })?;
        if read < STRETCH || chain.fault.is_some() {
            return Ok(());
        }
        after = last;
    }
}
