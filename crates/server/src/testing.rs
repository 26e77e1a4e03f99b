//! The whole house for tests, with the told world in it.
use std::ops::Deref;

use kernel::testing::{Test, Visitor};
use kernel::{Result, Tx};
use people::fixtures::{Persona, World};

/// The told world behind its front door.
pub struct Town {
    test: Test,
    pub world: World,
}

/// A new town. Each test has its own.
pub fn town() -> Town {
    let test = empty();
    let world = test.write(told).expect("the told world");
    Town { test, world }
}

/// Everybody of the stories, what they learned and what they showed.
fn told(tx: &mut Tx<'_>) -> Result<World> {
    let world = people::fixtures::build(tx)?;
    learning::fixtures::tell(tx, &world)?;
    evidence::fixtures::tell(tx, &world)?;
    assessments::fixtures::tell(tx, &world)?;
    Ok(world)
}

/// A house that nobody has moved into.
pub fn empty() -> Test {
    Test::new(crate::wiring(), &crate::migrations(), crate::routes())
}

impl Town {
    /// Somebody of the stories.
    pub fn persona(&self, key: &str) -> &Persona {
        self.world.actors.iter().find(|it| it.key == key).expect("somebody of the told world")
    }

    /// So many people more.
    pub fn crowd(&self, number: usize) {
        let world = self.world.clone();
        self.write(move |tx| people::fixtures::crowd(tx, &world, number)).expect("a crowd");
    }

    /// Somebody of the stories, signed in.
    pub async fn enter(&self, key: &str) -> Visitor {
        let mut visitor = self.visitor();
        let path = format!("/sign-in/{}", self.persona(key).link.reveal());
        let page = visitor.post(&path, []).await;
        assert_eq!(page.status, 303, "{key} could not sign in: {}", page.text());
        visitor
    }
}

impl Deref for Town {
    type Target = Test;
    fn deref(&self) -> &Test {
        &self.test
    }
}
