//! Who is in a team or a group, and the search for those who are not yet.
use kernel::Lang;
use maud::{Markup, html};
use ui::Desk;
use ui::text::{t, with};

use super::store::Person;

/// Who is in it, as far as the reader may know.
pub struct Members {
    /// How many there are.
    pub all: i64,
    /// How many of them the reader may see.
    pub seen: i64,
    /// The first of those.
    pub first: Vec<Person>,
}

/// The people in it. `path` is the team or the group; without it nobody can be taken out.
pub fn members(desk: &Desk, members: &Members, path: Option<&str>) -> Markup {
    let lang = desk.lang;
    let people = &members.first;
    let number = |it: i64| u64::try_from(it).unwrap_or_default();
    let hidden = number(members.all - members.seen);
    ui::section(
        t(lang, "structure-members"),
        Some(number(members.all)),
        None,
        html! {
            @if people.is_empty() && hidden == 0 { p.hint { (t(lang, "structure-no-members")) } }
            @for it in people { (line(desk, it, path)) }
            @if number(members.seen) > people.len() as u64 {
                p.hint { (with(lang, "structure-first", &[("count", people.len().into())])) }
            }
            @if hidden > 0 {
                p.hint { (with(lang, "structure-hidden", &[("count", hidden.into())])) }
            }
        },
    )
}

fn line(desk: &Desk, it: &Person, path: Option<&str>) -> Markup {
    let words = with(desk.lang, "ui-remove", &[("name", (&it.name).into())]);
    html! {
        div.kv {
            (ui::who(&format!("/people/{}", it.id), None, &it.name, &it.about, None))
            @if let Some(path) = path {
                (ui::form(&format!("{path}/members/removal"), &desk.key, html! {
                    (ui::filter_keep("id", &it.id.to_string()))
                    (ui::button(&words).ghost().icon_only("x"))
                }).inline())
            }
        }
    }
}

/// A search box for names, and the people it found, to be ticked and added. None were sought yet without `found`.
pub fn picker(desk: &Desk, path: &str, search: &str, found: Option<&[Person]>) -> Markup {
    let lang = desk.lang;
    ui::section(
        t(lang, "structure-add-people"),
        None,
        None,
        html! {
            form.form method="get" action=(path) role="search" {
                div.field {
                    label for="find" { (t(lang, "structure-find")) }
                    input.in id="find" name="find" type="search" value=(search) autocomplete="off";
                }
                div.acts { (ui::button(t(lang, "structure-find-button")).icon("search")) }
            }
            @match found {
                Some([]) => p.hint { (t(lang, "structure-find-none")) },
                Some(found) => (results(lang, &desk.key, path, found)),
                None => {},
            }
        },
    )
}

fn results(lang: Lang, key: &str, path: &str, found: &[Person]) -> Markup {
    let label = |it: &Person| match it.about.as_str() {
        "" => it.name.clone(),
        about => format!("{}, {about}", it.name),
    };
    html! {
        (ui::form(&format!("{path}/members"), key, html! {
            fieldset.field {
                legend { (t(lang, "structure-found")) }
                div.choices {
                    @for it in found {
                        div.check {
                            input.ck type="checkbox" id=(it.id) name="id" value=(it.id);
                            div { label for=(it.id) { (label(it)) } }
                        }
                    }
                }
            }
            div.acts { (ui::button(t(lang, "structure-add")).primary().icon("user-plus")) }
        }))
    }
}
