//! Answers to tick: one box, one of a few, some of a few, and switches that act at once.

use kernel::Lang;
use maud::{Markup, Render, html};

use crate::{
    Fields,
    field::{described_by, hint, optional_mark, problem},
    form::hidden_key,
    text::t,
};

/// A single box: an agreement, an option. As a switch it looks like one and still belongs to its form.
#[derive(Debug, Clone)]
#[must_use = "a box is shown by putting it into a template"]
pub struct Check<'a> {
    lang: Lang,
    name: &'a str,
    label: &'a str,
    error: Option<&'static str>,
    hint: Option<&'a str>,
    on: bool,
    switch: bool,
    bars: &'a [Bar<'a>],
}

/// While another field of the form has this value, a box cannot be ticked, and says why. Only where scripts run: the
/// form that is sent is looked at all the same.
#[derive(Debug, Clone, Copy)]
pub struct Bar<'a> {
    pub field: &'a str,
    /// Empty for a field that must be filled in first.
    pub value: &'a str,
    pub words: &'a str,
}

/// One answer of several.
#[derive(Debug, Clone, Copy)]
pub struct Choice<'a> {
    pub value: &'a str,
    pub label: &'a str,
    pub hint: Option<&'a str>,
}

impl<'a> Choice<'a> {
    pub const fn new(value: &'a str, label: &'a str) -> Self {
        Self { value, label, hint: None }
    }

    pub const fn hint(self, hint: &'a str) -> Self {
        Self { hint: Some(hint), ..self }
    }
}

/// A question with its answers: exactly one ([`Fields::radios`]) or any number ([`Fields::checkboxes`]).
#[derive(Debug, Clone)]
#[must_use = "a question is shown by putting it into a template"]
pub struct Choices<'a> {
    lang: Lang,
    name: &'a str,
    legend: &'a str,
    answers: &'a [Choice<'a>],
    many: bool,
    error: Option<&'static str>,
    chosen: &'a [&'a str],
    hint: Option<&'a str>,
    optional: bool,
    inline: bool,
}

impl<'a> Fields<'a> {
    /// One box. It is sent as `name=on` when it is ticked, and not at all when it is not.
    pub fn checkbox(self, name: &'a str, label: &'a str) -> Check<'a> {
        let error = self.invalid.get(name);
        Check {
            lang: self.lang,
            name,
            label,
            error,
            hint: None,
            on: false,
            switch: false,
            bars: &[],
        }
    }

    /// As [`Fields::checkbox`], drawn as a switch.
    pub fn switch(self, name: &'a str, label: &'a str) -> Check<'a> {
        Check { switch: true, ..self.checkbox(name, label) }
    }

    /// One of a few answers.
    pub fn radios(self, name: &'a str, legend: &'a str, answers: &'a [Choice<'a>]) -> Choices<'a> {
        self.choices(name, legend, answers, false)
    }

    /// Any number of a few answers, each sent as `name=value`.
    pub fn checkboxes(
        self,
        name: &'a str,
        legend: &'a str,
        answers: &'a [Choice<'a>],
    ) -> Choices<'a> {
        self.choices(name, legend, answers, true)
    }

    fn choices(
        self,
        name: &'a str,
        legend: &'a str,
        answers: &'a [Choice<'a>],
        many: bool,
    ) -> Choices<'a> {
        Choices {
            lang: self.lang,
            name,
            legend,
            answers,
            many,
            error: self.invalid.get(name),
            chosen: &[],
            hint: None,
            optional: false,
            inline: false,
        }
    }
}

impl<'a> Check<'a> {
    pub fn on(self, on: bool) -> Self {
        Self { on, ..self }
    }

    pub fn hint(self, hint: &'a str) -> Self {
        Self { hint: Some(hint), ..self }
    }

    pub fn bars(self, bars: &'a [Bar<'a>]) -> Self {
        Self { bars, ..self }
    }
}

impl Render for Check<'_> {
    fn render(&self) -> Markup {
        let described = described_by(self.name, self.hint.is_some(), self.error.is_some());
        let class = if self.switch { "switch" } else { "ck" };
        html! {
            div.field {
                (problem(self.lang, self.name, self.error))
                div.check {
                    input class=(class) type="checkbox" role=[self.switch.then_some("switch")]
                        id=(self.name) name=(self.name) value="on" checked[self.on]
                        aria-describedby=[described] aria-invalid=[self.error.map(|_| "true")];
                    div {
                        label for=(self.name) { (self.label) }
                        (hint(self.name, self.hint))
                        @for (at, bar) in self.bars.iter().enumerate() {
                            span.hint id={ (self.name) "-bar-" (at) } data-bar=(bar.field) data-while=(bar.value) hidden { (bar.words) }
                        }
                    }
                }
            }
        }
    }
}

impl<'a> Choices<'a> {
    /// The values that are chosen now.
    pub fn chosen(self, values: &'a [&'a str]) -> Self {
        Self { chosen: values, ..self }
    }

    pub fn hint(self, hint: &'a str) -> Self {
        Self { hint: Some(hint), ..self }
    }

    pub fn optional(self) -> Self {
        Self { optional: true, ..self }
    }

    /// Side by side, for two or three short answers.
    pub fn inline(self) -> Self {
        Self { inline: true, ..self }
    }

    /// The first answer has the id `name`, so that a problem can lead to it.
    fn id(&self, index: usize) -> String {
        if index == 0 { self.name.to_owned() } else { format!("{}-{index}", self.name) }
    }
}

impl Render for Choices<'_> {
    fn render(&self) -> Markup {
        let described = described_by(self.name, self.hint.is_some(), self.error.is_some());
        let (kind, class) = if self.many { ("checkbox", "ck") } else { ("radio", "rd") };
        html! {
            fieldset.field aria-describedby=[described] {
                legend { (self.legend) (optional_mark(self.lang, self.optional)) }
                (hint(self.name, self.hint))
                (problem(self.lang, self.name, self.error))
                div.choices.inline[self.inline] {
                    @for (index, answer) in self.answers.iter().enumerate() {
                        @let id = self.id(index);
                        @let about = answer.hint.map(|_| format!("{id}-about"));
                        div.check {
                            input class=(class) type=(kind) id=(id) name=(self.name) value=(answer.value)
                                checked[self.chosen.contains(&answer.value)] aria-describedby=[about.as_deref()];
                            div {
                                label for=(id) { (answer.label) }
                                @if let Some(words) = answer.hint { span.hint id=[about.as_deref()] { (words) } }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// A switch that acts at once: a row with its name, what it does, and the switch.
#[derive(Debug, Clone)]
#[must_use = "a switch is shown by putting it into a template"]
pub struct SwitchRow<'a> {
    id: &'a str,
    label: &'a str,
    action: &'a str,
    key: &'a str,
    on: bool,
    hint: Option<&'a str>,
    barred: Option<&'a str>,
    swap: Option<&'a str>,
}

/// A switch that is sent to `action` when pressed, as `on=true` or `on=false`: the state that is wanted.
pub fn switch_row<'a>(id: &'a str, label: &'a str, action: &'a str, key: &'a str) -> SwitchRow<'a> {
    SwitchRow { id, label, action, key, on: false, hint: None, barred: None, swap: None }
}

impl<'a> SwitchRow<'a> {
    pub fn on(self, on: bool) -> Self {
        Self { on, ..self }
    }

    pub fn hint(self, hint: &'a str) -> Self {
        Self { hint: Some(hint), ..self }
    }

    /// Cannot be pressed, and says why, in sight. The only thing in the product that is disabled.
    pub fn barred(self, reason: &'a str) -> Self {
        Self { barred: Some(reason), ..self }
    }

    /// The parts of the page that change with it.
    pub fn swap(self, parts: &'a str) -> Self {
        Self { swap: Some(parts), ..self }
    }
}

impl Render for SwitchRow<'_> {
    fn render(&self) -> Markup {
        let words = self.barred.or(self.hint);
        let about = format!("{}-about", self.id);
        let label = format!("{}-label", self.id);
        html! {
            form.kv method="post" action=(self.action) data-swap=[self.swap] {
                (hidden_key(self.key))
                div {
                    span id=(label) { (self.label) }
                    @if let Some(words) = words { small id=(about) { (words) } }
                }
                button.switch type="submit" role="switch" id=(self.id) name="on" value=(!self.on)
                    aria-checked=(self.on) aria-labelledby=(label) aria-describedby=[words.map(|_| &about)]
                    disabled[self.barred.is_some()] title=[self.barred] {}
            }
        }
    }
}

/// The word for a switch's state, for lists that show it without letting it be changed.
pub fn on_or_off(lang: Lang, on: bool) -> &'static str {
    t(lang, if on { "ui-on" } else { "ui-off" })
}
