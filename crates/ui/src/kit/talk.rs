//! What the product says, and what opens above the page.

use maud::{Markup, html};

use super::part;
use crate::{
    Frame, Status, button, dialog, menu_button, menu_button_bad, menu_link, menu_more, notice,
    notice_with, progress, qr, results, toast, toast_undo,
};

/// A picture that stands in for a code; the real one is drawn where the address is known.
const SQUARES: &str = r##"<svg viewBox="0 0 9 9" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h9v9H0z"/><path fill="#10151f" d="M1 1h3v3H1zM5 1h3v3H5zM1 5h3v3H1zM5 5h1v1H5zM7 7h1v1H7z"/></svg>"##;

pub(super) fn sections(frame: &Frame<'_>) -> Markup {
    html! { (notices(frame)) (menus(frame)) (palette()) (code()) }
}

fn notices(frame: &Frame<'_>) -> Markup {
    part(
        "Notices and toasts",
        html! {
            (notice(Status::Soon, "No signal. 2 photos are saved on this phone and will be sent later."))
            (notice(Status::Ok, "Sent. The site usually checks within 1 day."))
            (notice(Status::Bad, "The link has run out."))
            (notice_with(Status::Review, "3 cards wait for a check.", html! { (button("Check")) }))
            (toast("Saved"))
            (toast_undo(frame.lang, frame.key, "Reminder sent to 2 people", "/kit/undo", &[("id", "7")]))
            (progress("Course", 62))
        },
    )
}

fn menus(frame: &Frame<'_>) -> Markup {
    part(
        "Menu and dialog",
        html! {
            div.k-row {
                (menu_more(frame.lang, "more", html! {
                    (menu_link("qr-code", "Show passport", "#passport"))
                    (menu_button("send", "Send link again", "/kit/send"))
                    (menu_button_bad("user-round-x", "Deactivate", "/kit/deactivate"))
                }))
                (button("Ask first").shows("sure"))
            }
            (dialog(frame.lang, "sure", "Deactivate Daniel Okafor?", html! {
                p { "The passport stops working at once. What was recorded stays." }
                div.acts { (button("Deactivate").bad()) (button("Keep").ghost().closes("sure")) }
            }))
            div."menu k-menu" {
                (menu_link("qr-code", "Show passport", "#passport"))
                (menu_link("external-link", "Open full profile", "#profile"))
                (menu_button_bad("user-round-x", "Deactivate", "/kit/deactivate"))
            }
        },
    )
}

fn palette() -> Markup {
    part(
        "Search results",
        results(&[
            (
                "Go to",
                vec![
                    menu_link("hard-hat", "Contractors who are not valid", "#bad"),
                    menu_link("qr-code", "Create a package", "#new"),
                ],
            ),
            ("People", vec![menu_link("id-card", "Daniel Okafor", "#daniel")]),
        ]),
    )
}

fn code() -> Markup {
    part("Code", qr(SQUARES, "Passport code", "GP 7Q4K 2M"))
}
