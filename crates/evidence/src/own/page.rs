//! What the own evidence looks like.
use kernel::Date;
use maud::{Markup, html};
use ui::Desk;
use ui::text::t;

use crate::evidence::model::Evidence;
use crate::evidence::page::list;

pub fn index(desk: &Desk, found: &[Evidence], adds: bool, today: Date) -> Markup {
    let lang = desk.lang;
    let title = t(lang, "evidence-own-title");
    let add = ui::link(t(lang, "evidence-new"), "/profile/evidence/new").icon("camera").primary();
    let back = ui::link(t(lang, "profile-title"), "/profile").ghost().icon("arrow-left");
    if desk.is_staff() {
        return desk.own(
            title,
            html! {
                (ui::head(title, t(lang, "evidence-own-words"), html! { (back) @if adds { (add) } }))
                div.page { (list(desk, found, today)) }
            },
        );
    }
    desk.own(
        title,
        html! {
            div.hello { h1 { (title) } p { (t(lang, "evidence-own-words")) } }
            @if adds { (add.large().block()) }
            (list(desk, found, today))
            @if !adds { p.hint { (t(lang, "evidence-own-closed")) } }
            p { (back) }
        },
    )
}

/// An account that is nobody's record in this organisation.
pub fn nobody(desk: &Desk) -> Markup {
    let lang = desk.lang;
    let title = t(lang, "evidence-own-title");
    desk.own(
        title,
        html! {
            h1 { (title) }
            (ui::empty("file-badge", t(lang, "evidence-nobody"), t(lang, "evidence-nobody-words"), html! {}))
        },
    )
}
