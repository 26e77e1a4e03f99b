//! Lists of things that have a name of their own in the organisation: found by it, sorted by it, paged by it.
pub mod page;
mod store;

use kernel::Fields;
use kernel::field::{fold, pattern};

/// Rows of one page.
pub const PAGE: usize = 50;

/// What such a list shows.
pub struct Directory {
    path: &'static str,
    search: String,
    sought: String,
    /// Names after this one, folded.
    after: String,
    fields: Fields,
}

impl Directory {
    pub fn parse(path: &'static str, fields: &Fields) -> Self {
        let short = |name: &str| fields.text(name).chars().take(120).collect::<String>();
        let search = short("search");
        Self {
            path,
            sought: pattern(&search),
            search,
            after: fold(&short("after")),
            fields: fields.clone(),
        }
    }

    fn link(&self, after: &str) -> String {
        format!("{}{}", self.path, self.fields.with("after", after).to_query())
    }
}
