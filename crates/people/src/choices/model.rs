//! What can be chosen. Pure: no clock, no database, no request.

/// Something with a name that people belong to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Thing {
    Company,
    JobRole,
    Division,
    Site,
    Team,
    Group,
}

impl Thing {
    /// In the order of the page of filters.
    pub const ALL: [Self; 6] =
        [Self::Company, Self::JobRole, Self::Division, Self::Site, Self::Team, Self::Group];

    /// The name of the filter in an address, and of the field in a form.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Company => "company",
            Self::JobRole => "job-role",
            Self::Division => "division",
            Self::Site => "site",
            Self::Team => "team",
            Self::Group => "group",
        }
    }
}

/// What can be chosen in the filters and in forms: id and name.
pub type Choices = Vec<(String, String)>;
