//! What a proof finds. Pure.
use kernel::{Hash, OrgId};

use crate::entries::model::Entry;

/// What is wrong with a chain.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// The line does not say what it said when it was written.
    Changed,
    /// The line is missing, or stands elsewhere.
    Missing,
    /// The chain ends before, or after, the line it should end with.
    Head,
}

/// The log of one organisation.
#[derive(Debug, Clone)]
pub struct Chain {
    pub org: OrgId,
    pub name: String,
    /// How many lines were found good.
    pub lines: i64,
    /// The last good line's hash. Whoever keeps it elsewhere can tell later that nothing before it was changed, by
    /// whomever.
    pub hash: Hash,
    /// The first line that is wrong, and why.
    pub fault: Option<(i64, Fault)>,
}

/// What was found.
#[derive(Debug, Clone, Default)]
pub struct Report {
    pub chains: Vec<Chain>,
}

impl Report {
    pub fn is_good(&self) -> bool {
        self.chains.iter().all(|it| it.fault.is_none())
    }
}

impl Chain {
    pub fn new(org: OrgId, name: String) -> Self {
        Self { org, name, lines: 0, hash: Entry::START, fault: None }
    }

    /// Checks the next line: `hash` is what was kept with it, `folded` whether its search text fits.
    pub fn follow(&mut self, entry: &Entry, hash: &Hash, folded: bool, room: &mut Vec<u8>) {
        if self.fault.is_some() {
            return;
        }
        let next = self.lines + 1;
        if entry.seq != next {
            self.fault = Some((next.min(entry.seq), Fault::Missing));
            return;
        }
        let right = entry.hash(&self.hash, room);
        if right != *hash || !folded {
            self.fault = Some((next, Fault::Changed));
            return;
        }
        (self.lines, self.hash) = (next, right);
    }

    /// Checks where the chain ends.
    pub fn end(&mut self, head: Option<(i64, Hash)>) {
        let kept = head.unwrap_or((0, Entry::START));
        if self.fault.is_none() && kept != (self.lines, self.hash) {
            self.fault = Some((self.lines.min(kept.0) + 1, Fault::Head));
        }
    }
}
