//! What courses look like: the list, one course with its history, the form.
use kernel::{Date, Fields as Sent, Invalid, Lang};
use maud::{Markup, html};
use ui::text::{t, with};
use ui::{Choice, Column, Desk, Fields, Row, Status, View, validity_words, when};

use super::model::{Course, Edition, LANGUAGES, List, VARIANTS, asked_on, language};
use super::store::{COUNTED, PAGE};

/// What the list is made of.
pub struct Listed<'a> {
    pub list: &'a List,
    pub found: &'a [Course],
    /// Active and archived.
    pub counts: [i64; 2],
    pub categories: &'a [(String, String)],
    /// Whether whoever looks may change courses.
    pub edits: bool,
    /// Whether whoever looks records what others did.
    pub records: bool,
}

const SWAP: &str = "#views #list";

fn count(number: i64) -> u64 {
    u64::try_from(number).unwrap_or_default()
}

pub fn index(desk: &Desk, it: &Listed<'_>) -> Markup {
    let lang = desk.lang;
    let title = t(lang, "courses-title");
    let [active, archived] = it.counts;
    let links = ["", "archived"].map(|state| it.list.link("state", state));
    let views = [
        View::new(&links[0], t(lang, "courses-active"))
            .count(count(active))
            .current(!it.list.archived),
        View::new(&links[1], t(lang, "courses-view-archived"))
            .count(count(archived))
            .current(it.list.archived),
    ];
    desk.desktop(
        title,
        html! {
            (ui::head(title, t(lang, "courses-about"), html! {
                @if it.records { (ui::link(t(lang, "imports-title"), "/imports").icon("upload").optional()) }
                @if it.edits { (ui::link(t(lang, "courses-new"), "/courses/new").primary().icon("plus")) }
            }))
            (ui::views(lang, SWAP, &views))
            (filters(lang, it))
            (ui::split(rows(lang, it), None))
        },
    )
}

fn filters(lang: Lang, it: &Listed<'_>) -> Markup {
    let list = it.list;
    let on = it.categories.iter().find(|(folded, _)| *folded == list.category);
    let category = on.map_or(list.category.as_str(), |(_, category)| category);
    ui::filters(
        lang,
        "/courses",
        SWAP,
        html! {
            @if list.archived { (ui::filter_keep("state", "archived")) }
            (ui::search_box("search", t(lang, "courses-search"), &list.search))
            @if !list.category.is_empty() {
                (ui::filter_keep("category", &list.category))
                (ui::filter_on(lang, t(lang, "courses-category"), category, &list.link("category", ""), SWAP))
            } @else if !it.categories.is_empty() {
                (ui::filter_menu("by-category", t(lang, "courses-category"), html! {
                    @for (folded, category) in it.categories { a href=(list.link("category", folded)) { (category) } }
                }))
            }
        },
    )
}

fn rows(lang: Lang, it: &Listed<'_>) -> Markup {
    let list = it.list;
    if it.found.is_empty() {
        return empty(lang, it);
    }
    let columns = [
        Column::who(t(lang, "courses-name")),
        Column::status(t(lang, "courses-state")),
        Column::kept(t(lang, "courses-validity-label")),
        Column::plain(t(lang, "courses-edition")).number().leaves_first(),
    ];
    let shown = &it.found[..it.found.len().min(PAGE)];
    let row = |course: &Course| {
        let path = format!("/courses/{}", course.id);
        let cells = vec![
            ui::who(&path, None, &course.title, &course.category, None),
            state(lang, course.active),
            html! { (validity_words(lang, &course.validity)) },
            html! { (course.edition) },
        ];
        Row::new(course.id, course.title.as_str(), cells)
    };
    let more = (it.found.len() > PAGE)
        .then(|| shown.last().map(|last| list.fields.with("after", &last.id.to_string())))
        .flatten()
        .map(|it| format!("/courses{}", it.to_query()));
    let first = list.after.is_some().then(|| list.link("after", ""));
    html! {
        (ui::table(lang, t(lang, "courses-title"), &columns, shown.iter().map(row).collect()))
        (ui::pager(lang, "", first.as_deref(), more.as_deref()))
    }
}

fn empty(lang: Lang, it: &Listed<'_>) -> Markup {
    let (title, words) = if it.list.is_narrowed() {
        ("courses-no-match", "courses-no-match-words")
    } else if it.list.archived {
        ("courses-none-archived", "courses-none-archived-words")
    } else {
        ("courses-none", "courses-none-words")
    };
    ui::empty(
        "graduation-cap",
        t(lang, title),
        t(lang, words),
        html! {
            @if it.list.is_narrowed() {
                (ui::link(t(lang, "ui-clear-all"), "/courses"))
            } @else if it.edits {
                (ui::link(t(lang, "courses-new"), "/courses/new"))
            }
        },
    )
}

fn state(lang: Lang, active: bool) -> Markup {
    if active {
        ui::chip(Status::Ok, t(lang, "courses-is-active"))
    } else {
        ui::chip(Status::None, t(lang, "courses-is-archived"))
    }
}

/// What the page of one course is made of.
pub struct Shown<'a> {
    pub course: &'a Course,
    pub history: &'a [Edition],
    pub today: Date,
    /// How many people did it, for those who may see what people did.
    pub done: Option<i64>,
    pub edits: bool,
    /// Whether whoever looks may record completions.
    pub records: bool,
}

pub fn show(desk: &Desk, it: &Shown<'_>) -> Markup {
    let (lang, course) = (desk.lang, it.course);
    let page = format!("/courses/{}", course.id);
    let records = it.records && course.active;
    desk.desktop(
        &course.title,
        html! {
            (ui::head(&course.title, &course.category, html! {
                (ui::link(t(lang, "courses-title"), "/courses").ghost().icon("arrow-left"))
                @if it.edits {
                    (ui::link(t(lang, "lessons-title"), &format!("{page}/lessons")).icon("book-open"))
                    (ui::link(t(lang, "courses-edit"), &format!("{page}/edit")).icon("pencil"))
                }
                @if records {
                    (ui::link(t(lang, "courses-record"), &format!("{page}/completions/new")).primary().icon("plus"))
                }
            }))
            div.page {
                @if !course.active { (ui::notice(Status::None, t(lang, "courses-archived-words"))) }
                (facts(lang, course))
                @if let Some(done) = it.done {
                    (ui::section(t(lang, "courses-done"), None, None, html! {
                        (ui::kv(&done_by(lang, done), "", html! {
                            @if done > 0 { a href={ (page) "/completions" } { (t(lang, "courses-done-list")) } }
                        }))
                    }))
                }
                (editions(desk, it))
                @if it.edits { (archive(desk, course)) }
            }
        },
    )
}

fn done_by(lang: Lang, done: i64) -> String {
    let many = done > COUNTED;
    let key = if many { "courses-done-many" } else { "courses-done-by" };
    with(lang, key, &[("count", done.min(COUNTED).into())])
}

fn facts(lang: Lang, course: &Course) -> Markup {
    let remind = with(lang, "courses-remind-value", &[("count", course.remind.into())]);
    ui::section(
        t(lang, "courses-facts"),
        None,
        None,
        html! {
            @for line in course.description.lines() { p { (line) } }
            (ui::kv(t(lang, "courses-validity-label"), "", html! { (validity_words(lang, &course.validity)) }))
            (ui::kv(t(lang, "courses-reminder"), "", html! { (remind) }))
            @for (code, title) in &course.languages {
                (ui::kv(language(code), "", html! { span lang=(code) { (title) } }))
            }
        },
    )
}

fn editions(desk: &Desk, it: &Shown<'_>) -> Markup {
    let lang = desk.lang;
    let asked = asked_on(it.history, it.today);
    ui::section(
        t(lang, "courses-editions"),
        None,
        None,
        html! {
            p.hint { (t(lang, "courses-editions-words")) }
            @for edition in it.history {
                (ui::kv(&edition_words(lang, edition), &edition_about(desk, edition), html! {
                    @if edition.asks_again && edition.from > it.today {
                        (ui::chip(Status::Soon, t(lang, "courses-edition-coming")))
                    } @else if edition.number == asked {
                        (ui::chip(Status::Ok, t(lang, "courses-edition-asked")))
                    }
                }))
            }
        },
    )
}

fn edition_words(lang: Lang, edition: &Edition) -> String {
    let from = when::date(lang, edition.from);
    let args = [("number", edition.number.into()), ("from", (&from).into())];
    let words = match (edition.number, edition.asks_again) {
        (1, _) => "courses-edition-first",
        (_, true) => "courses-edition-again",
        (_, false) => "courses-edition-same",
    };
    with(lang, words, &args)
}

fn edition_about(desk: &Desk, edition: &Edition) -> String {
    let when = desk.moment(edition.made_at);
    let args = [("when", (&when).into()), ("who", (&edition.made_by).into())];
    let made = with(desk.lang, "courses-edition-made", &args);
    if edition.what.is_empty() { made } else { format!("{}. {made}", edition.what) }
}

fn archive(desk: &Desk, course: &Course) -> Markup {
    let (lang, id) = (desk.lang, course.id);
    ui::section(
        t(lang, "courses-record-title"),
        None,
        None,
        html! {
            @if course.active {
                p.hint { (t(lang, "courses-archive-words")) }
                (ui::form(&format!("/courses/{id}/archive"), &desk.key, html! {
                    (ui::button(t(lang, "courses-archive")).bad())
                }).inline())
            } @else {
                (ui::form(&format!("/courses/{id}/restoration"), &desk.key, html! {
                    (ui::button(t(lang, "courses-restore")).icon("rotate-ccw"))
                }).inline())
            }
        },
    )
}

pub fn new(desk: &Desk, categories: &[(String, String)], sent: &Sent, invalid: &Invalid) -> Markup {
    let lang = desk.lang;
    let title = t(lang, "courses-new");
    let fields = Fields::new(lang, invalid);
    desk.desktop(
        title,
        html! {
            (ui::head(title, t(lang, "courses-new-words"), html! {}))
            div.page {
                (fields.summary())
                (ui::form("/courses", &desk.key, html! {
                    (about(fields, categories, sent))
                    (ui::save_or_cancel(t(lang, "courses-add"), t(lang, "ui-cancel"), "/courses"))
                }))
            }
        },
    )
}

pub fn edit(
    desk: &Desk,
    course: &Course,
    categories: &[(String, String)],
    sent: &Sent,
    invalid: &Invalid,
) -> Markup {
    let lang = desk.lang;
    let page = format!("/courses/{}", course.id);
    let title = with(lang, "courses-edit-title", &[("name", (&course.title).into())]);
    let fields = Fields::new(lang, invalid);
    desk.desktop(
        &title,
        html! {
            (ui::head(&title, "", html! {}))
            div.page {
                (fields.summary())
                (ui::form(&page, &desk.key, html! {
                    (about(fields, categories, sent))
                    (again(fields, sent))
                    (ui::save_or_cancel(t(lang, "ui-save"), t(lang, "ui-cancel"), &page))
                }))
            }
        },
    )
}

/// What the course is.
fn about(fields: Fields<'_>, categories: &[(String, String)], sent: &Sent) -> Markup {
    let lang = fields.lang;
    let value = |name| sent.get(name).unwrap_or_default();
    let word = ui::validity_word(sent, "validity");
    let known: Vec<&str> = categories.iter().map(|it| it.1.as_str()).take(8).collect();
    let hint = if known.is_empty() {
        t(lang, "courses-category-hint").to_owned()
    } else {
        with(lang, "courses-category-known", &[("list", (&known.join(", ")).into())])
    };
    html! {
        (fields.text("title", t(lang, "courses-name")).value(value("title")).maxlength(120).autocomplete("off"))
        (fields.text("category", t(lang, "courses-category")).value(value("category")).maxlength(60).hint(&hint)
            .autocomplete("off").optional())
        (fields.textarea("description", t(lang, "courses-description")).value(value("description"))
            .hint(t(lang, "courses-description-hint")).maxlength(2000).optional())
        (fields.validity("validity", t(lang, "courses-validity-label")).value(&word)
            .hint(t(lang, "courses-validity-hint")))
        (fields.number("remind", t(lang, "courses-remind")).value(value("remind"))
            .hint(t(lang, "courses-remind-hint")))
        (variants(fields, sent))
    }
}

/// The languages it can be had in: those there are, and room for two more.
fn variants(fields: Fields<'_>, sent: &Sent) -> Markup {
    let lang = fields.lang;
    let mut options = vec![("", t(lang, "courses-language-none"))];
    options.extend(LANGUAGES);
    let filled = |(code, title): &&(&str, &str)| {
        !(sent.text(code).is_empty() && sent.text(title).is_empty())
    };
    let used = VARIANTS.iter().rposition(|it| filled(&it)).map_or(0, |at| at + 1);
    html! {
        div { h2 { (t(lang, "courses-languages")) } p.hint { (t(lang, "courses-languages-hint")) } }
        @for (code, title) in VARIANTS.iter().take(used + 2) {
            (fields.select(code, t(lang, "courses-language"), &options).value(sent.text(code)).optional())
            (fields.text(title, t(lang, "courses-language-title")).value(sent.get(title).unwrap_or_default())
                .maxlength(120).autocomplete("off").optional())
        }
    }
}

/// Whether the change asks everybody again.
pub fn again(fields: Fields<'_>, sent: &Sent) -> Markup {
    let lang = fields.lang;
    let answers = [
        Choice::new("no", t(lang, "courses-again-no")).hint(t(lang, "courses-again-no-words")),
        Choice::new("yes", t(lang, "courses-again-yes")).hint(t(lang, "courses-again-yes-words")),
    ];
    let part = |which: &str| sent.text(&format!("from-{which}")).to_owned();
    let (day, month, year) = (part("day"), part("month"), part("year"));
    html! {
        (fields.radios("again", t(lang, "courses-again"), &answers).chosen(&[sent.text("again")]))
        (fields.text("what", t(lang, "courses-what")).value(sent.get("what").unwrap_or_default())
            .hint(t(lang, "courses-what-hint")).maxlength(200).autocomplete("off").optional())
        (fields.date("from", t(lang, "courses-from")).value(&day, &month, &year)
            .hint(t(lang, "courses-from-hint")).optional())
    }
}
