//! The pictures and documents themselves: only for those who see all of the evidence, and never shown by themselves.
use axum::response::Response;
use kernel::{Error, EvidenceId, May, Path, Result, Snapshot, file};

use super::model::Side;
use super::{rights, store};
use crate::access::SeeEvidence;

pub fn show(
    may: &May<SeeEvidence>,
    db: &Snapshot<'_>,
    Path(id): &Path<EvidenceId>,
) -> Result<Response> {
    side(may, db, *id, Side::Front)
}

pub fn show_back(
    may: &May<SeeEvidence>,
    db: &Snapshot<'_>,
    Path(id): &Path<EvidenceId>,
) -> Result<Response> {
    side(may, db, *id, Side::Back)
}

fn side(may: &May<SeeEvidence>, db: &Snapshot<'_>, id: EvidenceId, side: Side) -> Result<Response> {
    let it = store::find(db, may.reach(), id)?;
    if !rights(db, may.who(), &it)?.sees_all {
        return Err(Error::NotFound);
    }
    let kept = store::file(db, it.org, id, side)?;
    let name = format!("evidence-{id}-{}", side.code());
    Ok(file::answer(db.house(), &name, kept.kind, kept.size, &kept.hash))
}
