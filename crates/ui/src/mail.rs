//! The look of our mails: one column, one button, readable in the dark and without pictures.

use std::fmt::Write as _;

use kernel::Lang;
use maud::{DOCTYPE, Markup, PreEscaped, html};

use crate::text::t;

const STYLE: &str = include_str!("mail.css");

/// The mail as HTML. The subject is its heading; the button is words and an absolute address.
pub fn html(
    lang: Lang,
    subject: &str,
    paragraphs: &[&str],
    button: Option<(&str, &str)>,
    footer: &str,
) -> String {
    let page: Markup = html! {
        (DOCTYPE)
        html lang=(lang.code()) dir=(lang.dir()) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                meta name="supported-color-schemes" content="light dark";
                title { (subject) }
                style { (PreEscaped(STYLE)) }
            }
            body {
                main.sheet {
                    p.brand { (t(lang, "ui-brand")) }
                    h1 { (subject) }
                    @for paragraph in paragraphs { p { (paragraph) } }
                    @if let Some((words, address)) = button {
                        p { a.button href=(address) { (words) } }
                        p.small { (t(lang, "ui-mail-address")) br; a href=(address) { (address) } }
                    }
                }
                @if !footer.is_empty() { footer.foot { (footer) } }
            }
        }
    };
    page.into_string()
}

/// The same mail for readers of plain text.
pub fn text(
    lang: Lang,
    subject: &str,
    paragraphs: &[&str],
    button: Option<(&str, &str)>,
    footer: &str,
) -> String {
    let mut mail = format!("{subject}\n");
    for paragraph in paragraphs {
        let _ = write!(mail, "\n{paragraph}\n");
    }
    if let Some((words, address)) = button {
        let _ = write!(mail, "\n{words}:\n{address}\n");
    }
    let _ = write!(mail, "\n-- \n{}\n", t(lang, "ui-brand"));
    if !footer.is_empty() {
        let _ = writeln!(mail, "{footer}");
    }
    mail
}

#[cfg(test)]
mod tests {
    use super::*;

    const BUTTON: Option<(&str, &str)> = Some(("Open", "https://gate.example/a?b=1&c=2"));

    #[test]
    fn words_from_people_cannot_become_markup() {
        let mail = html(Lang::En, "Hello <b>", &["<script>"], BUTTON, "");
        assert!(mail.contains("Hello &lt;b&gt;") && mail.contains("&lt;script&gt;"));
        assert!(mail.contains("https://gate.example/a?b=1&amp;c=2"));
    }

    #[test]
    fn plain_text_says_the_same() {
        let mail = text(
            Lang::En,
            "Your card ends soon",
            &["It ends on 3 Nov 2026."],
            BUTTON,
            "Harbour Gate",
        );
        assert_eq!(
            mail,
            "Your card ends soon\n\nIt ends on 3 Nov 2026.\n\nOpen:\nhttps://gate.example/a?b=1&c=2\n\n-- \nGatepass\nHarbour Gate\n"
        );
    }
}
