//! What the head of a person's pages looks like, and that of a company's.
use kernel::Lang;
use maud::{Markup, html};
use ui::text::t;
use ui::{Status, View};

use super::{CompanyHeading, CompanyTab, Heading, Tab};
use crate::persons::page::line;

impl Heading {
    /// The head and the tabs, with what can be done on this page. It goes first into `desk.desktop(&heading.name, …)`.
    #[expect(clippy::needless_pass_by_value, reason = "a page writes html! { … } in place")]
    pub fn show(&self, lang: Lang, actions: Markup) -> Markup {
        let about = line(lang, self.kind, self.job_role.as_deref(), self.company.as_deref());
        let paths: Vec<String> = self.tabs.iter().map(|it| it.path(self.id)).collect();
        let tabs: Vec<View<'_>> = self
            .tabs
            .iter()
            .zip(&paths)
            .map(|(tab, path)| View::new(path, word(lang, *tab)).current(*tab == self.tab))
            .collect();
        html! {
            (ui::head(&self.name, &about, html! {
                @if self.listed {
                    (ui::link(t(lang, "persons-title"), "/people").ghost().icon("arrow-left"))
                }
                (actions)
            }))
            @if tabs.len() > 1 { (ui::tabs(t(lang, "persons-tabs"), &tabs)) }
            @if self.archived {
                div.page { (ui::notice(Status::None, t(lang, "persons-archived-words"))) }
            }
        }
    }
}

fn word(lang: Lang, tab: Tab) -> &'static str {
    match tab {
        Tab::Overview => t(lang, "persons-tab-overview"),
        Tab::Requirements => t(lang, "persons-tab-requirements"),
        Tab::Training => t(lang, "persons-tab-training"),
        Tab::Certificates => t(lang, "persons-tab-certificates"),
        Tab::Assessments => t(lang, "persons-tab-assessments"),
    }
}

impl CompanyHeading {
    /// As [`Heading::show`].
    #[expect(clippy::needless_pass_by_value, reason = "a page writes html! { … } in place")]
    pub fn show(&self, lang: Lang, actions: Markup) -> Markup {
        let paths: Vec<String> = self.tabs.iter().map(|it| it.path(self.id)).collect();
        let tabs: Vec<View<'_>> = self
            .tabs
            .iter()
            .zip(&paths)
            .map(|(tab, path)| {
                let word = match tab {
                    CompanyTab::Overview => t(lang, "persons-tab-overview"),
                    CompanyTab::Requirements => t(lang, "persons-tab-requirements"),
                };
                View::new(path, word).current(*tab == self.tab)
            })
            .collect();
        let about = self.trades.lines().collect::<Vec<_>>().join(", ");
        html! {
            (ui::head(&self.name, &about, html! {
                @if self.listed {
                    (ui::link(t(lang, "companies-title"), "/companies").ghost().icon("arrow-left"))
                }
                (actions)
            }))
            @if tabs.len() > 1 { (ui::tabs(t(lang, "persons-tabs"), &tabs)) }
            @if !self.active && self.tab != CompanyTab::Overview {
                div.page { (ui::notice(Status::None, t(lang, "companies-inactive-words"))) }
            }
        }
    }
}
