//! Days, moments and zones, also where the calendar begins and ends.
use jiff::civil::{Date, date};
use jiff::tz::TimeZone;
use judge::{Day, Instant, Moment, Validity, Wanted, Zone};

fn zone(name: &str) -> Zone {
    Zone::new(TimeZone::get(name).expect("these zones exist"))
}

fn moment(text: &str) -> Instant {
    let at: jiff::Timestamp = text.parse().expect("these moments exist");
    Instant(at.as_millisecond())
}

#[test]
fn a_day_is_a_date_and_back() {
    for date in [date(1970, 1, 1), date(2026, 3, 14), date(2024, 2, 29), date(0, 1, 1)] {
        assert_eq!(Day::of(date).date(), date);
    }
    assert_eq!(Day::of(date(1970, 1, 2)), Day(1));
    assert_eq!(Day::FIRST.date(), date(0, 1, 1));
    assert_eq!(Day::LAST.date(), date(9999, 12, 30));
}

#[test]
fn days_beyond_the_calendar_are_brought_back_to_it() {
    assert_eq!(Day::of(Date::MAX), Day::LAST);
    assert_eq!(Day::of(Date::MIN), Day::FIRST);
    assert_eq!(Day::FIRST.plus(-1), Day::FIRST);
    assert_eq!(Day::FIRST.plus(1).plus(-1), Day::FIRST);
    assert_eq!(Day::LAST.plus(1), Day::LAST);
    assert_eq!(Day::LAST.plus(-1).plus(1), Day::LAST);
    assert_eq!(Day(i32::MIN).plus(-1), Day::FIRST);
    assert_eq!(Day(i32::MAX).date(), Day::LAST.date());
}

#[test]
fn moments_beyond_the_calendar_belong_to_its_edges() {
    let london = zone("Europe/London");
    assert_eq!(london.day(Instant::BEGINNING), Day::FIRST);
    assert_eq!(london.day(Instant::END), Day::LAST);
    assert_eq!(london.end(Day::LAST), Instant::END);
    assert_eq!(london.end(Day::LAST.plus(-1)), london.start(Day::LAST));
    let farthest = Zone::new(TimeZone::fixed(jiff::tz::offset(-25)));
    assert_eq!(farthest.start(Day::LAST), Instant::END);
}

#[test]
fn every_moment_of_a_day_is_in_it_in_every_zone() {
    for name in ["Europe/London", "America/Havana", "Asia/Beirut", "Pacific/Kiritimati"] {
        let zone = zone(name);
        let first = Day::of(date(2026, 1, 1));
        for day in (0..365).map(|it| first.plus(it)) {
            let (start, end) = (zone.start(day), zone.end(day));
            assert_eq!(zone.day(start), day, "{name}");
            assert_eq!(zone.day(Instant(end.0 - 1)), day, "{name}");
            assert_eq!(zone.day(Instant(start.0 - 1)), day.plus(-1), "{name}");
            assert_eq!(zone.day(end), day.plus(1), "{name}");
        }
    }
}

#[test]
fn a_day_that_the_clocks_left_out_is_over_when_it_begins() {
    let apia = zone("Pacific/Apia");
    let skipped = Day::of(date(2011, 12, 30));
    assert_eq!(apia.start(skipped), apia.end(skipped));
    assert_eq!(apia.start(skipped), moment("2011-12-30T10:00:00Z"));
}

#[test]
fn what_the_house_saw_itself_has_its_moment_and_the_sites_day() {
    let tokyo = zone("Asia/Tokyo");
    let seen = Moment::At(moment("2026-03-13T23:00:00Z"));
    assert_eq!(seen.instant(&tokyo), moment("2026-03-13T23:00:00Z"));
    assert_eq!(seen.day(&tokyo), Day::of(date(2026, 3, 14)));
    let named = Moment::Day(Day::of(date(2026, 3, 14)));
    assert_eq!(named.instant(&tokyo), moment("2026-03-13T15:00:00Z"));
    assert_eq!(named.day(&tokyo), Day::of(date(2026, 3, 14)));
}

#[test]
fn a_yearly_date_is_brought_back_into_its_year() {
    let on =
        |month, day, done| Validity::Yearly { month, day }.last_day(Day::of(done)).map(Day::date);
    assert_eq!(on(2, 31, date(2026, 1, 1)), Some(date(2026, 2, 28)));
    assert_eq!(on(2, 0, date(2026, 1, 1)), Some(date(2026, 2, 1)));
    assert_eq!(on(13, 5, date(2026, 1, 1)), Some(date(2026, 12, 5)));
    assert_eq!(on(0, 5, date(2026, 1, 1)), Some(date(2026, 1, 5)));
    assert!(on(6, 1, date(9999, 7, 1)).is_some(), "there is no later year");
}

#[test]
fn what_ends_with_the_calendar_does_not_end() {
    let done = Day::of(date(2026, 1, 1));
    let wanted = Wanted::any(judge::Subject::Course(judge::Id(1)));
    assert_eq!(wanted.last_day(done, Some(Day::LAST)), None);
    assert_eq!(wanted.last_day(done, Some(Day::LAST.plus(-1))), Some(Day::LAST.plus(-1)));
    let months = Wanted { validity: Some(Validity::Months(u16::MAX)), ..wanted };
    assert_eq!(months.last_day(Day::of(date(9000, 1, 1)), None), None);
}
