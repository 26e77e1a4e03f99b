//! What locations look like: the tree, and the form of one.
use kernel::{Fields as Sent, Invalid};
use maud::{Markup, html};
use ui::text::{t, with};
use ui::{Desk, Fields};

use super::model::{Node, Tree, size};
use crate::sites::model::Site;

/// The tree, with `beside` next to each name.
pub fn tree(tree: &Tree, beside: impl Fn(&Node) -> Markup + Copy) -> Markup {
    html! { @if !tree.is_empty() { div.tree { (branches(tree.nodes(), beside)) } } }
}

fn branches(nodes: &[Node], beside: impl Fn(&Node) -> Markup + Copy) -> Markup {
    let mut rest = nodes;
    let mut found = Vec::new();
    while let Some(node) = rest.first() {
        let (branch, next) = rest.split_at(size(rest));
        found.push((node, &branch[1..]));
        rest = next;
    }
    html! {
        ul {
            @for (node, inside) in found {
                li {
                    div { span { (node.location.name) } (beside(node)) }
                    @if !inside.is_empty() { (branches(inside, beside)) }
                }
            }
        }
    }
}

/// The page of all locations, with the form for a new one where the reader may add some.
pub fn index(desk: &Desk, site: &Site, tree: &Tree, form: Option<(&Sent, &Invalid)>) -> Markup {
    let lang = desk.lang;
    let title = t(lang, "locations-title");
    let path = format!("/sites/{}", site.id);
    let none = Invalid::default();
    let fields = Fields::new(lang, form.map_or(&none, |(_, invalid)| invalid));
    desk.desktop(
        title,
        html! {
            (ui::head(title, site.facts.name.as_str(), html! {
                (ui::link(t(lang, "locations-back"), &path).ghost().icon("arrow-left"))
            }))
            div.page {
                (fields.summary())
                (ui::section(t(lang, "locations-all"), Some(tree.len() as u64), None, html! {
                    @if tree.is_empty() { p.hint { (t(lang, "locations-none-words")) } }
                    (self::tree(tree, |node| html! {
                        @if form.is_some() { (change(desk, &path, node)) }
                    }))
                }))
                @if let Some((sent, _)) = form {
                    (ui::section(t(lang, "locations-new"), None, None, html! {
                        (ui::form(&format!("{path}/locations"), &desk.key, html! {
                            (questions(fields, tree, None, sent))
                            (ui::button(t(lang, "locations-add")).primary())
                        }))
                    }))
                }
            }
        },
    )
}

fn change(desk: &Desk, path: &str, node: &Node) -> Markup {
    let name = node.location.name.as_str();
    let words = with(desk.lang, "locations-change-one", &[("name", name.into())]);
    let href = format!("{path}/locations/{}/edit", node.location.id);
    html! { (ui::link(&words, &href).ghost().icon_only("pencil")) }
}

fn questions(fields: Fields<'_>, tree: &Tree, moved: Option<&Node>, sent: &Sent) -> Markup {
    let lang = fields.lang;
    let branch = moved.map(|it| tree.branch(it.location.id)).unwrap_or_default();
    let inside = |id| branch.iter().any(|it| it.location.id == id);
    let ways: Vec<(String, String)> = tree
        .ways()
        .into_iter()
        .filter(|(id, _)| !inside(*id))
        .map(|(id, way)| (id.to_string(), way))
        .collect();
    let mut places = vec![("", t(lang, "locations-top"))];
    places.extend(ways.iter().map(|(id, way)| (id.as_str(), way.as_str())));
    html! {
        (fields.text("name", t(lang, "locations-name")).value(sent.text("name")).hint(t(lang, "locations-name-hint")))
        (fields.select("parent", t(lang, "locations-inside"), &places).value(sent.text("parent")))
    }
}

pub fn edit(
    desk: &Desk,
    site: &Site,
    tree: &Tree,
    node: &Node,
    (sent, invalid): (&Sent, &Invalid),
) -> Markup {
    let lang = desk.lang;
    let fields = Fields::new(lang, invalid);
    let name = node.location.name.as_str();
    let title = with(lang, "locations-change-one", &[("name", name.into())]);
    let back = format!("/sites/{}/locations", site.id);
    let path = format!("{back}/{}", node.location.id);
    let holds = tree.branch(node.location.id).len() > 1;
    desk.desktop(
        &title,
        html! {
            (ui::head(&title, site.facts.name.as_str(), html! {}))
            div.page {
                (fields.summary())
                (ui::form(&path, &desk.key, html! {
                    (questions(fields, tree, Some(node), sent))
                    (ui::save_or_cancel(t(lang, "ui-save"), t(lang, "ui-cancel"), &back))
                }))
                (ui::section(t(lang, "locations-remove-title"), None, None, html! {
                    @if holds { p.hint { (t(lang, "locations-not-empty")) } }
                    @else {
                        (ui::form(&format!("{path}/removal"), &desk.key, html! {
                            (ui::button(t(lang, "locations-remove")).bad())
                        }).inline())
                    }
                }))
            }
        },
    )
}
