//! What the mails' part of the kit looks like.
use kernel::Lang;
use maud::{Markup, html};
use notices::Letter;
use ui::Desk;

pub fn mails(desk: &Desk, letters: &[Letter]) -> Markup {
    let title = "Mails and notices";
    desk.plain(
        title,
        html! {
            h1 { (title) }
            (notices::sample(letters, |number| format!("/kit/mails/{number}")))
            @for lang in Lang::ALL {
                (ui::section(&format!("Inbox ({})", lang.name()), None, None, html! {
                    ul { @for line in notices::samples(lang) { li lang=(lang.code()) { (line) } } }
                }))
            }
        },
    )
}
