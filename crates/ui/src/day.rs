//! A date, asked for in three fields: quicker and surer than a calendar for dates one reads off a card.

use kernel::Lang;
use maud::{Markup, Render, html};

use crate::{
    Fields,
    field::{described_by, hint, optional_mark, problem},
    text::t,
};

/// Three fields `name-day`, `name-month` and `name-year`. The first has the id `name`, so that a problem can
/// lead to it.
#[derive(Debug, Clone)]
#[must_use = "a field is shown by putting it into a template"]
pub struct Day<'a> {
    lang: Lang,
    name: &'a str,
    label: &'a str,
    error: Option<&'static str>,
    value: [&'a str; 3],
    hint: Option<&'a str>,
    optional: bool,
    birthday: bool,
}

impl<'a> Fields<'a> {
    /// A date as day, month and year.
    pub fn date(self, name: &'a str, label: &'a str) -> Day<'a> {
        let error = self.invalid.get(name);
        Day {
            lang: self.lang,
            name,
            label,
            error,
            value: [""; 3],
            hint: None,
            optional: false,
            birthday: false,
        }
    }
}

impl<'a> Day<'a> {
    /// What was typed before, right or wrong.
    pub fn value(self, day: &'a str, month: &'a str, year: &'a str) -> Self {
        Self { value: [day, month, year], ..self }
    }

    pub fn hint(self, hint: &'a str) -> Self {
        Self { hint: Some(hint), ..self }
    }

    pub fn optional(self) -> Self {
        Self { optional: true, ..self }
    }

    /// The reader's own date of birth, which the browser may know.
    pub fn birthday(self) -> Self {
        Self { birthday: true, ..self }
    }
}

impl Render for Day<'_> {
    fn render(&self) -> Markup {
        const PARTS: [(&str, &str, &str); 3] = [
            ("day", "ui-day", "bday-day"),
            ("month", "ui-month", "bday-month"),
            ("year", "ui-year", "bday-year"),
        ];
        let described = described_by(self.name, self.hint.is_some(), self.error.is_some());
        html! {
            fieldset.field aria-describedby=[described] {
                legend { (self.label) (optional_mark(self.lang, self.optional)) }
                (hint(self.name, self.hint))
                (problem(self.lang, self.name, self.error))
                div.day {
                    @for (index, (part, word, known)) in PARTS.into_iter().enumerate() {
                        @let field = format!("{}-{part}", self.name);
                        @let id = if index == 0 { self.name } else { &field };
                        div {
                            label for=(id) { (t(self.lang, word)) }
                            input.in id=(id) name=(field) type="text" inputmode="numeric"
                                maxlength=(if part == "year" { 4 } else { 2 })
                                autocomplete=(if self.birthday { known } else { "off" })
                                value=(self.value[index]) required[!self.optional]
                                aria-invalid=[self.error.map(|_| "true")];
                        }
                    }
                }
            }
        }
    }
}
