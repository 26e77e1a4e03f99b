//! The rules of a team. Pure: no clock, no database, no request.
use kernel::field::{Name, Reader};
use kernel::{DivisionId, Fields, Invalid, TeamId};

use crate::divisions::store::Choices;

/// A team as it is kept.
pub struct Team {
    pub id: TeamId,
    pub name: String,
    pub division: DivisionId,
    pub division_name: String,
    pub members: i64,
}

impl Team {
    /// The form filled in with what is known.
    pub fn fields(&self) -> Fields {
        Fields::of([("name", &self.name), ("division", &self.division.to_string())])
    }
}

/// What the form says.
pub struct Draft {
    pub name: Name,
    pub division: DivisionId,
    pub division_name: String,
}

impl Draft {
    /// With only one division to choose, nobody is asked.
    pub fn parse(fields: &Fields, divisions: &Choices) -> Result<Self, Invalid> {
        let mut read = Reader::new(fields);
        let name = read.need("name", Name::parse);
        let only = divisions.first().filter(|_| divisions.len() == 1);
        let division = match only {
            Some(only) => Some(only.clone()),
            None => read.need("division", |text| {
                divisions.iter().find(|it| it.0 == text).cloned().ok_or("error-choice")
            }),
        };
        read.done(|| {
            let (id, division_name) = division?;
            Some(Self { name: name?, division: id.parse().ok()?, division_name })
        })
    }
}
