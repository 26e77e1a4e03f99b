//! The rules of a site. Pure: no clock, no database, no request.
use kernel::field::{self, Email, Line, Lines, Name, Phone, Reader};
use kernel::{Fields, Hash, Invalid, OrgId, SiteId, Zone};

/// Sites that can be acted on at once.
pub const MOST: usize = 200;

/// A site as it is kept.
#[derive(Debug, Clone)]
pub struct Site {
    pub org: OrgId,
    pub id: SiteId,
    pub facts: Facts,
    pub active: bool,
}

/// What a form says about a site. What may be empty is empty, not absent.
#[derive(Debug, Clone, PartialEq)]
pub struct Facts {
    pub name: Name,
    pub code: String,
    pub description: String,
    pub address: String,
    pub postcode: String,
    pub contact_name: String,
    pub contact_phone: String,
    pub contact_email: String,
    pub zone: Zone,
}

impl Facts {
    pub fn parse(fields: &Fields) -> Result<Self, Invalid> {
        let mut read = Reader::new(fields);
        let name = read.need("name", Name::parse);
        let code = read.want("code", Line::<40>::parse);
        let description = read.want("description", Line::<100>::parse);
        let address = read.want("address", Lines::<300>::parse);
        let postcode = read.want("postcode", Line::<20>::parse);
        let contact_name = read.want("contact_name", Name::parse);
        let contact_phone = read.want("contact_phone", Phone::parse);
        let contact_email = read.want("contact_email", Email::parse);
        let zone = read.need("zone", |it| Zone::named(it).ok_or("sites-zone-unknown"));
        let text = |it: Option<String>| it.unwrap_or_default();
        read.done(|| {
            Some(Self {
                name: name?,
                code: text(code.map(|it| it.to_string())),
                description: text(description.map(|it| it.to_string())),
                address: text(address.map(|it| it.to_string())),
                postcode: text(postcode.map(|it| it.to_string())),
                contact_name: text(contact_name.map(|it| it.to_string())),
                contact_phone: text(contact_phone.map(|it| it.to_string())),
                contact_email: text(contact_email.map(|it| it.to_string())),
                zone: zone?,
            })
        })
    }

    /// Each field with its value, always in the same order.
    pub fn pairs(&self) -> [(&'static str, String); 9] {
        [
            ("name", self.name.to_string()),
            ("code", self.code.clone()),
            ("description", self.description.clone()),
            ("address", self.address.clone()),
            ("postcode", self.postcode.clone()),
            ("contact_name", self.contact_name.clone()),
            ("contact_phone", self.contact_phone.clone()),
            ("contact_email", self.contact_email.clone()),
            ("zone", self.zone.name().to_owned()),
        ]
    }

    /// The form filled in, with the mark of what it was filled in from.
    pub fn to_fields(&self) -> Fields {
        let mut fields = Fields::of([("mark", &self.mark())]);
        for (name, value) in self.pairs() {
            fields.set(name, &value);
        }
        fields
    }

    /// Changes with every change: whoever saves a form that was filled in from older facts is told so.
    pub fn mark(&self) -> String {
        let text: Vec<String> = self.pairs().into_iter().map(|(_, value)| value).collect();
        Hash::of(text.join("\0").as_bytes()).hex()[..16].to_owned()
    }
}

/// The sites a form was sent for, each once.
pub fn chosen(fields: &Fields) -> Result<Vec<SiteId>, &'static str> {
    let mut ids = Vec::new();
    for text in fields.each("id").take(MOST) {
        let id = field::id(text)?;
        if !ids.contains(&id) {
            ids.push(id);
        }
    }
    Ok(ids)
}

/// What the list shows.
#[derive(Debug, Clone)]
pub struct List {
    pub active: bool,
    pub search: String,
    /// Behind this one.
    pub after: Option<SiteId>,
    /// The one whose details are open.
    pub chosen: Option<SiteId>,
    pub fields: Fields,
}

impl List {
    pub fn parse(fields: &Fields) -> Self {
        Self {
            active: fields.text("state") != "inactive",
            search: fields.text("search").chars().take(100).collect(),
            after: fields.text("after").parse().ok(),
            chosen: fields.text("site").parse().ok(),
            fields: fields.clone(),
        }
    }

    /// The address of this list with one field changed. Another page or view has other details.
    pub fn link(&self, name: &str, value: &str) -> String {
        let kept = self.fields.without("site").without("lang");
        let kept = if name == "site" { kept } else { kept.without("after") };
        format!("/sites{}", kept.with(name, value).to_query())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn facts(name: &str) -> Facts {
        Facts::parse(&Fields::of([("name", name), ("zone", "Europe/Warsaw")])).unwrap()
    }

    #[test]
    fn a_form_reads_back_what_it_was_filled_in_from() {
        let facts = facts("Harbour Gate");
        assert_eq!(Facts::parse(&facts.to_fields()), Ok(facts));
    }

    #[test]
    fn the_mark_changes_with_the_facts() {
        assert_eq!(facts("A").mark(), facts("A").mark());
        assert_ne!(facts("A").mark(), facts("B").mark());
    }

    #[test]
    fn what_a_site_cannot_have_is_refused() {
        let long = "x".repeat(101);
        let wrong = Fields::of([
            ("zone", "Mars/Olympus"),
            ("description", &long),
            ("contact_email", "nobody"),
            ("contact_phone", "call me"),
        ]);
        let invalid = Facts::parse(&wrong).unwrap_err();
        assert_eq!(invalid.get("name"), Some("error-required"));
        assert_eq!(invalid.get("zone"), Some("sites-zone-unknown"));
        assert_eq!(invalid.get("description"), Some("error-too-long"));
        assert_eq!(invalid.get("contact_email"), Some("error-email"));
        assert_eq!(invalid.get("contact_phone"), Some("error-phone"));
    }
}
