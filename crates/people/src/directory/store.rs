//! How a list is narrowed and paged.
use kernel::db::Query;

use super::Directory;

impl Directory {
    /// Ends the statement that lists things `t`.
    pub fn narrow<'v>(&'v self, query: &mut Query<'v>) {
        if !self.search.is_empty() {
            query.push(" and t.folded like ").bind(&self.sought).push(" escape '\\'");
        }
        if !self.after.is_empty() {
            query.push(" and t.folded > ").bind(&self.after);
        }
        query.push(" order by t.folded limit 51");
    }
}
