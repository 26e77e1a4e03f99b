//! What every page is made of: texts in the reader's language, parts, shells, and the files a browser gets.
//!
//! A page is a maud template over these parts. Parts that have options are small builders, used in place:
//!
//! ```
//! use kernel::{Invalid, Lang};
//! use maud::html;
//!
//! let invalid = Invalid::one("name", "error-required");
//! let fields = ui::Fields::new(Lang::En, &invalid);
//! let page = ui::form("/people", "3f9c", html! {
//!     (fields.summary())
//!     (fields.text("name", "Full name").hint("As on the card").autocomplete("name"))
//!     (ui::button("Add").primary())
//! });
//! assert!(maud::Render::render(&page).0.contains("Fill this in"));
//! ```

#![expect(
    clippy::needless_pass_by_value,
    reason = "a page writes html! { … } in place, without ceremony"
)]

pub mod assets;
pub mod kit;
pub mod mail;
pub mod shell;
pub mod text;
pub mod time;
pub mod when;

mod button;
mod choice;
mod day;
mod desk;
mod detail;
mod field;
mod filter;
mod form;
mod mark;
mod notice;
mod overlay;
mod status;
mod steps;
mod table;

pub use button::{Button, button, link};
pub use choice::{Bar, Check, Choice, Choices, SwitchRow, on_or_off, switch_row};
pub use day::Day;
pub use desk::{Desk, failure, initials};
pub use detail::{
    Figure, actions, card, figures, folded, inspector, kv, requirement, requirements, section,
    task, tasks, timeline, todo, verdict,
};
pub use field::{Field, Fields, save_or_cancel};
pub use filter::{
    View, filter_keep, filter_menu, filter_on, filters, filters_clear, search_box, views,
};
pub use form::{Form, error_summary, form};
pub use mark::{avatar, avatar_large, brand, count, icon, tag};
pub use notice::{drop_zone, empty, notice, notice_with, progress, toast, toast_undo, upload_row};
pub use overlay::{
    copy_link, dialog, menu, menu_button, menu_button_bad, menu_link, menu_more, qr, results,
};
pub use shell::{Frame, NavItem, NavSection, Place, Tab, Theme, Who};
pub use status::{Cell, Status, chip, chip_large, meter, shape, shape_drawn};
pub use steps::{Answer, Step, answers, step_foot, stepper};
pub use table::{Bulk, Column, Row, Table, head, next, pager, split, table, who};
