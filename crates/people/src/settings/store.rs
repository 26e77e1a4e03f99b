//! Every SQL statement about the settings of an organisation.
use kernel::access::Whole;
use kernel::field::fold;
use kernel::{Lang, Result, Snapshot, Tx, Zone};

use super::model::Settings;

pub fn find(db: &Snapshot<'_>, reach: &Whole) -> Result<Settings> {
    db.one(
        "select name, zone, lang, invitation_code, profile_access, profile_access_contractors, domains
           from organisation where id = $1",
        &[&reach.org()],
        |row| {
            let (zone, lang): (String, String) = (row.get(1)?, row.get(2)?);
            Ok(Settings {
                name: row.get(0)?,
                zone: Zone::named(&zone).unwrap_or_else(Zone::usual),
                lang: Lang::from_code(&lang).unwrap_or_default(),
                invitation_code: row.get(3)?,
                profile_access: row.get(4)?,
                profile_access_contractors: row.get(5)?,
                domains: row.get(6)?,
            })
        },
    )
}

pub fn update(tx: &mut Tx<'_>, reach: &Whole, new: &Settings) -> Result<()> {
    tx.run(
        "update organisation set name = $2, folded = $3, zone = $4, lang = $5, invitation_code = $6,
                profile_access = $7, profile_access_contractors = $8, domains = $9
          where id = $1",
        &[
            &reach.org(),
            &new.name,
            &fold(new.name.as_str()),
            &new.zone.name(),
            &new.lang.code(),
            &new.invitation_code,
            &new.profile_access,
            &new.profile_access_contractors,
            &new.domains,
        ],
    )
    .map(drop)
}
