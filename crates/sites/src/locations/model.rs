//! The rules of locations: what lies in what. Pure: no clock, no database, no request.
use std::collections::HashMap;

use kernel::field::{self, Name, Problem, Reader, fold};
use kernel::{Fields, Invalid, LocationId};

/// How deep locations lie in one another, at most.
pub const DEPTH: usize = 6;
/// Locations of one site, at most.
pub const MOST: usize = 2000;

/// A location as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Location {
    pub id: LocationId,
    pub parent: Option<LocationId>,
    pub name: Name,
}

impl Location {
    /// The form filled in.
    pub fn to_fields(&self) -> Fields {
        let parent = self.parent.map(|it| it.to_string()).unwrap_or_default();
        Fields::of([("name", self.name.as_str()), ("parent", &parent)])
    }
}

/// What the form says.
#[derive(Debug, Clone)]
pub struct Draft {
    pub name: Name,
    pub parent: Option<LocationId>,
}

impl Draft {
    pub fn parse(fields: &Fields) -> Result<Self, Invalid> {
        let mut read = Reader::new(fields);
        let name = read.need("name", Name::parse);
        let parent = read.want("parent", field::id);
        read.done(|| Some(Self { name: name?, parent }))
    }

    /// Refuses a place that is not there, too deep, or inside `moved` itself.
    pub fn fits(self, tree: &Tree, moved: Option<LocationId>) -> Result<Self, Invalid> {
        if moved.is_none() && tree.len() >= MOST {
            return Err(Invalid::one("name", "locations-too-many"));
        }
        match tree.accepts(moved, self.parent) {
            Ok(()) => Ok(self),
            Err(problem) => Err(Invalid::one("parent", problem)),
        }
    }
}

/// A location in its tree.
#[derive(Debug, Clone)]
pub struct Node {
    pub location: Location,
    /// 1 for what lies directly in the site.
    pub depth: usize,
}

/// All locations of one site, each followed by what lies in it.
#[derive(Debug, Clone, Default)]
pub struct Tree(Vec<Node>);

impl Tree {
    /// Rows in the order of their names.
    pub fn of(rows: Vec<Location>) -> Self {
        let mut inside: HashMap<Option<LocationId>, Vec<Location>> = HashMap::new();
        for row in rows {
            inside.entry(row.parent).or_default().push(row);
        }
        let mut tree = Self::default();
        tree.take(&mut inside, None, 1);
        tree
    }

    fn take(
        &mut self,
        inside: &mut HashMap<Option<LocationId>, Vec<Location>>,
        parent: Option<LocationId>,
        depth: usize,
    ) {
        for location in inside.remove(&parent).unwrap_or_default() {
            let id = location.id;
            self.0.push(Node { location, depth });
            self.take(inside, Some(id), depth + 1);
        }
    }

    pub fn len(&self) -> usize {
        self.0.len()
    }
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
    pub fn nodes(&self) -> &[Node] {
        &self.0
    }

    fn at(&self, id: LocationId) -> Option<usize> {
        self.0.iter().position(|it| it.location.id == id)
    }
    pub fn find(&self, id: LocationId) -> Option<&Node> {
        self.0.get(self.at(id)?)
    }

    /// A location and everything in it.
    pub fn branch(&self, id: LocationId) -> &[Node] {
        let Some(at) = self.at(id) else { return &[] };
        &self.0[at..at + size(&self.0[at..])]
    }

    /// The name of what something lies in; empty for the site itself.
    pub fn name(&self, parent: Option<LocationId>) -> String {
        let node = parent.and_then(|it| self.find(it));
        node.map(|it| it.location.name.to_string()).unwrap_or_default()
    }

    /// Every location with the way to it: `Hall A, Level 2, Plant room`.
    pub fn ways(&self) -> Vec<(LocationId, String)> {
        let mut way: Vec<&str> = Vec::new();
        let each = self.0.iter().map(|it| {
            way.truncate(it.depth - 1);
            way.push(it.location.name.as_str());
            (it.location.id, way.join(", "))
        });
        each.collect()
    }

    /// Whether `parent` may hold `moved` with all that lies in it, or a new location.
    pub fn accepts(
        &self,
        moved: Option<LocationId>,
        parent: Option<LocationId>,
    ) -> Result<(), Problem> {
        let Some(parent) = parent else { return Ok(()) };
        let depth = self.find(parent).ok_or("error-choice")?.depth;
        let branch = moved.map(|it| self.branch(it)).unwrap_or_default();
        if branch.iter().any(|it| it.location.id == parent) {
            return Err("locations-circle");
        }
        let top = branch.first().map_or(1, |it| it.depth);
        let lowest = branch.iter().map(|it| it.depth).max().unwrap_or(1);
        if depth + lowest - top + 1 > DEPTH { Err("locations-deep") } else { Ok(()) }
    }

    /// Whether a neighbour has the name already.
    pub fn is_taken(&self, id: LocationId, draft: &Draft) -> bool {
        let name = fold(draft.name.as_str());
        let same = |it: &Location| it.parent == draft.parent && fold(it.name.as_str()) == name;
        self.0.iter().any(|it| it.location.id != id && same(&it.location))
    }
}

/// How many of these nodes belong to the first one, itself included.
pub fn size(nodes: &[Node]) -> usize {
    let Some((first, rest)) = nodes.split_first() else { return 0 };
    1 + rest.iter().take_while(|it| it.depth > first.depth).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn id(number: u8) -> LocationId {
        LocationId::from_bytes([number; 16])
    }

    /// `rows` are number and parent; 0 is the site.
    fn tree(rows: &[(u8, u8)]) -> Tree {
        let row = |(number, parent): &(u8, u8)| Location {
            id: id(*number),
            parent: (*parent > 0).then(|| id(*parent)),
            name: Name::parse(&format!("L{number}")).unwrap(),
        };
        Tree::of(rows.iter().map(row).collect())
    }

    #[test]
    fn what_lies_in_a_location_follows_it() {
        let tree = tree(&[(1, 0), (2, 0), (3, 1), (4, 3)]);
        let order: Vec<_> = tree.nodes().iter().map(|it| (it.location.id, it.depth)).collect();
        assert_eq!(order, [(id(1), 1), (id(3), 2), (id(4), 3), (id(2), 1)]);
        assert_eq!(tree.ways()[2], (id(4), "L1, L3, L4".to_owned()));
        assert_eq!(tree.branch(id(1)).len(), 3);
    }

    #[test]
    fn nothing_lies_in_itself() {
        let tree = tree(&[(1, 0), (2, 1), (3, 2)]);
        assert_eq!(tree.accepts(Some(id(1)), Some(id(3))), Err("locations-circle"));
        assert_eq!(tree.accepts(Some(id(1)), Some(id(1))), Err("locations-circle"));
        assert_eq!(tree.accepts(Some(id(3)), Some(id(1))), Ok(()));
        assert_eq!(tree.accepts(Some(id(3)), None), Ok(()));
        assert_eq!(tree.accepts(None, Some(id(9))), Err("error-choice"));
    }

    #[test]
    fn six_deep_and_no_deeper() {
        let tree = tree(&[(1, 0), (2, 1), (3, 2), (4, 3), (5, 4), (6, 5), (7, 0), (8, 7)]);
        assert_eq!(tree.accepts(None, Some(id(5))), Ok(()));
        assert_eq!(tree.accepts(None, Some(id(6))), Err("locations-deep"));
        assert_eq!(tree.accepts(Some(id(7)), Some(id(4))), Ok(()), "two levels below the fourth");
        assert_eq!(tree.accepts(Some(id(7)), Some(id(5))), Err("locations-deep"));
    }
}
