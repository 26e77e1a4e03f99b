//! Buttons, and links that look like them. There is no disabled button: press it and be told why.

use maud::{Markup, Render, html};

use crate::icon;

#[derive(Debug, Clone, Copy)]
enum Kind {
    Primary,
    Secondary,
    Ghost,
}

/// A button that sends its form, or a link. Secondary unless told otherwise.
#[derive(Debug, Clone)]
#[expect(clippy::struct_excessive_bools, reason = "each is a word of the builder")]
#[must_use = "a button is shown by putting it into a template"]
pub struct Button<'a> {
    words: &'a str,
    href: Option<&'a str>,
    icon: Option<&'static str>,
    kind: Kind,
    bad: bool,
    large: bool,
    block: bool,
    bare: bool,
    optional: bool,
    swap: Option<&'a str>,
    sends: Option<(&'a str, &'a str)>,
    action: Option<&'a str>,
    popover: Option<&'a str>,
    command: Option<(&'static str, &'a str)>,
}

/// A button that sends the form it stands in.
pub fn button(words: &str) -> Button<'_> {
    Button {
        words,
        href: None,
        icon: None,
        kind: Kind::Secondary,
        bad: false,
        large: false,
        block: false,
        bare: false,
        optional: false,
        swap: None,
        sends: None,
        action: None,
        popover: None,
        command: None,
    }
}

/// A link that looks like a button: it goes somewhere and changes nothing.
pub fn link<'a>(words: &'a str, href: &'a str) -> Button<'a> {
    Button { href: Some(href), ..button(words) }
}

impl<'a> Button<'a> {
    /// The one thing to do on this screen. There is at most one.
    pub fn primary(self) -> Self {
        Self { kind: Kind::Primary, ..self }
    }

    /// Without a border, for what is rarely wanted.
    pub fn ghost(self) -> Self {
        Self { kind: Kind::Ghost, ..self }
    }

    /// In red: it takes something away.
    pub fn bad(self) -> Self {
        Self { bad: true, ..self }
    }

    /// Big enough for a glove.
    pub fn large(self) -> Self {
        Self { large: true, ..self }
    }

    /// As wide as the column.
    pub fn block(self) -> Self {
        Self { block: true, ..self }
    }

    pub fn icon(self, name: &'static str) -> Self {
        Self { icon: Some(name), ..self }
    }

    /// Only the icon is seen; the words are read out.
    pub fn icon_only(self, name: &'static str) -> Self {
        Self { icon: Some(name), bare: true, ..self }
    }

    /// May leave on a narrow screen, because the same can be done elsewhere.
    pub fn optional(self) -> Self {
        Self { optional: true, ..self }
    }

    /// For a link: the parts of the page that change, such as `#results #views`.
    pub fn swap(self, parts: &'a str) -> Self {
        Self { swap: Some(parts), ..self }
    }

    /// What the form learns when it was this button that sent it.
    pub fn sends(self, name: &'a str, value: &'a str) -> Self {
        Self { sends: Some((name, value)), ..self }
    }

    /// Sends the form to another address than its own.
    pub fn to(self, action: &'a str) -> Self {
        Self { action: Some(action), ..self }
    }

    /// Opens and closes the menu with this id instead of sending anything.
    pub fn opens(self, menu: &'a str) -> Self {
        Self { popover: Some(menu), ..self }
    }

    /// Shows the dialog with this id instead of sending anything.
    pub fn shows(self, dialog: &'a str) -> Self {
        Self { command: Some(("show-modal", dialog)), ..self }
    }

    /// Closes the dialog with this id instead of sending anything.
    pub fn closes(self, dialog: &'a str) -> Self {
        Self { command: Some(("close", dialog)), ..self }
    }

    fn class(&self) -> String {
        let mut class = String::from(match self.kind {
            Kind::Primary => "btn btn--pri",
            Kind::Secondary => "btn btn--sec",
            Kind::Ghost => "btn btn--ghost",
        });
        let flags = [
            (self.bad, " btn--bad"),
            (self.large, " btn--lg"),
            (self.block, " btn--block"),
            (self.bare, " btn--icon"),
            (self.optional, " opt"),
        ];
        for (_, name) in flags.into_iter().filter(|(set, _)| *set) {
            class.push_str(name);
        }
        class
    }

    fn face(&self) -> Markup {
        html! {
            @if let Some(name) = self.icon { (icon(name)) }
            @if !self.bare { (self.words) }
        }
    }
}

impl Render for Button<'_> {
    fn render(&self) -> Markup {
        let label = self.bare.then_some(self.words);
        if let Some(href) = self.href {
            return html! {
                a class=(self.class()) href=(href) data-swap=[self.swap] aria-label=[label] title=[label] { (self.face()) }
            };
        }
        let opens = self.popover.is_some() || self.command.is_some();
        html! {
            button class=(self.class()) type=(if opens { "button" } else { "submit" })
                name=[self.sends.map(|it| it.0)] value=[self.sends.map(|it| it.1)]
                formaction=[self.action] popovertarget=[self.popover]
                command=[self.command.map(|it| it.0)] commandfor=[self.command.map(|it| it.1)]
                aria-label=[label] title=[label] { (self.face()) }
        }
    }
}
