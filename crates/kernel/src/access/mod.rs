//! Who may do what, as types and as one table.
mod actor;
mod gate;
pub mod matrix;
mod reach;
mod role;

pub use actor::{Actor, Face};
pub use gate::{Anyone, Gate, May, Permission, SignedIn};
pub use matrix::{Capability, Cover, Level, MATRIX, Right};
pub use reach::{Own, People, Reach, Sites, Whole};
pub use role::{Grant, Role, Scope, ScopeKind};

/// Declares permissions: `permission! { /// Doc. pub See = matrix::PEOPLE, View, People; }`.
#[macro_export]
macro_rules! permissions {
    ($($(#[$doc:meta])* $name:ident = $capability:ident $level:ident $reach:ident;)*) => {$(
        $(#[$doc])*
        pub struct $name;
        impl $crate::Permission for $name {
            const CAPABILITY: $crate::access::Capability = $crate::access::matrix::$capability;
            const LEVEL: $crate::access::Level = $crate::access::Level::$level;
            type Reach = $crate::access::$reach;
        }
    )*};
}
