//! The text of lessons: Markdown without HTML, with links that lead where they say and pictures of the course itself.
#[cfg(test)]
mod tests;

use kernel::LessonFileId;
use pulldown_cmark::{CowStr, Event, HeadingLevel, Options, Parser, Tag, TagEnd, html};

/// How a text names a picture of its course.
pub const PICTURE: &str = "picture:";

/// The text as HTML that is safe to show. `files` is where the pictures are, such as `/lesson-files`.
pub fn html(text: &str, files: &str) -> String {
    // Whether each open link or picture is shown as one; of the others only the words are left.
    let mut open = Vec::new();
    // The page has a title of its own above the text, and no heading skips a level.
    let mut level = 1;
    let events = events(text).filter_map(|event| match event {
        Event::Html(raw) | Event::InlineHtml(raw) => Some(Event::Text(raw)),
        Event::Start(Tag::HtmlBlock) => Some(Event::Start(Tag::Paragraph)),
        Event::End(TagEnd::HtmlBlock) => Some(Event::End(TagEnd::Paragraph)),
        Event::Start(Tag::Heading { level: typed, .. }) => {
            level = (typed as usize + 1).min(level + 1).min(6);
            let (classes, attrs) = (Vec::new(), Vec::new());
            Some(Event::Start(Tag::Heading { level: heading(level), id: None, classes, attrs }))
        }
        Event::End(TagEnd::Heading(_)) => Some(Event::End(TagEnd::Heading(heading(level)))),
        Event::Start(tag @ Tag::Link { .. }) => {
            let shown = link(tag);
            open.push(shown.is_some());
            shown.map(Event::Start)
        }
        Event::Start(tag @ Tag::Image { .. }) => {
            let shown = image(tag, files);
            open.push(shown.is_some());
            shown.map(Event::Start)
        }
        Event::End(end @ (TagEnd::Link | TagEnd::Image)) => {
            open.pop().unwrap_or(false).then_some(Event::End(end))
        }
        other => Some(other),
    });
    let mut shown = String::with_capacity(text.len() * 2);
    html::push_html(&mut shown, events);
    shown
}

/// The pictures that a text shows.
pub fn pictures(text: &str) -> Vec<LessonFileId> {
    let named = events(text).filter_map(|event| match event {
        Event::Start(Tag::Image { dest_url, .. }) => picture(&dest_url),
        _ => None,
    });
    named.collect()
}

fn events(text: &str) -> Parser<'_> {
    Parser::new_ext(text, Options::ENABLE_STRIKETHROUGH)
}

fn picture(address: &str) -> Option<LessonFileId> {
    address.strip_prefix(PICTURE)?.parse().ok()
}

fn heading(level: usize) -> HeadingLevel {
    HeadingLevel::try_from(level).unwrap_or(HeadingLevel::H6)
}

fn link(tag: Tag<'_>) -> Option<Tag<'_>> {
    match &tag {
        Tag::Link { dest_url, .. } if leads_somewhere(dest_url) => Some(tag),
        _ => None,
    }
}

fn image<'a>(tag: Tag<'a>, files: &str) -> Option<Tag<'a>> {
    let Tag::Image { link_type, dest_url, title, id } = tag else { return None };
    let file = picture(&dest_url)?;
    let dest_url = CowStr::from(format!("{files}/{file}"));
    Some(Tag::Image { link_type, dest_url, title, id })
}

/// Whether an address is of the web, of the mail, or of this house.
fn leads_somewhere(address: &str) -> bool {
    let plain = |it: char| it.is_control() || it.is_whitespace() || it == '\\';
    if address.is_empty() || address.starts_with("//") || address.contains(plain) {
        return false;
    }
    let lower = address.to_ascii_lowercase();
    let path = lower.split(['/', '?', '#']).next().unwrap_or_default();
    ["http://", "https://", "mailto:"].iter().any(|it| lower.starts_with(it)) || !path.contains(':')
}
