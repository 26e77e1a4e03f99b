//! A dossier as bytes, and back. Pure.
use judge::{Bar, Barred, Day, Facts, Id, Instant as Moment, Record, Span, State, Subject, Waiver};
use kernel::{AnyId, Date, Instant, PersonId};

use crate::standings::model::{Place, Somebody, day};

/// The first byte. What was written in another shape is not read.
const SHAPE: u8 = 1;

const STATES: [State; 4] = [State::Approved, State::Waiting, State::Rejected, State::Revoked];
const BARS: [Barred; 7] = [
    Barred::Banned,
    Barred::Suspended,
    Barred::PersonInactive,
    Barred::CompanySuspended,
    Barred::CompanyInactive,
    Barred::EngagementNotBegun,
    Barred::EngagementEnded,
];

/// Which of the optional parts of a record are there.
const SITE: u8 = 1;
const MOMENT: u8 = 2;
const LAST: u8 = 4;
const ENDED: u8 = 8;

/// Everything but the groups, which change with the rules that speak of them.
pub fn write(who: &Somebody) -> Vec<u8> {
    let mut out = Out(Vec::with_capacity(128 + 80 * who.facts.records.len()));
    out.byte(SHAPE);
    out.byte(u8::from(who.active) | (u8::from(who.company_active) << 1));
    out.text(&who.name);
    out.long(who.since.0);
    out.day(who.start.map(day));
    out.day(who.end.map(day));
    out.id(who.job_role.map(|it| Id(it.number())));
    out.all(&who.places, |out, it| {
        out.number(it.site.number());
        out.long(it.since.0);
    });
    out.all(&who.facts.records, Out::record);
    out.all(&who.facts.waivers, |out, it| {
        out.number(it.id.0);
        out.subject(it.subject);
        out.id(it.site);
        out.long(it.from.0);
        out.day(Some(it.last));
        out.long(it.lifted.map_or(i64::MIN, |it| it.0));
        out.span(it.known);
    });
    out.all(&who.facts.bars, |out, it| {
        out.number(it.id.0);
        out.byte(place(&BARS, &it.kind));
        out.id(it.site);
        out.span(it.holds);
        out.span(it.known);
    });
    out.0
}

/// Nothing where these bytes are of another shape.
pub fn read(id: PersonId, bytes: &[u8]) -> Option<Somebody> {
    somebody(id, &mut In(bytes)).ok()
}

fn somebody(id: PersonId, it: &mut In<'_>) -> Read<Somebody> {
    if it.byte()? != SHAPE {
        return Err(Strange);
    }
    let states = it.byte()?;
    Ok(Somebody {
        id,
        name: it.text()?,
        active: states & 1 != 0,
        company_active: states & 2 != 0,
        since: Instant(it.long()?),
        start: it.day()?.map(|it| Date(it.date())),
        end: it.day()?.map(|it| Date(it.date())),
        job_role: it.id()?.map(|it| AnyId::from_number(it.0).cast()),
        places: it.all(|it| {
            let site = AnyId::from_number(it.number()?).cast();
            Ok(Place { site, since: Instant(it.long()?) })
        })?,
        groups: Vec::new(),
        facts: Facts {
            records: it.all(In::record)?,
            waivers: it.all(In::waiver)?,
            bars: it.all(In::bar)?,
        },
    })
}

/// Where something stands among all of its kind.
fn place<T: PartialEq>(all: &[T], one: &T) -> u8 {
    all.iter().position(|it| it == one).and_then(|it| u8::try_from(it).ok()).unwrap_or_default()
}

/// Bytes being written: numbers with the greatest byte first.
struct Out(Vec<u8>);

impl Out {
    fn byte(&mut self, it: u8) {
        self.0.push(it);
    }

    fn long(&mut self, it: i64) {
        self.0.extend_from_slice(&it.to_be_bytes());
    }

    fn number(&mut self, it: u128) {
        self.0.extend_from_slice(&it.to_be_bytes());
    }

    fn short(&mut self, it: usize) {
        // Nobody has so many of anything; what is beyond is not read as something else.
        let it = u32::try_from(it).unwrap_or(u32::MAX);
        self.0.extend_from_slice(&it.to_be_bytes());
    }

    fn text(&mut self, it: &str) {
        self.short(it.len());
        self.0.extend_from_slice(it.as_bytes());
    }

    fn day(&mut self, it: Option<Day>) {
        self.0.extend_from_slice(&it.map_or(i32::MIN, |it| it.0).to_be_bytes());
    }

    fn id(&mut self, it: Option<Id>) {
        self.byte(u8::from(it.is_some()));
        if let Some(it) = it {
            self.number(it.0);
        }
    }

    fn span(&mut self, it: Span) {
        self.long(it.from.0);
        self.long(it.until.0);
    }

    fn subject(&mut self, it: Subject) {
        let (kind, id) = match it {
            Subject::Course(id) => (0, id),
            Subject::Qualification(id) => (1, id),
            Subject::Assessment(id) => (2, id),
        };
        self.byte(kind);
        self.number(id.0);
    }

    fn all<T>(&mut self, all: &[T], one: impl Fn(&mut Self, &T)) {
        self.short(all.len());
        for it in all {
            one(self, it);
        }
    }

    fn record(&mut self, it: &Record) {
        let (mark, done) = match it.done {
            judge::Moment::Day(day) => (0, i64::from(day.0)),
            judge::Moment::At(at) => (MOMENT, at.0),
        };
        let ended = it.known.until != Moment::END;
        self.byte(
            mark | if it.site.is_some() { SITE } else { 0 }
                | if it.last.is_some() { LAST } else { 0 }
                | if ended { ENDED } else { 0 },
        );
        self.number(it.id.0);
        self.subject(it.subject);
        self.0.extend_from_slice(&it.edition.to_be_bytes());
        if let Some(site) = it.site {
            self.number(site.0);
        }
        self.long(done);
        if it.last.is_some() {
            self.day(it.last);
        }
        self.byte(place(&STATES, &it.state));
        self.long(it.since.0);
        self.long(it.known.from.0);
        if ended {
            self.long(it.known.until.0);
        }
    }
}

/// Bytes that are not a dossier of this shape.
struct Strange;

type Read<T> = Result<T, Strange>;

/// Bytes being read.
struct In<'a>(&'a [u8]);

impl In<'_> {
    fn take<const N: usize>(&mut self) -> Read<[u8; N]> {
        let (taken, rest) = self.0.split_first_chunk::<N>().ok_or(Strange)?;
        self.0 = rest;
        Ok(*taken)
    }

    fn byte(&mut self) -> Read<u8> {
        self.take::<1>().map(|[it]| it)
    }

    fn long(&mut self) -> Read<i64> {
        self.take().map(i64::from_be_bytes)
    }

    fn number(&mut self) -> Read<u128> {
        self.take().map(u128::from_be_bytes)
    }

    fn short(&mut self) -> Read<usize> {
        self.take().map(u32::from_be_bytes).and_then(|it| usize::try_from(it).map_err(|_| Strange))
    }

    fn text(&mut self) -> Read<String> {
        let length = self.short()?;
        let (taken, rest) = self.0.split_at_checked(length).ok_or(Strange)?;
        self.0 = rest;
        String::from_utf8(taken.to_vec()).map_err(|_| Strange)
    }

    fn day(&mut self) -> Read<Option<Day>> {
        let it = self.take().map(i32::from_be_bytes)?;
        Ok((it != i32::MIN).then_some(Day(it)))
    }

    fn id(&mut self) -> Read<Option<Id>> {
        if self.byte()? == 0 { Ok(None) } else { self.number().map(|it| Some(Id(it))) }
    }

    fn span(&mut self) -> Read<Span> {
        Ok(Span { from: Moment(self.long()?), until: Moment(self.long()?) })
    }

    fn subject(&mut self) -> Read<Subject> {
        let (kind, id) = (self.byte()?, Id(self.number()?));
        match kind {
            0 => Ok(Subject::Course(id)),
            1 => Ok(Subject::Qualification(id)),
            2 => Ok(Subject::Assessment(id)),
            _ => Err(Strange),
        }
    }

    fn all<T>(&mut self, one: impl Fn(&mut Self) -> Read<T>) -> Read<Vec<T>> {
        let count = self.short()?;
        // Each takes at least a byte, so a wrong count asks for no more memory than there are bytes.
        let mut all = Vec::with_capacity(count.min(self.0.len()));
        for _ in 0..count {
            all.push(one(self)?);
        }
        Ok(all)
    }

    fn record(&mut self) -> Read<Record> {
        let parts = self.byte()?;
        let has = |part: u8| parts & part != 0;
        let id = Id(self.number()?);
        let subject = self.subject()?;
        let edition = self.take().map(u32::from_be_bytes)?;
        let site = if has(SITE) { Some(Id(self.number()?)) } else { None };
        let done = self.long()?;
        let done = if has(MOMENT) {
            judge::Moment::At(Moment(done))
        } else {
            judge::Moment::Day(Day(i32::try_from(done).map_err(|_| Strange)?))
        };
        let last = if has(LAST) { self.day()? } else { None };
        let state = *STATES.get(usize::from(self.byte()?)).ok_or(Strange)?;
        let since = Moment(self.long()?);
        let from = Moment(self.long()?);
        let until = if has(ENDED) { Moment(self.long()?) } else { Moment::END };
        Ok(Record {
            id,
            subject,
            edition,
            site,
            done,
            last,
            state,
            since,
            known: Span { from, until },
        })
    }

    fn waiver(&mut self) -> Read<Waiver> {
        Ok(Waiver {
            id: Id(self.number()?),
            subject: self.subject()?,
            site: self.id()?,
            from: Moment(self.long()?),
            last: self.day()?.ok_or(Strange)?,
            lifted: self.long().map(|it| (it != i64::MIN).then_some(Moment(it)))?,
            known: self.span()?,
        })
    }

    fn bar(&mut self) -> Read<Bar> {
        Ok(Bar {
            id: Id(self.number()?),
            kind: *BARS.get(usize::from(self.byte()?)).ok_or(Strange)?,
            site: self.id()?,
            holds: self.span()?,
            known: self.span()?,
        })
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    prop_compose! {
        fn record()(
            id: u128, about: u128, kind in 0..3, edition: u32, site: Option<u128>, day in -700_000..2_000_000_i32,
            at: Option<i64>, last in proptest::option::of(-700_000..2_000_000_i32), state in 0..4_usize, since: i64,
            from: i64, until: Option<i64>
        ) -> Record {
            let about = Id(about);
            Record {
                id: Id(id),
                subject: match kind {
                    0 => Subject::Course(about),
                    1 => Subject::Qualification(about),
                    _ => Subject::Assessment(about),
                },
                edition,
                site: site.map(Id),
                done: at.map_or(judge::Moment::Day(Day(day)), |it| judge::Moment::At(Moment(it))),
                last: last.map(Day),
                state: STATES[state],
                since: Moment(since),
                known: Span { from: Moment(from), until: until.map_or(Moment::END, Moment) },
            }
        }
    }

    prop_compose! {
        fn somebody()(
            name: String, records in proptest::collection::vec(record(), 0..6), bar in 0..7_u8, since: i64,
            site: u128, start in proptest::option::of(-700_000..2_000_000_i32), lifted: Option<u32>
        ) -> Somebody {
            let id = AnyId::from_number(7);
            let span = Span { from: Moment(since), until: Moment::END };
            Somebody {
                id: id.cast(),
                name,
                active: since % 2 == 0,
                company_active: since % 3 == 0,
                start: start.map(|it| Date(Day(it).date())),
                end: start.map(|it| Date(Day(it).plus(9).date())),
                job_role: (since % 5 == 0).then(|| id.cast()),
                since: Instant(since),
                places: vec![Place { site: AnyId::from_number(site).cast(), since: Instant(since) }],
                groups: Vec::new(),
                facts: Facts {
                    waivers: records.iter().map(|it| Waiver {
                        id: it.id,
                        subject: it.subject,
                        site: it.site,
                        from: it.since,
                        last: Day(bar.into()),
                        lifted: lifted.map(|it| Moment(it.into())),
                        known: it.known,
                    }).collect(),
                    bars: vec![Bar { id: Id(site), kind: BARS[usize::from(bar)], site: None, holds: span, known: span }],
                    records,
                },
            }
        }
    }

    proptest! {
        #[test]
        fn what_is_read_is_what_was_written(who in somebody()) {
            let bytes = write(&who);
            prop_assert_eq!(read(who.id, &bytes), Some(who));
        }

        #[test]
        fn bytes_that_end_early_are_nobody(who in somebody(), cut in 1..40_usize) {
            let bytes = write(&who);
            let kept = bytes.len().saturating_sub(cut);
            prop_assert_eq!(read(who.id, &bytes[..kept]), None);
        }

        #[test]
        fn any_bytes_are_read_without_harm(bytes: Vec<u8>) {
            let id: PersonId = AnyId::from_number(7).cast();
            read(id, &bytes);
        }
    }
}
