//! Who is told what, and when: what is new within a quarter of an hour, everything else once a morning.
//!
//! Each job does some people in a transaction of its own and queues the rest in it: one that dies is done again from where
//! it stood, one that is late tells what holds by then.
use kernel::access::{Actor, Level, People, Reach, Role, matrix};
use kernel::job::{Job, Kind, Run};
use kernel::{AccountId, Date, Instant, OrgId, PersonId, Result, Tx};
use notices::Channel;
use people::Reader;

use super::model::{self, Matter, look};
use super::page::{self, To};
use super::store;
use crate::dossiers::store as dossiers;
use crate::standings;
use crate::standings::model::World;

const REQUIRED_NAME: &str = "compliance.required";
const NOTES_NAME: &str = "compliance.notes";
const ROUND_NAME: &str = "compliance.reminder-round";
const MORNING_NAME: &str = "compliance.reminders";
const DIGEST_NAME: &str = "compliance.digests";
/// Minutes within which everything that is new for somebody comes to one letter (N-10), and between two looks at the
/// clock.
const MINUTES: i64 = 15;
/// The hour from which the day's reminders go out, in the organisation's zone.
const HOUR: i8 = 6;
/// Managers written to in one transaction.
const MANAGERS: usize = 20;

/// Notes what everybody owes, after a change that touched all.
pub const NOTES: Kind = Kind { name: NOTES_NAME, run: Run::Inside(notes) };
/// Tells people of what is newly asked of them (N-10).
pub const REQUIRED: Kind = Kind { name: REQUIRED_NAME, run: Run::Inside(required) };
/// Looks at the clocks of the organisations, and begins the day's reminders where it is morning.
pub const ROUND: Kind = Kind { name: ROUND_NAME, run: Run::Inside(round) };
/// Tells people of what is due, late or about to end (N-11, N-12, N-14).
pub const MORNING: Kind = Kind { name: MORNING_NAME, run: Run::Inside(morning) };
/// Tells managers what their people were told on a day, each in one letter.
pub const DIGEST: Kind = Kind { name: DIGEST_NAME, run: Run::Inside(digest) };

/// Sees to it that people are told of what is new for them.
pub fn announce(tx: &mut Tx<'_>, org: OrgId) -> Result<()> {
    let at = tx.now().plus_minutes(MINUTES);
    let name = format!("{REQUIRED_NAME}:{org}");
    tx.enqueue_at(REQUIRED_NAME, &org.to_string(), at, Some(&name))
}

/// Queues that everybody behind a person is looked at for what is new. One such job waits at a time for each place.
pub fn note_behind(tx: &mut Tx<'_>, org: OrgId, after: Option<PersonId>) -> Result<()> {
    let now = tx.now();
    let payload = after.map_or_else(|| org.to_string(), |it| format!("{org} {it}"));
    let name = format!("{NOTES_NAME}:{payload}");
    tx.enqueue_at(NOTES_NAME, &payload, now, Some(&name))
}

fn notes(tx: &mut Tx<'_>, job: &Job) -> Result<()> {
    let mut words = job.payload.split(' ');
    let Some(org) = words.next().and_then(|it| it.parse::<OrgId>().ok()) else { return Ok(()) };
    let after: Option<PersonId> = words.next().and_then(|it| it.parse().ok());
    let world = standings::store::world(tx, org)?;
    let some = dossiers::after(tx, org, after, &world.rules)?;
    super::note(tx, org, &world, &some.people)?;
    match some.last() {
        Some(last) => note_behind(tx, org, Some(last)),
        None => Ok(()),
    }
}

/// Makes sure that the round is queued.
pub fn schedule(tx: &mut Tx<'_>) -> Result<()> {
    let now = tx.now();
    tx.enqueue_at(ROUND_NAME, "", now, Some(ROUND_NAME))
}

fn required(tx: &mut Tx<'_>, job: &Job) -> Result<()> {
    let mut words = job.payload.split(' ');
    let Some(org) = words.next().and_then(|it| it.parse::<OrgId>().ok()) else { return Ok(()) };
    let after: Option<PersonId> = words.next().and_then(|it| it.parse().ok());
    let people = store::untold(tx, org, after)?;
    let kept = store::owed(tx, org, &people)?;
    let world = standings::store::world(tx, org)?;
    let looks = looks(tx, org, &world, &people)?;
    for gone in people.iter().filter(|it| looks.iter().all(|(to, _)| to.person != **it)) {
        store::forget_untold(tx, org, *gone)?;
    }
    for (to, look) in looks {
        let mut told = Vec::new();
        let own = kept.get(&to.person).map_or(&[][..], Vec::as_slice);
        for it in own.iter().filter(|it| !it.told) {
            let fresh = look.matters.iter().find(|that| that.fresh && that.key() == it.key);
            match fresh {
                // It was met meanwhile, or is not asked any more: there is nothing to tell.
                None => store::forget(tx, org, to.person, it.key)?,
                Some(matter) if store::tell(tx, org, to.person, it.key)? => told.push(matter),
                Some(_) => {}
            }
        }
        send(tx, &to, "training-required", &told)?;
    }
    match people.last() {
        Some(last) if people.len() == store::CHUNK => {
            tx.enqueue(REQUIRED_NAME, &format!("{org} {last}"))
        }
        _ => Ok(()),
    }
}

/// How these people are reached, and what they may be reminded of now.
fn looks(
    tx: &Tx<'_>,
    org: OrgId,
    world: &World,
    people: &[PersonId],
) -> Result<Vec<(To, model::Look)>> {
    let found = standings::store::load(tx, org, people, &world.rules)?;
    let to = store::reached(tx, org, people)?;
    let both = to.into_iter().filter_map(|to| {
        let who = found.iter().find(|it| it.id == to.person)?;
        Some((to, look(world, who, tx.now())))
    });
    Ok(both.collect())
}

fn round(tx: &mut Tx<'_>, _: &Job) -> Result<()> {
    let now = tx.now();
    for (org, zone) in store::organisations(tx)? {
        let here = now.in_zone(&zone);
        let today = Date(here.date());
        if here.hour() >= HOUR && store::begin(tx, org, today)? {
            tx.enqueue(MORNING_NAME, &format!("{org} {today}"))?;
        }
    }
    let quarter = MINUTES * 60 * 1000;
    let next = Instant((now.0.div_euclid(quarter) + 1) * quarter);
    tx.enqueue_at(ROUND_NAME, "", next, Some(ROUND_NAME))
}

/// Organisation, day and the one behind whom to go on.
fn parse<T: std::str::FromStr>(job: &Job) -> Option<(OrgId, Date, Option<T>)> {
    let mut words = job.payload.split(' ');
    let (org, on) = (words.next()?.parse().ok()?, Date::parse(words.next()?)?);
    Some((org, on, words.next().and_then(|it| it.parse().ok())))
}

fn morning(tx: &mut Tx<'_>, job: &Job) -> Result<()> {
    let Some((org, on, after)) = parse::<PersonId>(job) else { return Ok(()) };
    let people = store::due(tx, org, on, after)?;
    let world = standings::store::world(tx, org)?;
    let today = world.zone.day(judge::Instant(tx.now().0));
    let mut seen = Vec::new();
    for (to, look) in looks(tx, org, &world, &people)? {
        let mut told: Vec<(model::Kind, &Matter)> = Vec::new();
        for it in &look.matters {
            if let Some(step) = it.step(today)
                && store::remind(tx, (org, &to), it, step, on)?
            {
                told.push((step.kind, it));
            }
        }
        for kind in model::Kind::ALL {
            let own: Vec<&Matter> =
                told.iter().filter(|(it, _)| *it == kind).map(|(_, it)| *it).collect();
            send(tx, &to, kind.notice(), &own)?;
        }
        store::set_date(tx, org, to.person, look.after(today))?;
        seen.push(to.person);
    }
    for gone in people.iter().filter(|it| !seen.contains(it)) {
        store::set_date(tx, org, *gone, None)?;
    }
    match people.last() {
        Some(last) if people.len() == store::CHUNK => {
            tx.enqueue(MORNING_NAME, &format!("{org} {on} {last}"))
        }
        _ => tx.enqueue(DIGEST_NAME, &format!("{org} {on}")),
    }
}

/// Tells one person, on the ways they want.
fn send(tx: &mut Tx<'_>, to: &To, notice: &'static str, matters: &[&Matter]) -> Result<()> {
    let Some(kind) = notices::Kind::of(notice).filter(|_| !matters.is_empty()) else {
        return Ok(());
    };
    let place = to.place();
    if let Some(account) = to.account {
        let what = page::names(matters);
        let args = [("count", matters.len().into()), ("what", (&what).into())];
        notices::tell(tx, to.org, account, notice, &args, &place)?;
        if !notices::wants(tx, to.org, account, kind, Channel::Mail)? {
            return Ok(());
        }
    }
    let lines: Vec<String> = page::lines(to.lang, matters);
    match page::letter(to, kind.code, &lines, &tx.house().url(&place)) {
        Some(letter) => notices::post(tx, &letter).map(drop),
        None => Ok(()),
    }
}

/// Who reads what ends (N-14), and who reads what is due or late among those they lead (N-11, N-12).
const WIDE: [Role; 5] =
    [Role::Owner, Role::Administrator, Role::PeopleEditor, Role::TeamManager, Role::LineManager];
const CLOSE: [Role; 2] = [Role::TeamManager, Role::LineManager];

fn digest(tx: &mut Tx<'_>, job: &Job) -> Result<()> {
    let Some((org, on, after)) = parse::<AccountId>(job) else { return Ok(()) };
    let managers = people::holders(tx, org, &WIDE)?;
    let mut rest = managers.iter().filter(|(it, _)| after.is_none_or(|after| it.account > after));
    let some: Vec<&(Reader, Actor)> = rest.by_ref().take(MANAGERS).collect();
    let more = rest.next().is_some();
    for (reader, actor) in &some {
        brief(tx, reader, actor, on)?;
    }
    match some.last() {
        Some((last, _)) if more => tx.enqueue(DIGEST_NAME, &format!("{org} {on} {}", last.account)),
        _ => Ok(()),
    }
}

/// One manager's letter about a day, if there is anything to say.
fn brief(tx: &mut Tx<'_>, reader: &Reader, actor: &Actor, on: Date) -> Result<()> {
    let mut sections = Vec::new();
    for kind in model::Kind::ALL {
        let roles = if kind == model::Kind::Expiring { &WIDE[..] } else { &CLOSE[..] };
        let mut acting = actor.clone();
        acting.grants.retain(|it| roles.contains(&it.role));
        if let Some(reach) = People::of(&acting, &matrix::REPORTS, Level::View) {
            sections.extend(store::section(tx, &reach, kind, on)?);
        }
    }
    if sections.is_empty() || !store::digest(tx, reader.org, reader.account, on)? {
        return Ok(());
    }
    let by_mail = wanted(tx, reader, &sections, Channel::Mail)?;
    let inside = wanted(tx, reader, &sections, Channel::Inbox)?;
    if !inside.is_empty() {
        let people: i64 = inside.iter().map(|it| it.people).sum();
        let args = [("count", people.into())];
        notices::tell(tx, reader.org, reader.account, page::DIGEST, &args, "/people")?;
    }
    let letter = page::brief(reader, &by_mail, &tx.house().url("/people"));
    match letter.filter(|_| !by_mail.is_empty()) {
        Some(letter) => notices::post(tx, &letter).map(drop),
        None => Ok(()),
    }
}

/// What a manager wants to read on a way: what ends is for the organisation to decide, the rest is theirs.
fn wanted<'a>(
    tx: &Tx<'_>,
    reader: &Reader,
    sections: &'a [store::Section],
    channel: Channel,
) -> Result<Vec<&'a store::Section>> {
    let mut all = Vec::new();
    for it in sections {
        let code = if it.kind == model::Kind::Expiring { page::DIGEST } else { it.kind.notice() };
        let Some(kind) = notices::Kind::of(code) else { continue };
        if notices::wants(tx, reader.org, reader.account, kind, channel)? {
            all.push(it);
        }
    }
    Ok(all)
}
