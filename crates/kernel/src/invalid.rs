//! What is wrong with each field of a form.

/// The problems of one form, in the order of its fields. A message is the key of a text, so that the page
/// can say it in the reader's language.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Invalid(Vec<(&'static str, &'static str)>);

impl Invalid {
    pub fn one(field: &'static str, message: &'static str) -> Self {
        Self(vec![(field, message)])
    }

    /// Adds a problem. A field shows one problem at a time: the first.
    pub fn add(&mut self, field: &'static str, message: &'static str) {
        if self.get(field).is_none() {
            self.0.push((field, message));
        }
    }

    pub fn get(&self, field: &str) -> Option<&'static str> {
        self.0.iter().find(|(name, _)| *name == field).map(|(_, message)| *message)
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Field and message, in the order of the form.
    pub fn iter(&self) -> impl Iterator<Item = (&'static str, &'static str)> + '_ {
        self.0.iter().copied()
    }
}
