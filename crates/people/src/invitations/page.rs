//! What invitations look like: the list, the form, one invitation, the page behind the link, the letter.
use kernel::access::{Actor, Grant, Role, Scope, ScopeKind};
use kernel::{Fields as Sent, House, Instant, Invalid, Lang};
use maud::{Markup, html};
use notices::Letter;
use ui::text::{t, with};
use ui::{Column, Desk, Fields, Row, Status, View};

use super::model::{Invitation, List, Purpose, Secrets, State};
use super::store::{PAGE, Scopes};
use crate::grants::model::may_grant;

fn status(state: State) -> Status {
    match state {
        State::Pending => Status::Review,
        State::Accepted => Status::Ok,
        State::Expired => Status::Soon,
        State::Revoked => Status::None,
        State::Bounced => Status::Bad,
    }
}

/// The word of a state.
fn word(lang: Lang, state: State) -> &'static str {
    t(
        lang,
        match state {
            State::Pending => "invitations-pending",
            State::Accepted => "invitations-accepted",
            State::Expired => "invitations-expired-word",
            State::Revoked => "invitations-revoked-word",
            State::Bounced => "invitations-bounced",
        },
    )
}

pub fn index(
    desk: &Desk,
    list: &List,
    counts: &[i64; 5],
    found: &[Invitation],
    now: Instant,
) -> Markup {
    let lang = desk.lang;
    let title = t(lang, "invitations-title");
    let number = |it: i64| u64::try_from(it).unwrap_or_default();
    let all = number(counts.iter().sum());
    let links: Vec<(String, State, u64)> = State::ALL
        .iter()
        .zip(counts)
        .map(|(state, count)| (list.link("state", state.code()), *state, number(*count)))
        .collect();
    let home = list.link("state", "");
    let mut views =
        vec![View::new(&home, t(lang, "invitations-all")).count(all).current(list.state.is_none())];
    views.extend(links.iter().map(|(href, state, count)| {
        let view = View::new(href, word(lang, *state)).count(*count).status(status(*state));
        view.current(list.state == Some(*state))
    }));
    let about = with(lang, "invitations-count", &[("count", all.into())]);
    desk.desktop(
        title,
        html! {
            (ui::head(title, &about, html! {
                (ui::link(t(lang, "invitations-new"), "/invitations/new").primary().icon("plus"))
            }))
            (ui::views(lang, "#views #list", &views))
            (ui::filters(lang, "/invitations", "#list #views", html! {
                @if let Some(state) = list.state { (ui::filter_keep("state", state.code())) }
                (ui::search_box("search", t(lang, "invitations-search"), &list.search))
            }))
            (ui::split(rows(desk, list, found, now), None))
        },
    )
}

fn rows(desk: &Desk, list: &List, found: &[Invitation], now: Instant) -> Markup {
    let lang = desk.lang;
    if found.is_empty() {
        let words = if list.fields.is_empty() {
            "invitations-none-words"
        } else {
            "invitations-no-match-words"
        };
        return ui::empty(
            "send",
            t(lang, "invitations-none"),
            t(lang, words),
            html! {
                (ui::link(t(lang, "invitations-new"), "/invitations/new"))
            },
        );
    }
    let columns = [
        Column::who(t(lang, "invitations-name")),
        Column::status(t(lang, "invitations-state")),
        Column::next(t(lang, "invitations-next")),
        Column::plain(t(lang, "invitations-sent-on")).leaves_first(),
    ];
    let shown = &found[..found.len().min(PAGE)];
    let row = |it: &Invitation| {
        let state = it.state(now);
        let cells = vec![
            ui::who(
                &format!("/invitations/{}", it.id),
                None,
                it.name.as_str(),
                it.email.as_str(),
                None,
            ),
            ui::chip(status(state), word(lang, state)),
            next(desk, it, state),
            html! { (desk.moment(it.sent_at)) },
        ];
        Row::new(it.id, it.name.as_str(), cells)
    };
    let more = (found.len() > PAGE)
        .then(|| shown.last().map(|it| list.link("after", &it.id.to_string())))
        .flatten();
    let first = list.after.is_some().then(|| list.link("after", ""));
    html! {
        (ui::table(lang, t(lang, "invitations-title"), &columns, shown.iter().map(row).collect()))
        (ui::pager(lang, "", first.as_deref(), more.as_deref()))
    }
}

fn next(desk: &Desk, it: &Invitation, state: State) -> Markup {
    let (key, at, late) = match state {
        State::Pending => ("invitations-next-pending", it.expires_at, false),
        State::Accepted => {
            ("invitations-next-accepted", it.accepted_at.unwrap_or(it.sent_at), false)
        }
        State::Expired => ("invitations-next-expired", it.expires_at, true),
        State::Bounced => ("invitations-next-bounced", it.sent_at, true),
        State::Revoked => ("invitations-next-revoked", it.sent_at, false),
    };
    ui::next("", &with(desk.lang, key, &[("date", (&desk.day(at)).into())]), late)
}

pub fn new(desk: &Desk, actor: &Actor, scopes: &Scopes, sent: &Sent, invalid: &Invalid) -> Markup {
    let lang = desk.lang;
    let fields = Fields::new(lang, invalid);
    let title = t(lang, "invitations-new");
    let roles = roles(lang, actor, scopes);
    let mut places = vec![("all", t(lang, "roles-scope-all")), ("own", t(lang, "roles-scope-own"))];
    let labels = scope_labels(lang, scopes);
    places.extend(labels.iter().map(|(value, label)| (value.as_str(), label.as_str())));
    desk.desktop(
        title,
        html! {
            (ui::head(title, t(lang, "invitations-new-words"), html! {}))
            div.page {
                (fields.summary())
                (ui::form("/invitations", &desk.key, html! {
                    (fields.textarea("people", t(lang, "invitations-people"))
                        .hint(t(lang, "invitations-people-hint")).value(sent.get("people").unwrap_or_default()))
                    (fields.select("role", t(lang, "invitations-role"), &roles)
                        .hint(t(lang, "invitations-role-hint")).value(sent.text("role")))
                    (fields.select("scope", t(lang, "invitations-where"), &places)
                        .hint(t(lang, "invitations-where-hint")).value(sent.text("scope")))
                    (ui::save_or_cancel(t(lang, "invitations-send"), t(lang, "ui-cancel"), "/invitations"))
                }))
            }
        },
    )
}

/// The roles the actor may give, somewhere.
pub fn roles(lang: Lang, actor: &Actor, scopes: &Scopes) -> Vec<(&'static str, &'static str)> {
    let some = |role: Role| match role.scope() {
        ScopeKind::All => Some(Scope::All),
        ScopeKind::Own => Some(Scope::Own),
        ScopeKind::Site => {
            scopes.sites.first().and_then(|(it, _)| crate::grants::model::read_scope(it))
        }
        ScopeKind::Division => {
            scopes.divisions.first().and_then(|(it, _)| crate::grants::model::read_scope(it))
        }
        ScopeKind::Team => {
            scopes.teams.first().and_then(|(it, _)| crate::grants::model::read_scope(it))
        }
        ScopeKind::Company => {
            scopes.companies.first().and_then(|(it, _)| crate::grants::model::read_scope(it))
        }
    };
    let mut roles = vec![("", t(lang, "invitations-choose")), ("none", t(lang, "roles-none"))];
    roles.extend(Role::ALL.iter().copied().filter_map(|role| {
        let grant = Grant { role, scope: some(role)? };
        may_grant(actor, &grant).then(|| (role.code(), crate::grants::page::name(lang, role)))
    }));
    roles
}

/// Every place a role can be bound to, in words.
pub fn scope_labels(lang: Lang, scopes: &Scopes) -> Vec<(String, String)> {
    let kinds = [
        ("roles-scope-site", &scopes.sites),
        ("roles-scope-division", &scopes.divisions),
        ("roles-scope-team", &scopes.teams),
        ("roles-scope-company", &scopes.companies),
    ];
    let label = |key, name: &String| with(lang, key, &[("name", name.into())]);
    kinds
        .into_iter()
        .flat_map(|(key, list)| {
            list.iter().map(move |(value, name)| (value.clone(), label(key, name)))
        })
        .collect()
}

pub fn show(
    desk: &Desk,
    house: &House,
    it: &Invitation,
    secrets: Option<&Secrets>,
    now: Instant,
) -> Markup {
    let lang = desk.lang;
    let state = it.state(now);
    let roles = crate::grants::page::names(lang, &it.grants);
    let reason = match state {
        State::Pending => "invitations-why-pending",
        State::Accepted => "invitations-why-accepted",
        State::Expired => "invitations-why-expired",
        State::Revoked => "invitations-why-revoked",
        State::Bounced => "invitations-why-bounced",
    };
    desk.desktop(
        it.name.as_str(),
        html! {
            (ui::head(it.name.as_str(), it.email.as_str(), html! {
                (ui::link(t(lang, "invitations-title"), "/invitations").ghost().icon("arrow-left"))
            }))
            div.page {
                div class=(status(state).class()) { (ui::verdict(status(state), word(lang, state), t(lang, reason))) }
                @if state.is_open() { (open_actions(desk, it)) }
                (ui::section(t(lang, "invitations-about"), None, None, html! {
                    (ui::kv(t(lang, "invitations-role"), "", html! { (roles) }))
                    (ui::kv(t(lang, "invitations-sent-on"), "", html! { (desk.moment(it.sent_at)) }))
                    (ui::kv(t(lang, "invitations-holds-until"), "", html! { (desk.moment(it.expires_at)) }))
                    @if let Some(at) = it.accepted_at {
                        (ui::kv(t(lang, "invitations-accepted"), "", html! { (desk.moment(at)) }))
                    }
                }))
                @if let Some(secrets) = secrets.filter(|_| state != State::Expired) { (hand_over(lang, house, secrets)) }
            }
        },
    )
}

fn open_actions(desk: &Desk, it: &Invitation) -> Markup {
    let (lang, id) = (desk.lang, it.id);
    html! {
        div.acts {
            (ui::form(&format!("/invitations/{id}/renewal"), &desk.key, html! {
                (ui::button(t(lang, "invitations-renew")).primary().icon("send"))
            }).inline())
            (ui::form(&format!("/invitations/{id}/revocation"), &desk.key, html! {
                (ui::button(t(lang, "invitations-revoke")).bad())
            }).inline())
        }
    }
}

/// The link and its picture, to be handed over without a mail server.
pub fn hand_over(lang: Lang, house: &House, secrets: &Secrets) -> Markup {
    let link = house.url(&secrets.path());
    ui::section(
        t(lang, "invitations-hand-over"),
        None,
        None,
        html! {
            p.hint { (t(lang, "invitations-hand-over-words")) }
            (ui::copy_link(lang, "link", t(lang, "invitations-link"), &link))
            @if let Some(code) = &secrets.code {
                (ui::copy_link(lang, "code", t(lang, "invitations-code"), code))
            }
            (ui::qr(&qr(&link), t(lang, "invitations-qr"), ""))
        },
    )
}

/// A picture of an address, as SVG.
pub fn qr(text: &str) -> String {
    let svg = |code: qrcode::QrCode| {
        code.render::<qrcode::render::svg::Color<'_>>()
            .min_dimensions(216, 216)
            .quiet_zone(true)
            .build()
    };
    qrcode::QrCode::new(text).map(svg).unwrap_or_default()
}

pub fn accept(
    desk: &Desk,
    token: &str,
    organisation: &str,
    it: &Invitation,
    known: bool,
    invalid: &Invalid,
) -> Markup {
    let lang = desk.lang;
    let fields = Fields::new(lang, invalid);
    let title = with(lang, "invitations-welcome", &[("organisation", organisation.into())]);
    let words = match (it.purpose, known) {
        (_, true) => "invitations-welcome-known",
        (Purpose::User, false) => "invitations-welcome-user",
        (Purpose::Profile, false) => "invitations-welcome-profile",
    };
    desk.plain(
        &title,
        html! {
            (fields.summary())
            div.hello { h1 { (title) } p { (it.name) } p { (t(lang, words)) } }
            (ui::form(&format!("/invitation/{token}"), &desk.key, html! {
                (fields.email("email", t(lang, "accounts-email")).value(it.email.as_str()).autocomplete("username"))
                @if it.code.is_some() {
                    (fields.text("code", t(lang, "invitations-code")).hint(t(lang, "invitations-code-hint")).autocomplete("one-time-code"))
                }
                @if known {
                    (fields.password("password", t(lang, "accounts-password")))
                } @else {
                    (fields.password("password", t(lang, "accounts-new-password"))
                        .hint(t(lang, "accounts-password-hint")).autocomplete("new-password"))
                }
                (ui::button(t(lang, "invitations-accept")).primary().large().block())
            }))
        },
    )
}

/// The letter that carries the link.
pub fn letter(
    lang: Lang,
    organisation: &str,
    it: &Invitation,
    secrets: &Secrets,
    link: &str,
) -> Letter {
    let say = |key| {
        with(lang, key, &[("organisation", organisation.into()), ("name", it.name.as_str().into())])
    };
    let purpose = match it.purpose {
        Purpose::User => "invitations-mail-user",
        Purpose::Profile => "invitations-mail-profile",
    };
    let mut paragraphs = vec![say("invitations-mail-hello"), say(purpose)];
    if let Some(code) = &secrets.code {
        paragraphs.push(with(lang, "invitations-mail-code", &[("code", code.into())]));
    }
    paragraphs.push(t(lang, "invitations-mail-days").to_owned());
    Letter {
        org: Some(it.org),
        kind: "invitation",
        lang,
        to: it.email.clone(),
        name: it.name.to_string(),
        subject: say("invitations-mail-subject"),
        paragraphs,
        button: Some((t(lang, "invitations-accept").to_owned(), link.to_owned())),
        footer: say("invitations-mail-footer"),
    }
}

/// A letter as somebody who does not exist would get it.
pub fn sample(lang: Lang, it: &Invitation, secrets: &Secrets) -> Letter {
    letter(lang, "Harbour Works", it, secrets, "https://gatepass.example/invitation/example")
}
