//! The rules of a region. Pure: no clock, no database, no request.
use kernel::field::{Line, Name, Reader};
use kernel::{Fields, Hash, Invalid, OrgId, RegionId};

/// A region as it is kept.
#[derive(Debug, Clone)]
pub struct Region {
    pub org: OrgId,
    pub id: RegionId,
    pub facts: Facts,
}

/// What a form says about a region (P-S8).
#[derive(Debug, Clone)]
pub struct Facts {
    pub name: Name,
    pub code: String,
    pub description: String,
}

impl Facts {
    pub fn parse(fields: &Fields) -> Result<Self, Invalid> {
        let mut read = Reader::new(fields);
        let name = read.need("name", Name::parse);
        let code = read.want("code", Line::<40>::parse);
        let description = read.want("description", Line::<100>::parse);
        read.done(|| {
            Some(Self {
                name: name?,
                code: code.map(|it| it.to_string()).unwrap_or_default(),
                description: description.map(|it| it.to_string()).unwrap_or_default(),
            })
        })
    }

    /// The form filled in, with the mark of what it was filled in from.
    pub fn to_fields(&self) -> Fields {
        Fields::of([
            ("mark", &self.mark()),
            ("name", self.name.as_str()),
            ("code", &self.code),
            ("description", &self.description),
        ])
    }

    /// Changes with every change.
    pub fn mark(&self) -> String {
        let text = [self.name.as_str(), &self.code, &self.description].join("\0");
        Hash::of(text.as_bytes()).hex()[..16].to_owned()
    }
}

/// What the list shows.
#[derive(Debug, Clone)]
pub struct List {
    pub search: String,
    /// Behind this one.
    pub after: Option<RegionId>,
    pub fields: Fields,
}

impl List {
    pub fn parse(fields: &Fields) -> Self {
        Self {
            search: fields.text("search").chars().take(100).collect(),
            after: fields.text("after").parse().ok(),
            fields: fields.clone(),
        }
    }

    /// The address of this list with one field changed.
    pub fn link(&self, name: &str, value: &str) -> String {
        let kept = self.fields.without("after").without("lang");
        format!("/regions{}", kept.with(name, value).to_query())
    }
}
