//! The sites of a region: adding and taking out several at once.
pub mod store;

use kernel::{Answer, Error, Event, Form, May, Path, RegionId, Result, Routes, Toast, Tx};

use crate::access::MakeSites;
use crate::regions;
use crate::sites::model::chosen;

pub fn routes() -> Routes {
    Routes::new().post("/regions/{id}/sites", create).post("/regions/{id}/sites/removal", destroy)
}

fn create(
    may: &May<MakeSites>,
    tx: &mut Tx<'_>,
    (Path(id), Form(form)): &(Path<RegionId>, Form),
) -> Result<Answer> {
    let region = regions::store::find_any(tx, may.reach().org(), *id)?;
    let mut count = 0;
    for site in chosen(form).map_err(Error::Refused)? {
        let name = crate::name(tx, region.org, site)?;
        if store::insert(tx, region.org, *id, site)? {
            let event = Event::new(region.org, "region.site-added", "region", *id);
            tx.record(&event.named(region.facts.name.as_str()).at(site).set("site", &name))?;
            count += 1;
        }
    }
    Ok(Answer::to(format!("/regions/{id}")).saying(&Toast::new("regions-added").count(count)))
}

fn destroy(
    may: &May<MakeSites>,
    tx: &mut Tx<'_>,
    (Path(id), Form(form)): &(Path<RegionId>, Form),
) -> Result<Answer> {
    let region = regions::store::find_any(tx, may.reach().org(), *id)?;
    let mut count = 0;
    for site in chosen(form).map_err(Error::Refused)? {
        let name = crate::name(tx, region.org, site)?;
        if store::delete(tx, region.org, *id, site)? {
            let event = Event::new(region.org, "region.site-removed", "region", *id);
            let event = event.named(region.facts.name.as_str()).at(site);
            tx.record(&event.change("site", Some(&name), None))?;
            count += 1;
        }
    }
    Ok(Answer::to(format!("/regions/{id}")).saying(&Toast::new("regions-taken-out").count(count)))
}
