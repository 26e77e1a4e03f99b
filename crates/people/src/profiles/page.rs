//! What the own profile looks like, on a phone first.
use kernel::Lang;
use maud::{Markup, html};
use ui::Desk;
use ui::text::{t, with};

use super::store::Profile;
use crate::when;

pub fn show(desk: &Desk, it: &Profile) -> Markup {
    let lang = desk.lang;
    let title = t(lang, "profile-title");
    let content = html! {
        (ui::section(t(lang, "profile-who"), None, None, facts(lang, it)))
        (ui::section(t(lang, "profile-sites"), None, None, sites(lang, it)))
        (ui::section(t(lang, "profile-records"), None, None, records(lang)))
        (ui::section(t(lang, "evidence-own-title"), None, None, html! {
            p.hint { (t(lang, "evidence-own-words")) }
            (ui::actions(html! { (ui::link(t(lang, "profile-evidence"), "/profile/evidence").icon("file-badge")) }))
        }))
    };
    let about = with(
        lang,
        if it.contractor { "profile-about-contractor" } else { "profile-about-employee" },
        &[("organisation", (&it.organisation).into())],
    );
    let report = ui::link(t(lang, "profile-download"), "/training/report").icon("download");
    if desk.is_staff() {
        return desk.own(
            title,
            html! {
                (ui::head(&it.name, &about, html! { (report.primary()) }))
                div.page { (content) }
            },
        );
    }
    desk.own(
        title,
        html! {
            div.hello { h1 { (it.name) } p { (about) } }
            (report.primary().large().block())
            (content)
            p.hint { (t(lang, "profile-view-only")) }
        },
    )
}

fn facts(lang: Lang, it: &Profile) -> Markup {
    let text = |key: &'static str, value: Option<&str>| {
        let value = value.filter(|it| !it.is_empty());
        html! { @if let Some(value) = value { (ui::kv(t(lang, key), "", html! { (value) })) } }
    };
    let start = it.start_on.map(|it| when::date(lang, it));
    let end = it.end_on.map(|it| when::date(lang, it));
    html! {
        (text("profile-job-role", it.job_role.as_deref()))
        (text("profile-company", Some(it.company.as_deref().unwrap_or(&it.organisation))))
        (text("profile-manager", it.manager.as_deref()))
        (text("profile-email", it.email.as_deref()))
        (text("profile-phone", Some(&it.phone)))
        (text("profile-number", it.number.as_deref()))
        (text("profile-work-base", Some(&it.work_base)))
        (text("profile-start", start.as_deref()))
        (text("profile-end", end.as_deref()))
    }
}

fn sites(lang: Lang, it: &Profile) -> Markup {
    html! {
        @if it.sites.is_empty() { p.hint { (t(lang, "profile-no-sites")) } }
        @for site in &it.sites { (ui::kv(site, "", html! {})) }
    }
}

fn records(lang: Lang) -> Markup {
    ui::kv(
        t(lang, "profile-records-words"),
        "",
        html! { a href="/training" { (t(lang, "profile-to-training")) } },
    )
}

/// An account that is nobody's record in this organisation.
pub fn nobody(desk: &Desk) -> Markup {
    let lang = desk.lang;
    let title = t(lang, "profile-title");
    desk.own(
        title,
        html! {
            h1 { (title) }
            (ui::empty("id-card", t(lang, "profile-nobody"), t(lang, "profile-nobody-words"), html! {
                (ui::link(t(lang, "profile-home"), "/home"))
            }))
        },
    )
}
