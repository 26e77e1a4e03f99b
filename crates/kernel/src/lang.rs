//! The languages a person can read Gatepass in.

/// A language every text of the product exists in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub enum Lang {
    #[default]
    En,
    Pl,
}

impl Lang {
    pub const ALL: [Self; 2] = [Self::En, Self::Pl];

    /// The code of the `lang` attribute, the cookie and the database.
    pub const fn code(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Pl => "pl",
        }
    }

    /// The language's name in itself, for people who cannot read the current one.
    pub const fn name(self) -> &'static str {
        match self {
            Self::En => "English",
            Self::Pl => "Polski",
        }
    }

    /// The `dir` attribute of the page.
    pub const fn dir(self) -> &'static str {
        "ltr"
    }

    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.code() == code)
    }

    /// The first language of an `Accept-Language` header that the product speaks.
    pub fn accepted(header: &str) -> Option<Self> {
        header.split(',').find_map(|part| {
            let code = part.split([';', '-']).next().unwrap_or_default().trim();
            Self::from_code(&code.to_ascii_lowercase())
        })
    }
}
