//! For how long something holds: asked for in a form, and said in words. The word in between is the judge's:
//! `forever`, `months:12`, `days:90`, `yearly:03-31`.

use kernel::Lang;
use maud::{Markup, Render, html};

use crate::{
    Fields,
    field::{described_by, hint, optional_mark, problem},
    text::{t, with},
    time,
};

/// Validities that are offered ready-made, in months.
const MONTHS: [&str; 6] = ["3", "6", "12", "24", "36", "60"];

/// A choice `name` with the fields `name-number`, `name-day` and `name-month` for what is not offered ready-made.
/// Read it back with [`validity_word`].
#[derive(Debug, Clone)]
#[must_use = "a field is shown by putting it into a template"]
pub struct Validity<'a> {
    lang: Lang,
    name: &'a str,
    label: &'a str,
    error: Option<&'static str>,
    value: &'a str,
    hint: Option<&'a str>,
    otherwise: Option<&'a str>,
}

impl<'a> Fields<'a> {
    /// For how long something holds.
    pub fn validity(self, name: &'a str, label: &'a str) -> Validity<'a> {
        let error = self.invalid.get(name);
        Validity { lang: self.lang, name, label, error, value: "", hint: None, otherwise: None }
    }
}

/// What the fields of a [`Validity`] say, as the judge's word. It is one only if the judge can read it; nothing at all
/// is the empty word.
pub fn validity_word(sent: &kernel::Fields, name: &str) -> String {
    let part = |which: &str| sent.text(&format!("{name}-{which}")).to_owned();
    match sent.text(name) {
        kind @ ("months" | "days") => format!("{kind}:{}", part("number")),
        "yearly" => format!("yearly:{:0>2}-{:0>2}", part("month"), part("day")),
        chosen => chosen.to_owned(),
    }
}

/// A validity in words: "12 months", "until 31 March each year", "no end".
pub fn validity_words(lang: Lang, word: &str) -> String {
    let (kind, rest) = word.split_once(':').unwrap_or((word, ""));
    let count = rest.parse::<u32>();
    match (kind, count, yearly(rest)) {
        ("forever", ..) => t(lang, "ui-validity-forever").to_owned(),
        ("months", Ok(count), _) => with(lang, "ui-validity-months", &[("count", count.into())]),
        ("days", Ok(count), _) => with(lang, "ui-validity-days", &[("count", count.into())]),
        ("yearly", _, Some((month, day))) => {
            let date = time::day_and_month(lang, month, day);
            with(lang, "ui-validity-yearly", &[("date", (&date).into())])
        }
        _ => word.to_owned(),
    }
}

fn yearly(rest: &str) -> Option<(u8, u8)> {
    let (month, day) = rest.split_once('-')?;
    Some((month.parse().ok()?, day.parse().ok()?))
}

impl<'a> Validity<'a> {
    /// The judge's word for what is chosen now, or what [`validity_word`] made of a form that was wrong.
    pub fn value(self, word: &'a str) -> Self {
        Self { value: word, ..self }
    }

    pub fn hint(self, hint: &'a str) -> Self {
        Self { hint: Some(hint), ..self }
    }

    /// Offers to say nothing here, in these words, such as "As the course says".
    pub fn otherwise(self, words: &'a str) -> Self {
        Self { otherwise: Some(words), ..self }
    }

    /// The chosen answer, and what the fields for others hold: number, day and month.
    fn parts(&self) -> (&'a str, [&'a str; 3]) {
        let (kind, rest) = self.value.split_once(':').unwrap_or((self.value, ""));
        match kind {
            "months" if MONTHS.contains(&rest) => (self.value, [""; 3]),
            "months" | "days" => (kind, [rest, "", ""]),
            "yearly" => {
                let (month, day) = rest.split_once('-').unwrap_or_default();
                let bare = |it: &'a str| it.trim_start_matches('0');
                (kind, ["", bare(day), bare(month)])
            }
            _ => (self.value, [""; 3]),
        }
    }

    fn answers(&self) -> Vec<(String, String)> {
        let lang = self.lang;
        let own = |kind: &str, key: &str| (kind.to_owned(), t(lang, key).to_owned());
        let mut all = Vec::new();
        if let Some(words) = self.otherwise {
            all.push((String::new(), words.to_owned()));
        }
        all.push(own("forever", "ui-validity-no-end"));
        for months in MONTHS {
            let word = format!("months:{months}");
            let words = validity_words(lang, &word);
            all.push((word, words));
        }
        all.push(own("months", "ui-validity-own-months"));
        all.push(own("days", "ui-validity-own-days"));
        all.push(own("yearly", "ui-validity-own-date"));
        all
    }
}

impl Render for Validity<'_> {
    fn render(&self) -> Markup {
        let lang = self.lang;
        let described = described_by(self.name, self.hint.is_some(), self.error.is_some());
        let wrong = self.error.map(|_| "true");
        let (chosen, [number, day, month]) = self.parts();
        let typed = |which: &str, word: &str, value: &str| {
            let id = format!("{}-{which}", self.name);
            html! {
                div {
                    label for=(id) { (t(lang, word)) }
                    input.in id=(id) name=(id) type="text" inputmode="numeric" maxlength="4" autocomplete="off"
                        value=(value) aria-invalid=[wrong];
                }
            }
        };
        html! {
            fieldset."field validity" aria-describedby=[described] {
                legend { (self.label) (optional_mark(lang, self.otherwise.is_some())) }
                (hint(self.name, self.hint))
                (problem(lang, self.name, self.error))
                select.in id=(self.name) name=(self.name) aria-label=(self.label) aria-invalid=[wrong] {
                    @if chosen.is_empty() && self.otherwise.is_none() {
                        option value="" { (t(lang, "ui-choose")) }
                    }
                    @for (value, words) in self.answers() {
                        option value=(value) selected[value == chosen] { (words) }
                    }
                }
                div."day validity-number" { (typed("number", "ui-validity-number", number)) }
                div."day validity-date" {
                    (typed("day", "ui-day", day))
                    (typed("month", "ui-month", month))
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use kernel::{Fields as Sent, Invalid};

    use super::*;

    fn shown(word: &str) -> String {
        let invalid = Invalid::default();
        Fields::new(Lang::En, &invalid).validity("valid", "Valid for").value(word).render().0
    }

    #[test]
    fn a_validity_reads_as_people_say_it() {
        let words = |lang, word| validity_words(lang, word);
        assert_eq!(words(Lang::En, "forever"), "no end");
        assert_eq!(words(Lang::En, "months:12"), "12 months");
        assert_eq!(words(Lang::En, "months:1"), "1 month");
        assert_eq!(words(Lang::En, "days:1"), "1 day");
        assert_eq!(words(Lang::En, "yearly:03-31"), "until 31 March each year");
        assert_eq!(words(Lang::Pl, "months:1"), "1 miesiąc");
        assert_eq!(words(Lang::Pl, "months:3"), "3 miesiące");
        assert_eq!(words(Lang::Pl, "months:12"), "12 miesięcy");
        assert_eq!(words(Lang::Pl, "days:22"), "22 dni");
        assert_eq!(words(Lang::Pl, "yearly:03-31"), "do 31 marca każdego roku");
        assert_eq!(words(Lang::En, "weeks:2"), "weeks:2", "never a broken page");
    }

    #[test]
    fn what_a_form_says_becomes_the_word_of_the_judge() {
        let word = |fields: &[(&str, &str)]| {
            let mut sent = Sent::default();
            for (name, value) in fields {
                sent.set(name, value);
            }
            validity_word(&sent, "valid")
        };
        assert_eq!(word(&[("valid", "months:12"), ("valid-number", "7")]), "months:12");
        assert_eq!(word(&[("valid", "months"), ("valid-number", "7")]), "months:7");
        assert_eq!(word(&[("valid", "days"), ("valid-number", " 90 ")]), "days:90");
        let date = [("valid", "yearly"), ("valid-day", "31"), ("valid-month", "3")];
        assert_eq!(word(&date), "yearly:03-31");
        assert_eq!(word(&[("valid", "forever")]), "forever");
        assert_eq!(word(&[]), "");
    }

    #[test]
    fn a_form_shows_the_word_it_was_given() {
        for (word, wanted) in [
            ("months:12", "<option value=\"months:12\" selected>12 months"),
            ("months:7", "<option value=\"months\" selected>"),
            (
                "months:7",
                "name=\"valid-number\" type=\"text\" inputmode=\"numeric\" maxlength=\"4\" autocomplete=\"off\" value=\"7\"",
            ),
            ("days:90", "<option value=\"days\" selected>"),
            ("yearly:03-31", "autocomplete=\"off\" value=\"31\""),
            ("yearly:03-31", "autocomplete=\"off\" value=\"3\""),
            ("", "<option value=\"\">"),
        ] {
            let page = shown(word);
            assert!(page.contains(wanted), "{word}: {wanted} in {page}");
        }
    }
}
