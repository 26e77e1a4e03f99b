//! What accounts look like to those who manage them: the list, and one account with its roles.
use std::collections::BTreeMap;

use kernel::access::{Actor, Grant, Role};
use kernel::{AccountId, Fields as Sent, House, Invalid, Lang, Token};
use maud::{Markup, html};
use ui::text::{t, with};
use ui::{Column, Desk, Fields, Row, Status, View};

use super::model::{Account, List, State};
use super::store::PAGE;
use crate::grants::model::may_grant;
use crate::grants::store::Held;
use crate::invitations::store::Scopes;
use crate::{grants, invitations};

fn status(state: State) -> Status {
    match state {
        State::Active => Status::Ok,
        State::ProfileOnly => Status::Waived,
        State::Deactivated => Status::Blocked,
    }
}

/// The word of a state.
fn word(lang: Lang, state: State) -> &'static str {
    t(
        lang,
        match state {
            State::Active => "account-active",
            State::ProfileOnly => "account-profile-only",
            State::Deactivated => "account-deactivated",
        },
    )
}

pub fn index(
    desk: &Desk,
    list: &List,
    counts: [i64; 3],
    found: &[Account],
    held: &BTreeMap<AccountId, Vec<Grant>>,
) -> Markup {
    let lang = desk.lang;
    let title = t(lang, "account-title");
    let number = |it: i64| u64::try_from(it).unwrap_or_default();
    let all = number(counts.iter().sum());
    let links: Vec<(String, State, u64)> = State::ALL
        .iter()
        .zip(counts)
        .map(|(state, count)| (list.link("state", state.code()), *state, number(count)))
        .collect();
    let home = list.link("state", "");
    let mut views =
        vec![View::new(&home, t(lang, "account-all")).count(all).current(list.state.is_none())];
    views.extend(links.iter().map(|(href, state, count)| {
        let view = View::new(href, word(lang, *state)).count(*count).status(status(*state));
        view.current(list.state == Some(*state))
    }));
    desk.desktop(
        title,
        html! {
            (ui::head(title, &with(lang, "account-count", &[("count", all.into())]), html! {
                (ui::link(t(lang, "invitations-new"), "/invitations/new").primary().icon("plus"))
            }))
            (ui::views(lang, "#views #list", &views))
            (ui::filters(lang, "/accounts", "#list #views", html! {
                @if let Some(state) = list.state { (ui::filter_keep("state", state.code())) }
                (ui::search_box("search", t(lang, "account-search"), &list.search))
                (by_role(lang, list))
            }))
            (ui::split(rows(desk, list, found, held), None))
        },
    )
}

fn by_role(lang: Lang, list: &List) -> Markup {
    let label = t(lang, "invitations-role");
    if let Some(role) = list.role {
        return html! {
            (ui::filter_keep("role", role.code()))
            (ui::filter_on(lang, label, grants::page::name(lang, role), &list.link("role", ""), "#list #views"))
        };
    }
    ui::filter_menu(
        "by-role",
        label,
        html! {
            @for role in Role::ALL.iter().filter(|it| it.is_granted()) {
                a href=(list.link("role", role.code())) { (grants::page::name(lang, *role)) }
            }
        },
    )
}

fn rows(
    desk: &Desk,
    list: &List,
    found: &[Account],
    held: &BTreeMap<AccountId, Vec<Grant>>,
) -> Markup {
    let lang = desk.lang;
    if found.is_empty() {
        return ui::empty(
            "key-round",
            t(lang, "account-none"),
            t(lang, "account-none-words"),
            html! { (ui::link(t(lang, "account-show-all"), "/accounts")) },
        );
    }
    let columns = [
        Column::who(t(lang, "invitations-name")),
        Column::status(t(lang, "invitations-state")),
        Column::next(t(lang, "account-roles")),
        Column::plain(t(lang, "account-since")).leaves_first(),
    ];
    let shown = &found[..found.len().min(PAGE)];
    let row = |it: &Account| {
        let roles = held.get(&it.id).map_or(&[][..], Vec::as_slice);
        let cells = vec![
            ui::who(
                &format!("/accounts/{}", it.id),
                None,
                &it.name,
                it.login(),
                Some(&ui::initials(&it.name)),
            ),
            ui::chip(status(it.state), word(lang, it.state)),
            ui::next("", &grants::page::names(lang, roles), false),
            html! { (desk.day(it.joined)) },
        ];
        Row::new(it.id, it.name.as_str(), cells)
    };
    let more = (found.len() > PAGE).then(|| shown.last().map(|it| list.behind(it))).flatten();
    let first = list.after.is_some().then(|| list.link("search", &list.search));
    html! {
        (ui::table(lang, t(lang, "account-title"), &columns, shown.iter().map(row).collect()))
        (ui::pager(lang, "", first.as_deref(), more.as_deref()))
    }
}

/// What the page of one account shows beside the account itself.
pub struct Known {
    pub held: Vec<Held>,
    pub sessions: i64,
    pub scopes: Scopes,
    /// The link to a new password, to be handed over.
    pub link: Option<Token>,
    /// Whether the reader may deactivate it and offer a new password.
    pub manages: bool,
    /// A new password's link goes by mail; otherwise it is handed over.
    pub mailed: bool,
    pub myself: bool,
}

pub fn show(
    desk: &Desk,
    actor: &Actor,
    house: &House,
    it: &Account,
    known: &Known,
    (sent, invalid): (&Sent, &Invalid),
) -> Markup {
    let lang = desk.lang;
    let why = match it.state {
        State::Active => "account-why-active",
        State::ProfileOnly => "account-why-profile-only",
        State::Deactivated => "account-why-deactivated",
    };
    let sessions = with(lang, "account-sessions-count", &[("count", known.sessions.into())]);
    desk.desktop(
        &it.name,
        html! {
            (ui::head(&it.name, it.login(), html! {
                (ui::link(t(lang, "account-title"), "/accounts").ghost().icon("arrow-left"))
            }))
            div.page {
                (Fields::new(lang, invalid).summary())
                div class=(status(it.state).class()) { (ui::verdict(status(it.state), word(lang, it.state), t(lang, why))) }
                @if let Some(token) = &known.link { (hand_over(lang, house, token)) }
                (ui::section(t(lang, "account-about"), None, None, html! {
                    (ui::kv(t(lang, "accounts-login"), "", html! { (it.login()) }))
                    (ui::kv(t(lang, "account-since"), "", html! { (desk.day(it.joined)) }))
                    (ui::kv(t(lang, "account-signed-in"), "", html! { (sessions) }))
                    @if let Some(person) = it.person {
                        (ui::kv(t(lang, "account-record"), "", html! { a href={ "/people/" (person) } { (it.name) } }))
                    }
                }))
                (ui::section(t(lang, "account-roles"), None, None, html! {
                    (roles(desk, actor, &known.held))
                    @if it.state == State::Active { (give(desk, actor, it, known, (sent, invalid))) }
                }))
                @if known.manages { (acts(desk, it, known)) }
            }
        },
    )
}

/// The roles that are held, each with its place and, for whoever may give it, a way to take it.
fn roles(desk: &Desk, actor: &Actor, held: &[Held]) -> Markup {
    let lang = desk.lang;
    html! {
        @if held.is_empty() { p.hint { (t(lang, "roles-none")) } }
        @for it in held {
            @let place = grants::page::scope(lang, it);
            (ui::kv(grants::page::name(lang, it.grant.role), &place, html! {
                @if may_grant(actor, &it.grant) {
                    (ui::form(&format!("/grants/{}/revocation", it.id), &desk.key, html! {
                        (ui::button(t(lang, "account-role-take")).ghost())
                    }).inline())
                }
            }))
        }
    }
}

fn give(
    desk: &Desk,
    actor: &Actor,
    it: &Account,
    known: &Known,
    (sent, invalid): (&Sent, &Invalid),
) -> Markup {
    let lang = desk.lang;
    let fields = Fields::new(lang, invalid);
    let roles: Vec<_> = invitations::page::roles(lang, actor, &known.scopes)
        .into_iter()
        .filter(|(code, _)| *code != "none")
        .collect();
    let mut places = vec![("all", t(lang, "roles-scope-all")), ("own", t(lang, "roles-scope-own"))];
    let labels = invitations::page::scope_labels(lang, &known.scopes);
    places.extend(labels.iter().map(|(value, label)| (value.as_str(), label.as_str())));
    html! {
        (ui::form(&format!("/accounts/{}/grants", it.id), &desk.key, html! {
            (fields.select("role", t(lang, "account-role-more"), &roles)
                .hint(t(lang, "invitations-role-hint")).value(sent.text("role")))
            (fields.select("scope", t(lang, "invitations-where"), &places)
                .hint(t(lang, "invitations-where-hint")).value(sent.text("scope")))
            (ui::button(t(lang, "account-role-give")).primary())
        }))
    }
}

/// What can be done with the account itself.
fn acts(desk: &Desk, it: &Account, known: &Known) -> Markup {
    let (lang, id) = (desk.lang, it.id);
    let act = |noun: &str, content: Markup| {
        html! { (ui::form(&format!("/accounts/{id}/{noun}"), &desk.key, content).inline()) }
    };
    let words = match (&it.email, known.mailed) {
        (_, true) => "account-reset-words-mail",
        (Some(_), false) => "account-reset-words-no-mail",
        (None, false) => "account-reset-words-link",
    };
    ui::section(
        t(lang, "account-password-title"),
        None,
        None,
        html! {
            p.hint { (t(lang, words)) }
            div.acts {
                @if it.state == State::Deactivated {
                    (act("reactivation", html! { (ui::button(t(lang, "account-reactivate")).icon("rotate-ccw")) }))
                } @else {
                    (act("reset", html! { (ui::button(t(lang, "account-reset")).icon("key-round")) }))
                    @if !known.myself {
                        (act("deactivation", html! { (ui::button(t(lang, "account-deactivate")).bad().icon("user-round-x")) }))
                    }
                }
            }
        },
    )
}

fn hand_over(lang: Lang, house: &House, token: &Token) -> Markup {
    let link = house.url(&format!("/password/{}", token.reveal()));
    ui::section(
        t(lang, "account-hand-over"),
        None,
        None,
        html! {
            p.hint { (t(lang, "account-hand-over-words")) }
            (ui::copy_link(lang, "link", t(lang, "invitations-link"), &link))
            (ui::qr(&invitations::page::qr(&link), t(lang, "invitations-qr"), ""))
        },
    )
}
