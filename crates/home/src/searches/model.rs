//! What is sought and what was found. Pure: no clock, no database, no request.
use kernel::field::{fold, pattern};
use kernel::{AnyId, Fields};

/// What somebody typed.
pub struct Sought {
    pub text: String,
    /// As the names in the database are folded.
    pub folded: String,
    /// For SQL's `like`.
    pub pattern: String,
}

impl Sought {
    pub fn parse(fields: &Fields) -> Self {
        let text: String = fields.text("q").chars().take(100).collect();
        Self { folded: fold(&text), pattern: pattern(&text), text }
    }

    /// Whether a line of the menu is meant; every line is while nothing is typed.
    pub fn names(&self, label: &str) -> bool {
        fold(label).contains(&self.folded)
    }
}

/// One thing that was found: its id, its name, and what tells it from others of that name.
pub struct Hit {
    pub id: AnyId,
    pub name: String,
    pub about: String,
}

#[derive(Default)]
pub struct Found {
    pub people: Vec<Hit>,
    pub companies: Vec<Hit>,
    pub sites: Vec<Hit>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_menu_is_found_without_accents_and_whole_when_nothing_is_typed() {
        let sought = |text| Sought::parse(&Fields::of([("q", text)]));
        assert!(sought("OSOB").names("Osoby") && sought("lodz").names("Łódź"));
        assert!(sought("").names("Sites") && !sought("x").names("Sites"));
    }
}
