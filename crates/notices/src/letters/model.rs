//! What a letter says.
use kernel::field::Email;
use kernel::{Lang, OrgId};

/// A message to one address, in the words of its reader's language.
#[derive(Debug, Clone)]
pub struct Letter {
    /// For whom it is sent; none for what concerns an account rather than an organisation.
    pub org: Option<OrgId>,
    /// The kind of notice, such as `invitation`: the outbox filters by it.
    pub kind: &'static str,
    pub lang: Lang,
    pub to: Email,
    pub name: String,
    pub subject: String,
    pub paragraphs: Vec<String>,
    /// Words and full address of the one thing to do.
    pub button: Option<(String, String)>,
    /// Why the reader gets this.
    pub footer: String,
}

impl Letter {
    fn parts(&self) -> (Vec<&str>, Option<(&str, &str)>) {
        let paragraphs = self.paragraphs.iter().map(String::as_str).collect();
        let button = self.button.as_ref().map(|(words, url)| (words.as_str(), url.as_str()));
        (paragraphs, button)
    }

    /// The message for programs that show no HTML.
    pub fn text(&self) -> String {
        let (paragraphs, button) = self.parts();
        ui::mail::text(self.lang, &self.subject, &paragraphs, button, &self.footer)
    }

    pub fn html(&self) -> String {
        let (paragraphs, button) = self.parts();
        ui::mail::html(self.lang, &self.subject, &paragraphs, button, &self.footer)
    }
}
