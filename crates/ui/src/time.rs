//! Dates in words. Never relative to now: a page may be read later, printed, or shown from a cache.

use kernel::Lang;

use crate::text::t;

const LONG: [&str; 12] = [
    "ui-month-1",
    "ui-month-2",
    "ui-month-3",
    "ui-month-4",
    "ui-month-5",
    "ui-month-6",
    "ui-month-7",
    "ui-month-8",
    "ui-month-9",
    "ui-month-10",
    "ui-month-11",
    "ui-month-12",
];
const SHORT: [&str; 12] = [
    "ui-month-1-short",
    "ui-month-2-short",
    "ui-month-3-short",
    "ui-month-4-short",
    "ui-month-5-short",
    "ui-month-6-short",
    "ui-month-7-short",
    "ui-month-8-short",
    "ui-month-9-short",
    "ui-month-10-short",
    "ui-month-11-short",
    "ui-month-12-short",
];

/// `3 Nov 2026`, `3 lis 2026`. The month counts from 1.
pub fn date(lang: Lang, year: i16, month: u8, day: u8) -> String {
    format!("{day} {} {year}", named(&SHORT, lang, month))
}

/// `3 November 2026`, `3 listopada 2026`: for letters, prints and the top of a page.
pub fn date_long(lang: Lang, year: i16, month: u8, day: u8) -> String {
    format!("{day} {} {year}", named(&LONG, lang, month))
}

/// `3 Nov`, where the year is plain from what stands around it.
pub fn date_short(lang: Lang, month: u8, day: u8) -> String {
    format!("{day} {}", named(&SHORT, lang, month))
}

/// `31 March`, `31 marca`: a day of every year.
pub fn day_and_month(lang: Lang, month: u8, day: u8) -> String {
    format!("{day} {}", named(&LONG, lang, month))
}

/// `07:12`, on the site's clock.
pub fn clock(hour: u8, minute: u8) -> String {
    format!("{hour:02}:{minute:02}")
}

/// `3 Nov 2026, 07:12`.
pub fn date_and_clock(
    lang: Lang,
    (year, month, day): (i16, u8, u8),
    (hour, minute): (u8, u8),
) -> String {
    format!("{}, {}", date(lang, year, month, day), clock(hour, minute))
}

fn named(months: &[&str; 12], lang: Lang, month: u8) -> &'static str {
    months.get(usize::from(month).wrapping_sub(1)).map_or("?", |key| t(lang, key))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_reads_as_people_write_it() {
        assert_eq!(date(Lang::En, 2026, 11, 3), "3 Nov 2026");
        assert_eq!(date(Lang::Pl, 2026, 11, 3), "3 lis 2026");
        assert_eq!(date_long(Lang::Pl, 2026, 5, 31), "31 maja 2026");
        assert_eq!(date_and_clock(Lang::En, (2026, 1, 9), (7, 5)), "9 Jan 2026, 07:05");
    }

    #[test]
    fn a_month_that_does_not_exist_breaks_no_page() {
        assert_eq!(date(Lang::En, 2026, 0, 3), "3 ? 2026");
        assert_eq!(date(Lang::En, 2026, 13, 3), "3 ? 2026");
    }
}
