//! How people stand, as the list of people shows it. Compliance decides it and writes it here; people only show it.
pub mod model;
pub mod store;
