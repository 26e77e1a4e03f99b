//! What the choice of notices looks like.
use kernel::{Invalid, Lang};
use maud::{Markup, html};
use ui::text::t;
use ui::{Desk, Fields};

use super::model::{Cell, Preferences};
use crate::{Channel, KINDS, Kind, OptOut};

pub fn edit(desk: &Desk, kept: &Preferences) -> Markup {
    let lang = desk.lang;
    let title = t(lang, "notices-preferences");
    let invalid = Invalid::default();
    let fields = Fields::new(lang, &invalid);
    desk.own(
        title,
        html! {
            (ui::head(title, t(lang, "notices-preferences-words"), html! {
                (ui::link(t(lang, "notices-title"), "/notices").ghost().icon("arrow-left"))
            }))
            div.page {
                (ui::form("/notices/preferences", &desk.key, html! {
                    @for kind in KINDS {
                        (ui::section(t(lang, &kind.name()), None, None, html! {
                            @for channel in Channel::ALL { (choice(fields, kept, kind, channel)) }
                        }))
                    }
                    (ui::save_or_cancel(t(lang, "ui-save"), t(lang, "ui-cancel"), "/notices"))
                }))
            }
        },
    )
}

fn name(lang: Lang, channel: Channel) -> &'static str {
    t(
        lang,
        match channel {
            Channel::Mail => "notices-by-mail",
            Channel::Inbox => "notices-by-inbox",
        },
    )
}

fn choice(fields: Fields<'_>, kept: &Preferences, kind: &'static Kind, channel: Channel) -> Markup {
    let lang = fields.lang;
    let label = name(lang, channel);
    match kind.opt_out(channel) {
        None => html! {},
        Some(OptOut::Never) => ui::kv(label, "", html! { (t(lang, "notices-always")) }),
        Some(OptOut::Organisation) => {
            ui::kv(label, "", html! { (t(lang, "notices-by-organisation")) })
        }
        Some(OptOut::Personal) => {
            let cell = Cell { kind, channel };
            let field = cell.field();
            html! { (fields.switch(&field, label).on(kept.wants(&cell))) }
        }
    }
}
