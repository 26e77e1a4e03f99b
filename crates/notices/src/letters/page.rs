//! What the outbox looks like: the list and one letter.
use kernel::{Instant, Lang};
use maud::{Markup, html};
use ui::text::{exists, t, with};
use ui::{Column, Desk, Row, Status, View};

use super::model::{Body, Kept, Letter, List, State, age};
use super::store::PAGE;
use crate::KINDS;

const fn status(state: State) -> Status {
    match state {
        State::Waiting | State::Sending => Status::Review,
        State::Sent => Status::Ok,
        State::Failed => Status::Bad,
    }
}

fn word(lang: Lang, state: State) -> &'static str {
    t(
        lang,
        match state {
            State::Waiting => "outbox-waiting",
            State::Sending => "outbox-sending",
            State::Sent => "outbox-sent",
            State::Failed => "outbox-failed",
        },
    )
}

/// What kind of notice a letter is, in words.
fn kind(lang: Lang, code: &str) -> &str {
    crate::Kind::of(code).map_or(code, |it| t(lang, &it.name()))
}

/// Why a letter is not there yet: our own words for what happens often, else the mail server's.
fn reason(lang: Lang, reason: &str) -> String {
    if exists(lang, reason) { t(lang, reason).to_owned() } else { reason.to_owned() }
}

fn aged(lang: Lang, made: Instant, now: Instant) -> String {
    let (key, count) = age(made, now);
    with(lang, key, &[("count", count.into())])
}

/// Nothing is sent without a mail server; the page says so, and what can be done.
fn banner(lang: Lang, mailing: bool) -> Markup {
    html! { @if !mailing { (ui::notice(Status::Soon, t(lang, "outbox-no-server"))) } }
}

pub fn index(
    desk: &Desk,
    list: &List,
    counts: &[i64; 4],
    found: &[Kept],
    (mailing, now): (bool, Instant),
) -> Markup {
    let lang = desk.lang;
    let title = t(lang, "outbox-title");
    let number = |it: i64| u64::try_from(it).unwrap_or_default();
    let all = number(counts.iter().sum());
    let links: Vec<(String, State, u64)> = State::ALL
        .iter()
        .zip(counts)
        .map(|(state, count)| (list.link("state", state.code()), *state, number(*count)))
        .collect();
    let home = list.link("state", "");
    let mut views =
        vec![View::new(&home, t(lang, "outbox-all")).count(all).current(list.state.is_none())];
    views.extend(links.iter().map(|(href, state, count)| {
        let view = View::new(href, word(lang, *state)).count(*count).status(status(*state));
        view.current(list.state == Some(*state))
    }));
    let about = with(lang, "outbox-count", &[("count", all.into())]);
    desk.desktop(
        title,
        html! {
            (ui::head(title, &about, html! {}))
            (banner(lang, mailing))
            (ui::views(lang, "#views #list", &views))
            (ui::filters(lang, "/outbox", "#list #views", html! {
                @if let Some(state) = list.state { (ui::filter_keep("state", state.code())) }
                (ui::search_box("search", t(lang, "outbox-search"), &list.search))
                (kinds(lang, list))
            }))
            (ui::split(rows(desk, list, found, now), None))
        },
    )
}

fn kinds(lang: Lang, list: &List) -> Markup {
    let name = t(lang, "outbox-kind");
    match list.kind {
        Some(it) => html! {
            (ui::filter_keep("kind", it.code))
            (ui::filter_on(lang, name, t(lang, &it.name()), &list.link("kind", ""), "#list #views"))
        },
        None => ui::filter_menu(
            "by-kind",
            name,
            html! {
                @for it in KINDS.iter().filter(|it| it.mail.is_some()) {
                    a href=(list.link("kind", it.code)) { (t(lang, &it.name())) }
                }
            },
        ),
    }
}

fn rows(desk: &Desk, list: &List, found: &[Kept], now: Instant) -> Markup {
    let lang = desk.lang;
    if found.is_empty() {
        let words =
            if list.fields.is_empty() { "outbox-none-words" } else { "outbox-no-match-words" };
        return ui::empty("mail", t(lang, "outbox-none"), t(lang, words), html! {});
    }
    let columns = [
        Column::who(t(lang, "outbox-to")),
        Column::status(t(lang, "outbox-state")),
        Column::next(t(lang, "outbox-next")),
        Column::kept(t(lang, "outbox-age")),
        Column::plain(t(lang, "outbox-kind")).leaves_last(),
        Column::plain(t(lang, "outbox-tries")).number().leaves_first(),
    ];
    let shown = &found[..found.len().min(PAGE)];
    let row = |it: &Kept| {
        let cells = vec![
            ui::who(&format!("/outbox/{}", it.id), None, &it.to, &it.subject, None),
            ui::chip(status(it.state), word(lang, it.state)),
            next(desk, it),
            html! { (aged(lang, it.made_at, now)) },
            html! { (kind(lang, &it.kind)) },
            html! { (it.tries) },
        ];
        Row::new(it.id, it.to.as_str(), cells)
    };
    let more = (found.len() > PAGE)
        .then(|| shown.last().map(|it| list.link("after", &it.id.to_string())))
        .flatten();
    let first = list.after.is_some().then(|| list.link("after", ""));
    html! {
        (ui::table(lang, t(lang, "outbox-title"), &columns, shown.iter().map(row).collect()))
        (ui::pager(lang, "", first.as_deref(), more.as_deref()))
    }
}

fn next(desk: &Desk, it: &Kept) -> Markup {
    let lang = desk.lang;
    let say = |key, at| with(lang, key, &[("date", (&desk.moment(at)).into())]);
    let why = reason(lang, &it.reason);
    match it.state {
        State::Waiting if it.tries == 0 => ui::next("", t(lang, "outbox-next-first"), false),
        State::Waiting => ui::next(&why, &say("outbox-next-try", it.next_at), false),
        State::Sending => ui::next("", t(lang, "outbox-next-sending"), false),
        State::Sent => {
            ui::next("", &say("outbox-next-sent", it.sent_at.unwrap_or(it.next_at)), false)
        }
        State::Failed => ui::next(&why, t(lang, "outbox-next-failed"), true),
    }
}

/// One letter. `read` is what it says with the ticket that lets its frame be seen.
pub fn show(
    desk: &Desk,
    it: &Kept,
    read: Option<(&Body, &str)>,
    (mailing, now): (bool, Instant),
) -> Markup {
    let lang = desk.lang;
    let why = match it.state {
        State::Waiting if !mailing => "outbox-why-no-server",
        State::Waiting => "outbox-why-waiting",
        State::Sending => "outbox-why-sending",
        State::Sent => "outbox-why-sent",
        State::Failed => "outbox-why-failed",
    };
    desk.desktop(
        &it.subject,
        html! {
            (ui::head(&it.subject, &it.to, html! {
                (ui::link(t(lang, "outbox-title"), "/outbox").ghost().icon("arrow-left"))
            }))
            div.page {
                div class=(status(it.state).class()) {
                    (ui::verdict(status(it.state), word(lang, it.state), t(lang, why)))
                }
                @if it.state.can_be_renewed() {
                    div.acts {
                        (ui::form(&format!("/outbox/{}/renewal", it.id), &desk.key, html! {
                            (ui::button(t(lang, "outbox-renew")).primary().icon("send"))
                        }).inline())
                    }
                }
                (facts(desk, it, now))
                (words(desk, it, read))
            }
        },
    )
}

fn facts(desk: &Desk, it: &Kept, now: Instant) -> Markup {
    let lang = desk.lang;
    let fact = |key, value: &str| ui::kv(t(lang, key), "", html! { (value) });
    ui::section(
        t(lang, "outbox-about"),
        None,
        None,
        html! {
            (fact("outbox-to", &format!("{} <{}>", it.name, it.to)))
            (fact("outbox-kind", kind(lang, &it.kind)))
            (fact("outbox-made", &format!("{} ({})", desk.moment(it.made_at), aged(lang, it.made_at, now))))
            (fact("outbox-tries", &it.tries.to_string()))
            @if !it.reason.is_empty() { (fact("outbox-reason", &reason(lang, &it.reason))) }
            @if it.state == State::Waiting { (fact("outbox-next-at", &desk.moment(it.next_at))) }
            @if let Some(sent) = it.sent_at { (fact("outbox-sent-at", &desk.moment(sent))) }
        },
    )
}

fn words(desk: &Desk, it: &Kept, read: Option<(&Body, &str)>) -> Markup {
    let lang = desk.lang;
    let content = match read {
        _ if !it.is_open() => html! { p.hint { (t(lang, "outbox-secret")) } },
        None => html! {
            p.hint { (t(lang, "outbox-reading-words")) }
            (ui::form(&format!("/outbox/{}/reading", it.id), &desk.key, html! {
                (ui::button(t(lang, "outbox-read")))
            }).inline())
        },
        Some((body, ticket)) => html! {
            (ui::card(t(lang, "outbox-text"), html! {
                @for part in body.text.split("\n\n") {
                    p { @for (at, line) in part.trim().lines().enumerate() { @if at > 0 { br; } (line) } }
                }
            }))
            (framed(lang, &it.subject, &format!("/outbox/{}/preview?reading={ticket}", it.id)))
        },
    };
    html! { div #letter { (ui::section(t(lang, "outbox-words"), None, None, content)) } }
}

fn framed(lang: Lang, subject: &str, address: &str) -> Markup {
    let title = with(lang, "outbox-preview", &[("subject", subject.into())]);
    html! { iframe.preview sandbox src=(address) title=(title) {} }
}

/// Letters for the kit: each in a frame, with its plain text. `address` says where the frame's page is.
pub fn sample(letters: &[Letter], address: impl Fn(usize) -> String) -> Markup {
    html! {
        @for (at, it) in letters.iter().enumerate() {
            (ui::section(&format!("{} ({})", kind(it.lang, it.kind), it.lang.name()), None, None, html! {
                (framed(it.lang, &it.subject, &address(at)))
                (ui::folded(None, t(it.lang, "outbox-text"), html! { pre { (it.text()) } }))
            }))
        }
    }
}
