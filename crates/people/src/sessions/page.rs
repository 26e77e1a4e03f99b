//! What signing in looks like.
use kernel::Invalid;
use maud::{Markup, html};
use ui::{Desk, Fields, Status, text::t};

pub fn form(desk: &Desk, login: &str, next: &str, problem: Option<&'static str>) -> Markup {
    let lang = desk.lang;
    let invalid = problem.map(|it| Invalid::one("login", it)).unwrap_or_default();
    let fields = Fields::new(lang, &invalid);
    let title = t(lang, "accounts-sign-in");
    desk.plain(
        title,
        html! {
            (fields.summary())
            h1 { (title) }
            (ui::form("/sign-in", &desk.key, html! {
                input type="hidden" name="next" value=(next);
                (fields.text("login", t(lang, "accounts-login")).value(login).autocomplete("username"))
                (fields.password("password", t(lang, "accounts-password")))
                (ui::button(title).primary().large().block())
            }))
            p.center { a href="/password" { (t(lang, "accounts-forgotten")) } }
        },
    )
}

pub fn link(desk: &Desk, token: &str, name: &str) -> Markup {
    let lang = desk.lang;
    let title = t(lang, "accounts-sign-in");
    desk.plain(
        title,
        html! {
            div.hello { h1 { (name) } p { (t(lang, "accounts-demo-link")) } }
            (ui::form(&format!("/sign-in/{token}"), &desk.key, html! {
                (ui::button(title).primary().large().block())
            }))
            (ui::notice(Status::None, t(lang, "accounts-demo-note")))
        },
    )
}
