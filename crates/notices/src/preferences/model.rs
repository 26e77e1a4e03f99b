//! Which notices somebody wants, and which are not theirs to turn off. Pure.
use kernel::Fields;

use crate::{Channel, KINDS, Kind, OptOut};

/// One kind on one way.
#[derive(Debug, Clone, Copy)]
pub struct Cell {
    pub kind: &'static Kind,
    pub channel: Channel,
}

impl Cell {
    /// Everything somebody may turn off.
    pub fn personal() -> impl Iterator<Item = Self> {
        let of = |kind| Channel::ALL.into_iter().map(move |channel| Self { kind, channel });
        KINDS.iter().flat_map(of).filter(|it| it.kind.opt_out(it.channel) == Some(OptOut::Personal))
    }

    /// The name of its box in the form.
    pub fn field(&self) -> String {
        format!("{}-{}", self.channel.code(), self.kind.code)
    }
}

/// What somebody does not want. Everything else is on.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Preferences(pub Vec<(String, String)>);

impl Preferences {
    /// Boxes that are not ticked are not sent.
    pub fn parse(form: &Fields) -> Self {
        let off = Cell::personal().filter(|it| !form.ticked(&it.field()));
        Self(off.map(|it| (it.kind.code.to_owned(), it.channel.code().to_owned())).collect())
    }

    pub fn wants(&self, cell: &Cell) -> bool {
        let is = |(kind, channel): &(String, String)| {
            kind == cell.kind.code && channel == cell.channel.code()
        };
        !self.0.iter().any(is)
    }

    /// What is different in `other`, and how it is there.
    pub fn changed(&self, other: &Self) -> Vec<(Cell, bool)> {
        let cells = Cell::personal().filter(|it| self.wants(it) != other.wants(it));
        cells.map(|it| (it, other.wants(&it))).collect()
    }
}
