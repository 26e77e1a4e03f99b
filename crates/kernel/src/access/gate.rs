//! Gates: the first argument of every handler. A route whose handler does not begin with one does not compile.
use std::marker::PhantomData;

use super::actor::Actor;
use super::matrix::{Capability, Level};
use super::reach::Reach;
use crate::db::Snapshot;
use crate::error::{Error, Result};
use crate::request::Request;

/// One thing a handler needs its caller to be allowed. Each capability lists its own in `access.rs`.
pub trait Permission: Send + Sync + 'static {
    const CAPABILITY: Capability;
    const LEVEL: Level;
    /// The widest set of rows this permission can ever touch.
    type Reach: Reach;
}

/// What the first argument of every handler must be.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a gate: this handler does not say who may call it",
    note = "make its first argument `may: &May<SomePermission>`, or `_: &Anyone` if the whole world may"
)]
pub trait Gate: Sized + Send + Sync + 'static {
    /// What the route table shows.
    fn name() -> String;
    /// Lets the request in, or says why not.
    fn admit(db: &Snapshot<'_>, request: &Request) -> Result<Self>;
    fn actor(&self) -> Option<&Actor> {
        None
    }
}

/// Proof that the person behind this request may do `P`. Only the kernel can make one.
pub struct May<P: Permission> {
    actor: Actor,
    reach: P::Reach,
    permission: PhantomData<P>,
}

impl<P: Permission> May<P> {
    pub fn who(&self) -> &Actor {
        &self.actor
    }
    pub fn reach(&self) -> &P::Reach {
        &self.reach
    }
}

impl<P: Permission> Gate for May<P> {
    fn name() -> String {
        let level = match P::LEVEL {
            Level::View => "view",
            Level::Edit => "edit",
        };
        format!("{} {level}", P::CAPABILITY.name)
    }

    fn admit(db: &Snapshot<'_>, request: &Request) -> Result<Self> {
        let actor = identify(db, request)?.ok_or(Error::SignIn)?;
        let reach = P::Reach::of(&actor, &P::CAPABILITY, P::LEVEL)
            .ok_or(Error::Forbidden(P::CAPABILITY.name))?;
        Ok(Self { actor, reach, permission: PhantomData })
    }

    fn actor(&self) -> Option<&Actor> {
        Some(&self.actor)
    }
}

/// The gate of a page that needs no session. Writing it is a decision a reviewer can see. Who is signed in
/// anyway is known, so that a page can greet them.
pub struct Anyone {
    actor: Option<Actor>,
}

impl Anyone {
    pub fn who(&self) -> Option<&Actor> {
        self.actor.as_ref()
    }
}

impl Gate for Anyone {
    fn name() -> String {
        "anyone".to_owned()
    }
    fn admit(db: &Snapshot<'_>, request: &Request) -> Result<Self> {
        Ok(Self { actor: identify(db, request)? })
    }
    fn actor(&self) -> Option<&Actor> {
        self.actor.as_ref()
    }
}

/// The gate of what every signed-in account may do, whatever its roles: sign out, switch organisation.
pub struct SignedIn {
    actor: Actor,
}

impl SignedIn {
    pub fn who(&self) -> &Actor {
        &self.actor
    }
}

impl Gate for SignedIn {
    fn name() -> String {
        "signed in".to_owned()
    }
    fn admit(db: &Snapshot<'_>, request: &Request) -> Result<Self> {
        Ok(Self { actor: identify(db, request)?.ok_or(Error::SignIn)? })
    }
    fn actor(&self) -> Option<&Actor> {
        Some(&self.actor)
    }
}

fn identify(db: &Snapshot<'_>, request: &Request) -> Result<Option<Actor>> {
    match request.session() {
        Some(token) => (db.house().wiring.identify)(db, &token),
        None => Ok(None),
    }
}
