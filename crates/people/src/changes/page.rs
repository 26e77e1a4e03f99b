//! The page that asks what to do with the chosen people.
use kernel::access::{Actor, Capability, Level, matrix};
use kernel::{Invalid, PersonId};
use maud::{Markup, html};
use ui::text::{t, with};
use ui::{Desk, Fields};

use crate::choices::model::Choices;
use crate::persons::page::pairs;

/// What people can be changed to.
pub struct Offers {
    pub sites: Choices,
    pub divisions: Choices,
    pub job_roles: Choices,
    pub teams: Choices,
    pub groups: Choices,
}

pub fn show(
    desk: &Desk,
    actor: &Actor,
    chosen: &[(PersonId, String)],
    offers: &Offers,
    back: &str,
) -> Markup {
    let lang = desk.lang;
    let title = with(lang, "persons-chosen", &[("count", chosen.len().into())]);
    let ask = Ask { desk, actor, chosen, back };
    let site = t(lang, "persons-site");
    desk.desktop(
        &title,
        html! {
            (ui::head(&title, "", html! {
                (ui::link(t(lang, "persons-title"), back).ghost().icon("arrow-left"))
            }))
            div.page {
                (ui::folded(None, t(lang, "persons-chosen-who"), html! {
                    ul { @for (id, name) in chosen { li { a href={ "/people/" (id) } { (name) } } } }
                }))
                (ask.form(("placement", "site"), site, t(lang, "persons-place"), &offers.sites, &matrix::PLACEMENTS))
                (ask.form(("removal", "site"), site, t(lang, "persons-remove"), &offers.sites, &matrix::PLACEMENTS))
                (ask.form(("division", "division"), t(lang, "persons-division"), t(lang, "persons-move"), &offers.divisions, &matrix::PEOPLE))
                (ask.form(("job-role", "job-role"), t(lang, "persons-job-role"), t(lang, "persons-give-role"), &offers.job_roles, &matrix::PEOPLE))
                (ask.form(("team", "team"), t(lang, "persons-team"), t(lang, "persons-add-to-team"), &offers.teams, &matrix::STRUCTURE))
                (ask.form(("group", "group"), t(lang, "persons-group"), t(lang, "persons-add-to-group"), &offers.groups, &matrix::STRUCTURE))
            }
        },
    )
}

struct Ask<'a> {
    desk: &'a Desk,
    actor: &'a Actor,
    chosen: &'a [(PersonId, String)],
    back: &'a str,
}

impl Ask<'_> {
    /// One thing to do: to what, and the button.
    fn form(
        &self,
        (path, name): (&str, &str),
        label: &str,
        words: &str,
        options: &Choices,
        needs: &Capability,
    ) -> Markup {
        let invalid = Invalid::default();
        let options = pairs(options);
        html! {
            @if self.actor.may(needs, Level::Edit) && !options.is_empty() {
                (ui::section(words, None, None, html! {
                    (ui::form(&format!("/people/{path}"), &self.desk.key, html! {
                        @for (id, _) in self.chosen { input type="hidden" name="id" value=(id); }
                        input type="hidden" name="back" value=(self.back);
                        (Fields::new(self.desk.lang, &invalid).select(name, label, &options))
                        (ui::button(words))
                    }).id(&format!("do-{path}")))
                }))
            }
        }
    }
}
