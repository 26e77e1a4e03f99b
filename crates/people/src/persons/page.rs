//! What a person's record looks like: the page, its form, and the details beside the list.
use kernel::access::{Actor, Level, matrix};
use kernel::{Fields as Sent, Invalid, Lang};
use maud::{Markup, html};
use ui::text::{t, with};
use ui::{Choice, Desk, Fields};

use super::model::{Access, Kind, Options, Person, Place};
use crate::profile_access::model::{Offer, Refusal};
use crate::profile_access::page::{self as profile_access, Access as Standing, switch_and_link};
use crate::tabs::Heading;
use crate::when;

/// The word of a kind.
pub fn kind(lang: Lang, kind: Kind) -> &'static str {
    match kind {
        Kind::Employee => t(lang, "persons-employee"),
        Kind::Contractor => t(lang, "persons-contractor"),
    }
}

/// Job role and company in one line: "Scaffolder, Northgate Scaffolding".
pub fn about(lang: Lang, person: &Person) -> String {
    let role = person.job_role.as_ref().map(|it| it.1.as_str());
    let company = person.company.as_ref().map(|it| it.1.as_str());
    line(lang, person.kind, role, company)
}

/// As [`about`], from its parts.
pub fn line(lang: Lang, is: Kind, role: Option<&str>, company: Option<&str>) -> String {
    match (role, company) {
        (Some(role), Some(company)) => format!("{role}, {company}"),
        (Some(one), None) | (None, Some(one)) => one.to_owned(),
        (None, None) => kind(lang, is).to_owned(),
    }
}

/// The page of one person.
pub fn show(
    desk: &Desk,
    actor: &Actor,
    heading: &Heading,
    person: &Person,
    (places, sites): (&[Place], &[(String, String)]),
    standing: &Standing,
) -> Markup {
    let (lang, id) = (desk.lang, person.id);
    let edits = actor.may(&matrix::PEOPLE, Level::Edit);
    desk.desktop(
        &person.name,
        html! {
            (heading.show(lang, html! {
                @if edits {
                    (ui::link(t(lang, "persons-edit"), &format!("/people/{id}/edit")).primary().icon("pencil"))
                }
            }))
            div.page {
                (facts(lang, person))
                (employment(lang, person))
                @if person.contact.is_some() || !places.is_empty() {
                    (placed(desk, actor, person, places, sites))
                }
                (access_section(desk, actor, person, Some(standing)))
                @if actor.may(&matrix::ARCHIVE, Level::Edit) { (archive(desk, person)) }
            }
        },
    )
}

fn fact(name: &str, value: Option<&str>) -> Markup {
    html! {
        @if let Some(value) = value.filter(|it| !it.is_empty()) { (ui::kv(name, "", html! { (value) })) }
    }
}

fn facts(lang: Lang, person: &Person) -> Markup {
    ui::section(
        t(lang, "persons-facts"),
        None,
        None,
        html! {
            (fact(t(lang, "persons-kind"), Some(kind(lang, person.kind))))
            @match &person.contact {
                Some(contact) => {
                    @if let Some(email) = &contact.email {
                        (ui::kv(t(lang, "persons-email"), "", html! { a href={ "mailto:" (email) } { (email) } }))
                    }
                    @if !contact.phone.is_empty() {
                        (ui::kv(t(lang, "persons-phone"), "", html! { a href={ "tel:" (contact.phone) } { (contact.phone) } }))
                    }
                    (fact(t(lang, "persons-external-id"), contact.external_id.as_deref()))
                }
                None => { p.hint { (t(lang, "persons-names-only")) } }
            }
        },
    )
}

fn employment(lang: Lang, person: &Person) -> Markup {
    let name = |it: Option<&String>| it.cloned().unwrap_or_default();
    let day = |it: Option<kernel::Date>| it.map(|it| when::date(lang, it));
    ui::section(
        t(lang, "persons-employment"),
        None,
        None,
        html! {
            (fact(t(lang, "persons-company"), Some(&name(person.company.as_ref().map(|it| &it.1)))))
            (fact(t(lang, "persons-job-role"), Some(&name(person.job_role.as_ref().map(|it| &it.1)))))
            (fact(t(lang, "persons-division"), Some(&person.division.1)))
            @if let Some((id, name)) = &person.manager {
                (ui::kv(t(lang, "persons-manager"), "", html! { a href={ "/people/" (id) } { (name) } }))
            }
            (fact(t(lang, "persons-work-base"), Some(&person.work_base)))
            (fact(t(lang, "persons-start"), day(person.start).as_deref()))
            (fact(t(lang, "persons-end"), day(person.end).as_deref()))
        },
    )
}

/// Where the person works, and for those who may, the way to say so.
fn placed(
    desk: &Desk,
    actor: &Actor,
    person: &Person,
    places: &[Place],
    sites: &[(String, String)],
) -> Markup {
    let (lang, id) = (desk.lang, person.id);
    let places_people = actor.may(&matrix::PLACEMENTS, Level::Edit) && !person.archived;
    let invalid = Invalid::default();
    let fields = Fields::new(lang, &invalid);
    let free = |site: &&(String, String)| !places.iter().any(|it| it.0.to_string() == site.0);
    let offered: Vec<(&str, &str)> =
        sites.iter().filter(free).map(|(id, name)| (id.as_str(), name.as_str())).collect();
    ui::section(
        t(lang, "persons-placed"),
        Some(u64::try_from(places.len()).unwrap_or_default()),
        None,
        html! {
            @if places.is_empty() { p.hint { (t(lang, "persons-placed-none")) } }
            @for (site, name) in places {
                (ui::kv(name, "", html! {
                    @if places_people {
                        (ui::form(&format!("/people/{id}/removal"), &desk.key, html! {
                            input type="hidden" name="site" value=(site);
                            (ui::button(&with(lang, "persons-take-away", &[("name", name.into())])).ghost().icon_only("x"))
                        }).inline())
                    }
                }))
            }
            @if places_people && !offered.is_empty() {
                (ui::form(&format!("/people/{id}/placement"), &desk.key, html! {
                    (fields.select("site", t(lang, "persons-place-at"), &offered).hint(t(lang, "persons-place-hint")))
                    (ui::button(t(lang, "persons-place")).icon("map-pin"))
                }))
            }
        },
    )
}

/// Whether the person can sign in, and on the person's own page the switch for the own profile (H-M3).
fn access_section(
    desk: &Desk,
    actor: &Actor,
    person: &Person,
    standing: Option<&Standing>,
) -> Markup {
    let lang = desk.lang;
    let (word, words) = match person.access {
        Access::None => ("persons-access-none", "persons-access-none-words"),
        Access::Invited => ("persons-access-invited", "persons-access-invited-words"),
        Access::Profile => ("persons-access-profile", "persons-access-profile-words"),
        Access::User => ("persons-access-user", "persons-access-user-words"),
        Access::Deactivated => ("persons-access-deactivated", "persons-access-deactivated-words"),
    };
    ui::section(
        t(lang, "persons-access"),
        None,
        None,
        html! {
            (ui::kv(t(lang, word), t(lang, words), html! {
                @if actor.may(&matrix::ACCOUNTS, Level::View) {
                    @match person.access {
                        Access::None | Access::Invited => { a href="/invitations" { (t(lang, "persons-to-invitations")) } }
                        _ => { a href="/accounts" { (t(lang, "persons-to-accounts")) } }
                    }
                }
            }))
            @if let Some(standing) = standing { (switch_and_link(desk, standing)) }
        },
    )
}

fn archive(desk: &Desk, person: &Person) -> Markup {
    let (lang, id) = (desk.lang, person.id);
    ui::section(
        t(lang, "persons-record"),
        None,
        None,
        html! {
            @if person.archived {
                (ui::form(&format!("/people/{id}/restoration"), &desk.key, html! {
                    (ui::button(t(lang, "persons-restore")).icon("rotate-ccw"))
                }).inline())
            } @else {
                p.hint { (t(lang, "persons-archive-words")) }
                (ui::form(&format!("/people/{id}/archive"), &desk.key, html! {
                    (ui::button(t(lang, "persons-archive")).bad())
                }).inline())
            }
        },
    )
}

/// The details beside the list.
/// `standing` is how the person stands, in the words of the list.
pub fn inspector(
    desk: &Desk,
    actor: &Actor,
    person: &Person,
    standing: &Markup,
    close: &str,
) -> Markup {
    let (lang, id) = (desk.lang, person.id);
    let initials = ui::initials(&person.name);
    ui::inspector(
        lang,
        &person.name,
        &about(lang, person),
        Some(&initials),
        close,
        html! {
            (standing)
            (ui::actions(html! {
                (ui::link(t(lang, "persons-open"), &format!("/people/{id}")).icon("user-round"))
                @if actor.may(&matrix::PEOPLE, Level::Edit) {
                    (ui::link(t(lang, "persons-edit"), &format!("/people/{id}/edit")).icon("pencil"))
                }
            }))
            (facts(lang, person))
            (employment(lang, person))
            (access_section(desk, actor, person, None))
        },
    )
}

/// The switch for the own profile on the form of a new person, and why it could not be turned on.
pub struct Letting {
    pub offer: Offer,
    pub refusal: Option<Refusal>,
}

pub fn new(
    desk: &Desk,
    options: &Options,
    sent: &Sent,
    invalid: &Invalid,
    letting: Option<&Letting>,
) -> Markup {
    let title = t(desk.lang, "persons-new");
    let words = t(desk.lang, "persons-new-words");
    let save = (t(desk.lang, "persons-add"), "/people", "/people");
    form(desk, (title, words), options, (sent, invalid), letting, save)
}

pub fn edit(
    desk: &Desk,
    person: &Person,
    options: &Options,
    sent: &Sent,
    invalid: &Invalid,
) -> Markup {
    let path = format!("/people/{}", person.id);
    let save = (t(desk.lang, "ui-save"), path.as_str(), path.as_str());
    let title = (person.name.as_str(), t(desk.lang, "persons-edit"));
    form(desk, title, options, (sent, invalid), None, save)
}

fn form(
    desk: &Desk,
    (title, words): (&str, &str),
    options: &Options,
    (sent, invalid): (&Sent, &Invalid),
    letting: Option<&Letting>,
    (save, action, back): (&str, &str, &str),
) -> Markup {
    let lang = desk.lang;
    let fields = Fields::new(lang, invalid);
    desk.desktop(
        title,
        html! {
            (ui::head(title, words, html! {}))
            div.page {
                (fields.summary())
                @if let Some(refusal) = letting.and_then(|it| it.refusal) {
                    (profile_access::other_record(lang, refusal))
                }
                (ui::form(action, &desk.key, html! {
                    (who(lang, fields, sent))
                    @if let Some(letting) = letting {
                        (profile_access::field(lang, fields, letting.offer, sent.text("profile-access") == "on"))
                    }
                    (work(lang, fields, options, sent))
                    (ui::save_or_cancel(save, t(lang, "ui-cancel"), back))
                }))
            }
        },
    )
}

fn who(lang: Lang, fields: Fields<'_>, sent: &Sent) -> Markup {
    let kinds = [
        Choice::new("contractor", t(lang, "persons-contractor")),
        Choice::new("employee", t(lang, "persons-employee")),
    ];
    html! {
        (fields.radios("kind", t(lang, "persons-kind"), &kinds).chosen(&[sent.text("kind")]).inline())
        (fields.text("name", t(lang, "persons-name")).value(sent.text("name")).maxlength(120))
        (fields.email("email", t(lang, "persons-email")).value(sent.text("email")).optional().autocomplete("off")
            .hint(t(lang, "persons-email-hint")))
        (fields.phone("phone", t(lang, "persons-phone")).value(sent.text("phone")).optional().autocomplete("off"))
    }
}

fn work(lang: Lang, fields: Fields<'_>, options: &Options, sent: &Sent) -> Markup {
    let none = |list: &'static str| vec![("", t(lang, list))];
    let list = |mut all: Vec<(&'static str, &'static str)>, from: &[(String, String)]| {
        let mut options: Vec<(String, String)> =
            all.drain(..).map(|(a, b)| (a.to_owned(), b.to_owned())).collect();
        options.extend(from.iter().cloned());
        options
    };
    let companies = list(none("persons-company-none"), &options.companies);
    let roles = list(none("persons-job-role-none"), &options.job_roles);
    let (companies, roles, divisions) =
        (pairs(&companies), pairs(&roles), pairs(&options.divisions));
    let division = match (sent.text("division"), divisions.as_slice()) {
        ("", [(only, _)]) => only,
        (chosen, _) => chosen,
    };
    let part = |name: &str, which: &str| sent.text(&format!("{name}-{which}")).to_owned();
    let date = |name| [part(name, "day"), part(name, "month"), part(name, "year")];
    let (start, end) = (date("start"), date("end"));
    html! {
        (fields.select("company", t(lang, "persons-company"), &companies).value(sent.text("company")).optional())
        (fields.select("job-role", t(lang, "persons-job-role"), &roles).value(sent.text("job-role")).optional())
        (fields.select("division", t(lang, "persons-division"), &divisions).value(division))
        (fields.text("manager", t(lang, "persons-manager")).value(sent.text("manager")).optional()
            .hint(t(lang, "persons-manager-hint")))
        (fields.text("external-id", t(lang, "persons-external-id")).value(sent.text("external-id")).optional()
            .hint(t(lang, "persons-external-id-hint")).maxlength(60))
        (fields.text("work-base", t(lang, "persons-work-base")).value(sent.text("work-base")).optional().maxlength(120))
        (fields.date("start", t(lang, "persons-start")).value(&start[0], &start[1], &start[2]).optional())
        (fields.date("end", t(lang, "persons-end")).value(&end[0], &end[1], &end[2]).optional())
    }
}

/// Values and words, borrowed.
pub fn pairs(from: &[(String, String)]) -> Vec<(&str, &str)> {
    from.iter().map(|(value, words)| (value.as_str(), words.as_str())).collect()
}
