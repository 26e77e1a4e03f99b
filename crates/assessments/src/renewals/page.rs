//! The letter about an assessment that has to be renewed.
use kernel::{Date, Lang};
use notices::Letter;
use ui::text::{t, with};
use ui::when;

use crate::reviews::page::{letter, sample_reader};
use people::Reader;

pub fn letter_renewal(reader: &Reader, template: &str, last: Date, link: &str) -> Option<Letter> {
    let lang = reader.lang;
    let date = when::date(lang, last);
    let args = [("template", template.into()), ("date", (&date).into())];
    let subject = with(lang, "assessments-mail-renewal-subject", &args);
    let words = with(lang, "assessments-mail-renewal", &args);
    let button = (t(lang, "assessments-renew").to_owned(), link.to_owned());
    letter(reader, "assessment-renewal", vec![words], (subject, button))
}

/// The letter to somebody made up.
pub fn sample_letters(lang: Lang) -> Vec<Letter> {
    let link = "https://gatepass.example/risk-assessments/example";
    let last = Date::new(2026, 12, 22);
    let told =
        last.map(|it| letter_renewal(&sample_reader(lang), "Site risk assessment", it, link));
    told.flatten().into_iter().collect()
}
