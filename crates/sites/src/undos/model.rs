//! What an undo remembers.
use kernel::SiteId;

/// Minutes in which it can be taken back.
pub const MINUTES: i64 = 10;

/// The sites, and what they were before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Undo {
    pub active: bool,
    pub sites: Vec<SiteId>,
}

impl Undo {
    /// `[true,["…"]]`.
    pub fn to_text(&self) -> String {
        let ids: Vec<String> = self.sites.iter().map(ToString::to_string).collect();
        serde_json::to_string(&(self.active, ids)).unwrap_or_default()
    }

    pub fn from_text(text: &str) -> Option<Self> {
        let (active, ids): (bool, Vec<String>) = serde_json::from_str(text).ok()?;
        let sites = ids.iter().map(|it| it.parse().ok()).collect::<Option<_>>()?;
        Some(Self { active, sites })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_undo_reads_back_from_its_text() {
        let undo = Undo { active: true, sites: vec![SiteId::from_bytes([7; 16])] };
        assert_eq!(Undo::from_text(&undo.to_text()), Some(undo));
        assert_eq!(Undo::from_text("[true,[\"x\"]]"), None);
    }
}
