//! What an organisation needs to begin.
use kernel::field::{Email, Name, Reader};
use kernel::password::Password;
use kernel::{Fields, Invalid, Zone};

/// The form of the first start.
pub struct Setup {
    pub organisation: Name,
    /// The time zone of reports, and the first one offered for a site.
    pub zone: Zone,
    pub name: Name,
    pub email: Email,
    pub password: Password,
}

impl Setup {
    pub fn parse(fields: &Fields) -> Result<Self, Invalid> {
        let mut read = Reader::new(fields);
        let organisation = read.need("organisation", Name::parse);
        let zone = read.need("zone", |text| Zone::named(text).ok_or("error-choice"));
        let name = read.need("name", Name::parse);
        let email = read.need("email", Email::parse);
        let words = [fields.text("name"), fields.text("email"), fields.text("organisation")];
        let password = read.secret("password", |text| Password::parse(text, &words));
        read.done(|| {
            Some(Self {
                organisation: organisation?,
                zone: zone?,
                name: name?,
                email: email?,
                password: password?,
            })
        })
    }
}
