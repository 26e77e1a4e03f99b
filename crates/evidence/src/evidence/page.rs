//! What evidence looks like: the list of a person, the form, and one piece with its picture and its decision.
use kernel::file::ACCEPTED;
use kernel::{Date, Fields as Sent, Invalid, Lang};
use maud::{Markup, html};
use ui::text::{t, with};
use ui::{Choice, Desk, Fields, Status, when};

use super::Rights;
use super::model::{Evidence, File, Holder, Reason, Side, State};
use crate::qualifications::model::Qualification;
use crate::reviews::model::Hint;
use crate::reviews::page::{canned, hint, reason};

pub const fn status(state: State) -> Status {
    match state {
        State::Waiting => Status::Review,
        State::Approved | State::Superseded => Status::Ok,
        State::Expired | State::Rejected | State::Revoked => Status::Bad,
        State::Withdrawn => Status::None,
    }
}

/// The word of a state.
pub fn word(lang: Lang, state: State) -> &'static str {
    t(
        lang,
        match state {
            State::Waiting => "evidence-state-waiting",
            State::Approved => "evidence-state-approved",
            State::Superseded => "evidence-state-superseded",
            State::Expired => "evidence-state-expired",
            State::Rejected => "evidence-state-rejected",
            State::Withdrawn => "evidence-state-withdrawn",
            State::Revoked => "evidence-state-revoked",
        },
    )
}

/// Where it stands, with the day that matters.
fn standing(desk: &Desk, it: &Evidence, today: Date) -> String {
    let lang = desk.lang;
    let state = it.state(today);
    let on = |key, date: &str| with(lang, key, &[("date", date.into())]);
    match (state, it.last_day()) {
        (State::Approved | State::Superseded, Some(day)) => {
            on("evidence-why-until", &when::date(lang, day))
        }
        (State::Approved | State::Superseded, None) => t(lang, "evidence-why-forever").to_owned(),
        (State::Expired, Some(day)) => on("evidence-why-expired", &when::date(lang, day)),
        (State::Waiting, _) => on("evidence-why-waiting", &desk.moment(it.submitted.0)),
        (State::Rejected | State::Revoked, _) => {
            it.reason.as_ref().map(|it| reason(lang, it)).unwrap_or_default()
        }
        (State::Withdrawn | State::Expired, _) => String::new(),
    }
}

/// Everything somebody showed, each with where it stands.
pub fn list(desk: &Desk, found: &[Evidence], today: Date) -> Markup {
    let lang = desk.lang;
    if found.is_empty() {
        let words = t(lang, "evidence-none-words");
        return ui::empty("file-badge", t(lang, "evidence-none"), words, html! {});
    }
    ui::tasks(found.iter().map(|it| {
        let state = it.state(today);
        let why = format!("{} · {}", word(lang, state), standing(desk, it, today));
        let why = why.trim_end_matches(" · ");
        ui::task(status(state), &format!("/evidence/{}", it.id), &it.qualification.1, why)
    }))
}

pub fn index(
    desk: &Desk,
    holder: &Holder,
    found: &[Evidence],
    hands_in: bool,
    today: Date,
) -> Markup {
    let lang = desk.lang;
    let title = t(lang, "evidence-title");
    let path = format!("/people/{}", holder.id);
    let new = format!("{path}/evidence/new");
    desk.own(
        &format!("{title}: {}", holder.name),
        html! {
            (ui::head(title, &holder.name, html! {
                (ui::link(&holder.name, &path).ghost().icon("arrow-left"))
                @if hands_in { (ui::link(t(lang, "evidence-new"), &new).primary().icon("plus")) }
            }))
            div.page { (list(desk, found, today)) }
        },
    )
}

/// The choice of what is shown evidence for.
pub fn choose(
    desk: &Desk,
    holder: &Holder,
    own: bool,
    place: &str,
    all: &[Qualification],
) -> Markup {
    let lang = desk.lang;
    let title = t(lang, "evidence-new");
    let about = if own { t(lang, "evidence-choose-own") } else { holder.name.as_str() };
    let rows = all.iter().map(|it| {
        let href = format!("{place}/new?qualification={}", it.id);
        let issuer = it.draft.issuer.as_ref().map_or("", |it| it.as_str());
        ui::task(Status::None, &href, it.draft.name.as_str(), issuer)
    });
    desk.own(
        title,
        html! {
            (ui::head(title, about, html! { (ui::link(t(lang, "ui-cancel"), place).ghost()) }))
            div.page {
                h2 { (t(lang, "evidence-choose")) }
                @if all.is_empty() {
                    (ui::empty("file-badge", t(lang, "qualifications-none"), t(lang, "evidence-choose-none"), html! {}))
                } @else { (ui::tasks(rows)) }
            }
        },
    )
}

/// What a form is for.
pub struct Sheet<'a> {
    pub holder: &'a Holder,
    pub own: bool,
    /// Where the form goes.
    pub place: &'a str,
    pub wanted: &'a Qualification,
}

/// What a form begins with: the name and the issuer of the qualification.
pub fn begin(wanted: &Qualification) -> Sent {
    let issuer = wanted.draft.issuer.as_ref().map_or("", |it| it.as_str());
    Sent::of([("name", wanted.draft.name.as_str()), ("issuer", issuer)])
}

pub fn new(desk: &Desk, sheet: &Sheet<'_>, sent: &Sent, invalid: &Invalid) -> Markup {
    let lang = desk.lang;
    let fields = Fields::new(lang, invalid);
    let rules = &sheet.wanted.draft;
    let title = rules.name.as_str();
    let about = if sheet.own { t(lang, "evidence-form-own") } else { sheet.holder.name.as_str() };
    let again = !invalid.is_empty() && !sent.is_empty();
    let needed = |it: bool| sheet.own || it;
    desk.own(
        title,
        html! {
            (ui::head(title, about, html! {}))
            div.page {
                (fields.summary())
                @if let Some(words) = &rules.instructions { (ui::notice(Status::None, words.as_str())) }
                @if again { p.hint { (t(lang, "evidence-files-again")) } }
                (ui::form(sheet.place, &desk.key, html! {
                    input type="hidden" name="qualification" value=(sheet.wanted.id);
                    (upload(&fields, Side::Front, needed(rules.needs_front)))
                    @if rules.needs_back { (upload(&fields, Side::Back, true)) }
                    (fields.text("name", t(lang, "evidence-name")).value(sent.text("name")).autocomplete("off"))
                    (fields.text("issuer", t(lang, "evidence-issuer")).value(sent.text("issuer")).autocomplete("off"))
                    @let number = fields.text("number", t(lang, "evidence-number")).value(sent.text("number")).autocomplete("off");
                    (if rules.needs_number { number } else { number.optional() })
                    @let issued = parts(sent, "issued");
                    (fields.date("issued", t(lang, "evidence-issued")).value(&issued[0], &issued[1], &issued[2]))
                    @let expires = parts(sent, "expires");
                    @let until = fields.date("expires", t(lang, "evidence-expires")).value(&expires[0], &expires[1], &expires[2]);
                    (if rules.needs_expiry { until } else { until.optional().hint(t(lang, "evidence-expires-hint")) })
                    (ui::save_or_cancel(t(lang, "evidence-send"), t(lang, "ui-cancel"), sheet.place))
                }).multipart())
            }
        },
    )
}

fn parts(sent: &Sent, name: &str) -> [String; 3] {
    ["day", "month", "year"].map(|part| sent.text(&format!("{name}-{part}")).to_owned())
}

/// One side of a card: from the camera or from the device.
fn upload(fields: &Fields<'_>, side: Side, needed: bool) -> Markup {
    let lang = fields.lang;
    let name = side.code();
    let title = match side {
        Side::Front => t(lang, "evidence-front"),
        Side::Back => t(lang, "evidence-back"),
    };
    let hint = if needed { "evidence-file-hint" } else { "evidence-file-hint-optional" };
    html! {
        div.field {
            @if let Some(key) = fields.invalid.get(name) {
                span.err id={ (name) "-error" } { (ui::shape(Status::Bad)) span { (t(lang, key)) } }
            }
            (ui::drop_zone(lang, name, title, t(lang, hint), ACCEPTED))
        }
    }
}

/// One piece of evidence as somebody sees it.
pub struct Shown<'a> {
    pub it: &'a Evidence,
    pub rights: Rights,
    pub files: &'a [File],
    pub hints: &'a [Hint],
    /// How many pieces stand before it, while it waits.
    pub ahead: Option<i64>,
    pub today: Date,
    pub own: bool,
}

pub fn show(desk: &Desk, shown: &Shown<'_>, sent: &Sent, invalid: &Invalid) -> Markup {
    let (lang, it) = (desk.lang, shown.it);
    let title = it.qualification.1.as_str();
    let list = if shown.own {
        "/profile/evidence".to_owned()
    } else {
        format!("/people/{}/evidence", it.person.0)
    };
    let state = it.state(shown.today);
    let fields = Fields::new(lang, invalid);
    desk.own(
        &format!("{title}: {}", it.person.1),
        html! {
            (ui::head(title, &it.person.1, html! {
                @if shown.rights.decides { (ui::link(t(lang, "reviews-title"), "/evidence").ghost().icon("inbox")) }
                (ui::link(t(lang, "evidence-title"), &list).ghost().icon("arrow-left"))
            }))
            div.evidence {
                div.pictures { (pictures(lang, it, shown)) }
                div {
                    (fields.summary())
                    (ui::verdict(status(state), word(lang, state), &standing(desk, it, shown.today)))
                    @if let Some(ahead) = shown.ahead {
                        p.hint { (with(lang, "evidence-ahead", &[("count", ahead.into())])) }
                    }
                    @for it in shown.hints { (hint(lang, it)) }
                    @if shown.rights.decides { (decision(desk, it, sent, &fields)) }
                    (facts(desk, shown))
                    (rest(desk, shown, sent, &fields))
                }
            }
        },
    )
}

fn pictures(lang: Lang, it: &Evidence, shown: &Shown<'_>) -> Markup {
    let words = |side| match side {
        Side::Front => t(lang, "evidence-front"),
        Side::Back => t(lang, "evidence-back"),
    };
    html! {
        @if !shown.rights.sees_all { p.hint { (t(lang, "evidence-not-yours-to-see")) } }
        @else if shown.files.is_empty() { p.hint { (t(lang, "evidence-no-files")) } }
        @for file in shown.files {
            @let href = format!("/evidence/{}/{}", it.id, file.side.code());
            @if file.kind.is_picture() {
                figure {
                    a href=(href) download { img src=(href) alt=(words(file.side)) loading="lazy"; }
                    figcaption.hint { (words(file.side)) }
                }
            } @else {
                (ui::link(t(lang, "evidence-document"), &href).icon("download").large().block())
            }
        }
    }
}

fn facts(desk: &Desk, shown: &Shown<'_>) -> Markup {
    let (lang, it) = (desk.lang, shown.it);
    let (at, _, sender) = &it.submitted;
    let sent = with(
        lang,
        "evidence-by-on",
        &[("name", sender.into()), ("date", (&desk.moment(*at)).into())],
    );
    ui::section(
        t(lang, "evidence-facts"),
        None,
        None,
        html! {
            (ui::kv(t(lang, "evidence-name"), "", html! { (it.name) }))
            (ui::kv(t(lang, "evidence-issuer"), "", html! { (it.issuer) }))
            @if shown.rights.sees_all && !it.number.is_empty() {
                (ui::kv(t(lang, "evidence-number"), "", html! { (it.number) }))
            }
            (ui::kv(t(lang, "evidence-issued"), "", html! { (when::date(lang, it.issued)) }))
            @match (it.expires, it.last_day()) {
                (Some(day), _) => (ui::kv(t(lang, "evidence-expires"), "", html! { (when::date(lang, day)) })),
                (None, Some(day)) => (ui::kv(t(lang, "evidence-expires"), t(lang, "evidence-expires-usual"), html! { (when::date(lang, day)) })),
                (None, None) => {}
            }
            (ui::kv(t(lang, "evidence-sender"), "", html! { (sent) }))
            @if let Some((approved, at, name)) = &it.decided {
                @let key = if *approved { "evidence-approved-by" } else { "evidence-rejected-by" };
                @let words = with(lang, "evidence-by-on", &[("name", name.into()), ("date", (&desk.moment(*at)).into())]);
                (ui::kv(t(lang, key), "", html! { (words) }))
            }
            @if let Some((_, at)) = it.ended {
                (ui::kv(t(lang, "evidence-ended"), "", html! { (desk.moment(at)) }))
            }
        },
    )
}

/// Two keys: A approves, R opens the reasons. Both are buttons.
fn decision(desk: &Desk, it: &Evidence, sent: &Sent, fields: &Fields<'_>) -> Markup {
    let (lang, id) = (desk.lang, it.id);
    let open = !fields.invalid.is_empty();
    let answers: Vec<Choice<'_>> =
        Reason::ALL.iter().map(|it| Choice::new(it.code(), canned(lang, *it))).collect();
    html! {
        form.form-inline data-press="a" method="post" action={ "/evidence/" (id) "/approval" } {
            input type="hidden" name="_key" value=(desk.key);
            (ui::button(t(lang, "reviews-approve")).primary().large().icon("check"))
        }
        details.fold open[open] {
            summary data-press="r" { span { (t(lang, "reviews-reject")) } (ui::icon("chevron-down")) }
            (ui::form(&format!("/evidence/{id}/rejection"), &desk.key, html! {
                (fields.radios("reason", t(lang, "reviews-reason"), &answers).chosen(&[sent.text("reason")]))
                (fields.textarea("words", t(lang, "reviews-words")).optional()
                    .hint(t(lang, "reviews-words-hint")).value(sent.get("words").unwrap_or_default()))
                (ui::button(t(lang, "reviews-reject")).bad())
            }))
        }
        p.hint { (t(lang, "reviews-keys")) }
    }
}

/// Everything else that can be done with it.
fn rest(desk: &Desk, shown: &Shown<'_>, sent: &Sent, fields: &Fields<'_>) -> Markup {
    let (lang, it, rights) = (desk.lang, shown.it, shown.rights);
    let state = it.state(shown.today);
    let place = if shown.own {
        "/profile/evidence".to_owned()
    } else {
        format!("/people/{}/evidence", it.person.0)
    };
    let again = format!("{place}/new?qualification={}", it.qualification.0);
    let words = match state {
        State::Rejected | State::Revoked | State::Withdrawn => Some("evidence-again"),
        State::Approved | State::Expired => Some("evidence-renew"),
        State::Waiting | State::Superseded => None,
    };
    html! {
        @if let Some(words) = words.filter(|_| rights.hands_in) {
            (ui::actions(html! { (ui::link(t(lang, words), &again).icon("camera")) }))
        }
        @if rights.withdraws {
            (ui::form(&format!("/evidence/{}/withdrawal", it.id), &desk.key, html! {
                (ui::button(t(lang, "evidence-withdraw")))
            }).inline())
        }
        @if rights.revokes {
            details.fold open[!fields.invalid.is_empty()] {
                summary { span { (t(lang, "evidence-revoke")) } (ui::icon("chevron-down")) }
                (ui::form(&format!("/evidence/{}/revocation", it.id), &desk.key, html! {
                    (fields.textarea("words", t(lang, "evidence-revoke-why"))
                        .hint(t(lang, "evidence-revoke-hint")).value(sent.get("words").unwrap_or_default()))
                    (ui::button(t(lang, "evidence-revoke")).bad())
                }))
            }
        }
    }
}
