//! Fields to type into: label above, hint under the label, problem above the control.

use kernel::{Invalid, Lang};
use maud::{Markup, Render, html};

use crate::{Status, button, error_summary, shape, text::t};

/// Makes the fields of one form, each with its own problem found by name.
#[derive(Debug, Clone, Copy)]
pub struct Fields<'a> {
    pub lang: Lang,
    pub invalid: &'a Invalid,
}

impl<'a> Fields<'a> {
    pub const fn new(lang: Lang, invalid: &'a Invalid) -> Self {
        Self { lang, invalid }
    }

    /// The list of all problems, for the top of the page. Nothing when there are none.
    pub fn summary(self) -> Markup {
        error_summary(self.lang, self.invalid)
    }

    /// One line of words.
    pub fn text(self, name: &'a str, label: &'a str) -> Field<'a> {
        self.field(name, label, Kind::Input("text"))
    }

    pub fn email(self, name: &'a str, label: &'a str) -> Field<'a> {
        self.field(name, label, Kind::Input("email")).autocomplete("email").inputmode("email")
    }

    pub fn phone(self, name: &'a str, label: &'a str) -> Field<'a> {
        self.field(name, label, Kind::Input("tel")).autocomplete("tel").inputmode("tel")
    }

    /// A whole number. Typed, not stepped: arrows and wheels change numbers by accident.
    pub fn number(self, name: &'a str, label: &'a str) -> Field<'a> {
        self.field(name, label, Kind::Input("text")).inputmode("numeric").short()
    }

    /// The password of an account that exists. For a new one, `.autocomplete("new-password")`.
    pub fn password(self, name: &'a str, label: &'a str) -> Field<'a> {
        self.field(name, label, Kind::Input("password")).autocomplete("current-password")
    }

    /// Several lines of words.
    pub fn textarea(self, name: &'a str, label: &'a str) -> Field<'a> {
        self.field(name, label, Kind::Area)
    }

    /// One of many, as value and words. Up to six are better asked with [`Fields::radios`].
    pub fn select(
        self,
        name: &'a str,
        label: &'a str,
        options: &'a [(&'a str, &'a str)],
    ) -> Field<'a> {
        self.field(name, label, Kind::Select(options))
    }

    /// A file from the device. `accept` is a list of types such as `image/*,application/pdf`.
    pub fn file(self, name: &'a str, label: &'a str, accept: &'a str) -> Field<'a> {
        self.field(name, label, Kind::File(accept))
    }

    fn field(self, name: &'a str, label: &'a str, kind: Kind<'a>) -> Field<'a> {
        Field {
            lang: self.lang,
            name,
            label,
            kind,
            error: self.invalid.get(name),
            value: "",
            hint: None,
            optional: false,
            autocomplete: None,
            inputmode: None,
            maxlength: None,
            short: false,
            autofocus: false,
        }
    }
}

#[derive(Debug, Clone, Copy)]
enum Kind<'a> {
    Input(&'static str),
    Area,
    Select(&'a [(&'a str, &'a str)]),
    File(&'a str),
}

/// One field. It must be filled in unless it says that it is optional.
#[derive(Debug, Clone)]
#[must_use = "a field is shown by putting it into a template"]
pub struct Field<'a> {
    lang: Lang,
    name: &'a str,
    label: &'a str,
    kind: Kind<'a>,
    error: Option<&'static str>,
    value: &'a str,
    hint: Option<&'a str>,
    optional: bool,
    autocomplete: Option<&'static str>,
    inputmode: Option<&'static str>,
    maxlength: Option<u32>,
    short: bool,
    autofocus: bool,
}

impl<'a> Field<'a> {
    pub fn value(self, value: &'a str) -> Self {
        Self { value, ..self }
    }

    /// What helps to answer, in half a sentence.
    pub fn hint(self, hint: &'a str) -> Self {
        Self { hint: Some(hint), ..self }
    }

    /// May stay empty; the label says so.
    pub fn optional(self) -> Self {
        Self { optional: true, ..self }
    }

    /// What the browser may fill in by itself, in the words of HTML: `name`, `email`, `new-password`.
    pub fn autocomplete(self, what: &'static str) -> Self {
        Self { autocomplete: Some(what), ..self }
    }

    /// Which keyboard a phone shows: `numeric`, `decimal`, `email`, `tel`.
    pub fn inputmode(self, keyboard: &'static str) -> Self {
        Self { inputmode: Some(keyboard), ..self }
    }

    /// The most characters the field takes.
    pub fn maxlength(self, characters: u32) -> Self {
        Self { maxlength: Some(characters), ..self }
    }

    /// Narrow, because the answer is: a number, a code.
    pub fn short(self) -> Self {
        Self { short: true, ..self }
    }

    /// The cursor starts here. For pages that ask one thing.
    pub fn autofocus(self) -> Self {
        Self { autofocus: true, ..self }
    }

    /// A problem that is not in the form's list, as the key of a text.
    pub fn error(self, key: Option<&'static str>) -> Self {
        Self { error: key.or(self.error), ..self }
    }

    fn control(&self) -> Markup {
        let described = described_by(self.name, self.hint.is_some(), self.error.is_some());
        let invalid = self.error.map(|_| "true");
        let class = if self.short { "in in--short" } else { "in" };
        let required = !self.optional;
        match self.kind {
            Kind::Input(kind) => html! {
                input class=(class) id=(self.name) name=(self.name) type=(kind) value=[some(self.value)]
                    autocomplete=[self.autocomplete] inputmode=[self.inputmode] maxlength=[self.maxlength]
                    spellcheck=[matches!(kind, "email" | "password").then_some("false")]
                    autofocus[self.autofocus] required[required]
                    aria-describedby=[described] aria-invalid=[invalid];
            },
            Kind::Area => html! {
                textarea class=(class) id=(self.name) name=(self.name) rows="4" maxlength=[self.maxlength]
                    autofocus[self.autofocus] required[required]
                    aria-describedby=[described] aria-invalid=[invalid] { (self.value) }
            },
            Kind::Select(options) => html! {
                select class=(class) id=(self.name) name=(self.name) autocomplete=[self.autocomplete]
                    required[required] aria-describedby=[described] aria-invalid=[invalid] {
                    @if self.value.is_empty() && options.iter().all(|(value, _)| !value.is_empty()) {
                        option value="" { (t(self.lang, "ui-choose")) }
                    }
                    @for (value, words) in options {
                        option value=(value) selected[*value == self.value] { (words) }
                    }
                }
            },
            Kind::File(accept) => html! {
                input."in in--file" id=(self.name) name=(self.name) type="file" accept=(accept)
                    required[required] aria-describedby=[described] aria-invalid=[invalid];
            },
        }
    }
}

impl Render for Field<'_> {
    fn render(&self) -> Markup {
        html! {
            div.field {
                label for=(self.name) { (self.label) (optional_mark(self.lang, self.optional)) }
                (hint(self.name, self.hint))
                (problem(self.lang, self.name, self.error))
                (self.control())
            }
        }
    }
}

fn some(value: &str) -> Option<&str> {
    (!value.is_empty()).then_some(value)
}

pub(crate) fn optional_mark(lang: Lang, optional: bool) -> Markup {
    html! { @if optional { span.muted { " (" (t(lang, "ui-optional")) ")" } } }
}

pub(crate) fn hint(name: &str, words: Option<&str>) -> Markup {
    html! { @if let Some(words) = words { span.hint id={ (name) "-hint" } { (words) } } }
}

pub(crate) fn problem(lang: Lang, name: &str, key: Option<&str>) -> Markup {
    html! {
        @if let Some(key) = key {
            span.err id={ (name) "-error" } { (shape(Status::Bad)) span { (t(lang, key)) } }
        }
    }
}

/// The ids of the hint and the problem, for `aria-describedby`.
pub(crate) fn described_by(name: &str, hint: bool, problem: bool) -> Option<String> {
    match (hint, problem) {
        (true, true) => Some(format!("{name}-hint {name}-error")),
        (true, false) => Some(format!("{name}-hint")),
        (false, true) => Some(format!("{name}-error")),
        (false, false) => None,
    }
}

/// The pair at the end of most forms: the one thing to do, and the way out.
pub fn save_or_cancel<'a>(save: &'a str, cancel: &'a str, back: &'a str) -> Markup {
    html! { div.acts { (button(save).primary()) (crate::link(cancel, back).ghost()) } }
}
