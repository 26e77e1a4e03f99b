//! Forms. Each carries a key, so that sending it twice does one thing.

use kernel::{Invalid, Lang};
use maud::{Markup, Render, html};

use crate::text::t;

/// A form that changes something.
#[must_use = "a form is shown by putting it into a template"]
pub struct Form<'a> {
    action: &'a str,
    key: &'a str,
    content: Markup,
    swap: Option<&'a str>,
    id: Option<&'a str>,
    class: &'a str,
    multipart: bool,
}

/// A form sent to `action`. `key` is the page's idempotency key ([`Frame::key`](crate::Frame)).
///
/// The browser's own checks are off: they speak the browser's language, not the reader's, and one at a time.
pub fn form<'a>(action: &'a str, key: &'a str, content: Markup) -> Form<'a> {
    Form { action, key, content, swap: None, id: None, class: "form", multipart: false }
}

impl<'a> Form<'a> {
    /// The parts of the page that change with the answer, such as `#inspector #toasts`. Only for forms that
    /// lead back to the same page.
    pub fn swap(self, parts: &'a str) -> Self {
        Self { swap: Some(parts), ..self }
    }

    pub fn id(self, id: &'a str) -> Self {
        Self { id: Some(id), ..self }
    }

    /// Buttons and fields flow with what stands around them.
    pub fn inline(self) -> Self {
        Self { class: "form-inline", ..self }
    }

    /// For files.
    pub fn multipart(self) -> Self {
        Self { multipart: true, ..self }
    }
}

impl Render for Form<'_> {
    fn render(&self) -> Markup {
        let enctype = self.multipart.then_some("multipart/form-data");
        html! {
            form class=(self.class) method="post" action=(self.action) id=[self.id] enctype=[enctype]
                data-swap=[self.swap] novalidate {
                (hidden_key(self.key))
                (self.content)
            }
        }
    }
}

/// The hidden field with the idempotency key.
pub(crate) fn hidden_key(key: &str) -> Markup {
    html! { input type="hidden" name="_key" value=(key); }
}

/// All problems of a form with links to the fields, at the top of the page. Nothing when there are none.
pub fn error_summary(lang: Lang, invalid: &Invalid) -> Markup {
    html! {
        @if !invalid.is_empty() {
            div.errsum role="alert" tabindex="-1" aria-labelledby="errors" {
                h2 #errors { (t(lang, "error-title")) }
                ul {
                    @for (field, key) in invalid.iter() {
                        li { a href={ "#" (field) } { (t(lang, key)) } }
                    }
                }
            }
        }
    }
}
