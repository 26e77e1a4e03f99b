//! Moments in words, as the clocks of a place show them: a site's own, or else the organisation's.
use kernel::{Date, Instant, Lang, Zone};

/// `22 Nov 2026`.
pub fn day(lang: Lang, zone: &Zone, at: Instant) -> String {
    date(lang, at.date_in(zone))
}

/// `22 Nov 2026`.
pub fn date(lang: Lang, date: Date) -> String {
    crate::time::date(lang, date.year(), date.month().unsigned_abs(), date.day().unsigned_abs())
}

/// `22 Nov 2026, 08:00`.
pub fn moment(lang: Lang, zone: &Zone, at: Instant) -> String {
    let here = at.in_zone(zone);
    let day = (here.year(), here.month().unsigned_abs(), here.day().unsigned_abs());
    crate::time::date_and_clock(
        lang,
        day,
        (here.hour().unsigned_abs(), here.minute().unsigned_abs()),
    )
}
