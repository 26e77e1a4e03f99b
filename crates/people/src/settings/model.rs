//! What an organisation can decide about itself. Pure.
use kernel::field::{Email, Name, Reader};
use kernel::{Fields, Invalid, Lang, Zone};

/// Domains that can be allowed, at most.
const MOST_DOMAINS: usize = 100;

#[derive(Debug, Clone)]
pub struct Settings {
    pub name: Name,
    /// The zone of dates where no site is meant.
    pub zone: Zone,
    pub lang: Lang,
    /// Invitations also ask for a code (A-S1).
    pub invitation_code: bool,
    /// Employees may be let in to read their own profile (H-E6).
    pub profile_access: bool,
    /// Contractors too (C-05).
    pub profile_access_contractors: bool,
    /// Domains that employees' addresses must belong to, separated by spaces; empty for any (C-04).
    pub domains: String,
}

impl Settings {
    pub fn parse(fields: &Fields) -> Result<Self, Invalid> {
        let mut read = Reader::new(fields);
        let name = read.need("name", Name::parse);
        let zone = read.need("zone", |text| Zone::named(text).ok_or("error-choice"));
        let lang = read.need("lang", |text| Lang::from_code(text).ok_or("error-choice"));
        let domains = read.want("domains", read_domains);
        let given = !fields.text("domains").is_empty();
        read.done(|| {
            Some(Self {
                name: name?,
                zone: zone?,
                lang: lang?,
                invitation_code: fields.ticked("invitation_code"),
                profile_access: fields.ticked("profile_access"),
                profile_access_contractors: fields.ticked("profile_access_contractors"),
                domains: if given { domains? } else { String::new() },
            })
        })
    }

    /// The form as it is filled in with these.
    pub fn to_fields(&self) -> Fields {
        let tick = |on: bool| if on { "on" } else { "" };
        Fields::of([
            ("name", self.name.as_str()),
            ("zone", self.zone.name()),
            ("lang", self.lang.code()),
            ("invitation_code", tick(self.invitation_code)),
            ("profile_access", tick(self.profile_access)),
            ("profile_access_contractors", tick(self.profile_access_contractors)),
            ("domains", &self.domains.replace(' ', "\n")),
        ])
    }
}

/// Domains, separated by spaces, commas or lines, with or without an `@` before them.
fn read_domains(text: &str) -> Result<String, &'static str> {
    let mut domains: Vec<String> = Vec::new();
    let parts = text.split([' ', ',', ';', '\n', '\r', '\t']).filter(|it| !it.is_empty());
    for part in parts.map(|it| it.trim_start_matches('@')) {
        let email = Email::parse(&format!("a@{part}")).map_err(|_| "account-domains-wrong")?;
        if !domains.iter().any(|it| it == email.domain()) {
            domains.push(email.domain().to_owned());
        }
    }
    if domains.len() > MOST_DOMAINS { Err("error-too-long") } else { Ok(domains.join(" ")) }
}

#[cfg(test)]
mod tests {
    use super::read_domains;

    #[test]
    fn domains_are_read_as_people_write_them() {
        let read = read_domains("@Harbour.example, quay.example\nharbour.example");
        assert_eq!(read.as_deref(), Ok("harbour.example quay.example"));
        assert_eq!(read_domains("somebody@harbour.example"), Err("account-domains-wrong"));
        assert_eq!(read_domains("localhost"), Err("account-domains-wrong"));
    }
}
