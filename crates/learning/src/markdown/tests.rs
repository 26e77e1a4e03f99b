//! Nothing an author types becomes anything but text, links and pictures.
use super::*;

fn shown(text: &str) -> String {
    html(text, "/files")
}

#[test]
fn a_text_has_headings_below_the_title_lists_and_emphasis() {
    let text = shown("# Rules\n\nWear a **helmet**.\n\n- one\n- two\n\n~~old~~");
    assert!(text.contains("<h2>Rules</h2>") && text.contains("<strong>helmet</strong>"), "{text}");
    assert!(text.contains("<li>one</li>") && text.contains("<del>old</del>"));
    let jumping = shown("### First\n\n# Second\n\n###### Third");
    for heading in ["<h2>First</h2>", "<h2>Second</h2>", "<h3>Third</h3>"] {
        assert!(jumping.contains(heading), "{jumping}");
    }
    assert!(!shown("# a {#id .class onclick=x}").contains("onclick=x\""));
}

#[test]
fn html_is_shown_and_never_passed_through() {
    for hostile in [
        "<script>alert(1)</script>",
        "text <img src=x onerror=alert(1)> text",
        "<svg/onload=alert(1)>",
        "<!-- <script> -->",
        "<iframe srcdoc='<script>alert(1)</script>'></iframe>\n\nmore",
        "<a href=\"javascript:alert(1)\">x</a>",
        "<style>*{display:none}</style>",
        "</div></main><form action=//evil>",
    ] {
        let text = shown(hostile);
        let tags = text.split('<').skip(1).map(|it| it.split(['>', ' ']).next().unwrap_or(""));
        for tag in tags {
            assert!(["p", "/p"].contains(&tag), "{hostile} became {text}");
        }
    }
}

#[test]
fn links_lead_to_the_web_to_the_mail_and_into_the_house() {
    for good in [
        "https://a.example/b?c=d",
        "http://a.example",
        "mailto:a@b.example",
        "/help",
        "#top",
        "a/b:c",
    ] {
        assert!(shown(&format!("[words]({good})")).contains("<a href="), "{good}");
    }
    assert!(shown("<safety@site.example>").contains("href=\"mailto:safety@site.example\""));
    for bad in [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "&#106;avascript:alert(1)",
        "javascript&colon;alert(1)",
        "data:text/html;base64,PHNjcmlwdD4",
        "vbscript:x",
        "file:///etc/passwd",
        "//evil.example",
        "<java\tscript:alert(1)>",
        "\\\\evil.example",
        "blob:https://a.example/1",
    ] {
        let text = shown(&format!("[words]({bad})"));
        assert!(!text.contains("<a"), "{bad} became {text}");
        assert!(text.contains("words"));
    }
    assert!(!shown("[x]\n\n[x]: javascript:alert(1)").contains("<a"));
    assert!(!shown("<javascript:alert(1)>").contains("<a"));
    let broken = shown("[a](/x\"onclick=\"alert(1))");
    assert!(!broken.contains("\"onclick=\""), "{broken}");
}

#[test]
fn pictures_are_those_of_the_course_only() {
    let id = LessonFileId::new(1_790_000_000_000, [7; 10]);
    let text = format!("![Where the exits are](picture:{id})");
    assert!(
        shown(&text).contains(&format!("<img src=\"/files/{id}\" alt=\"Where the exits are\""))
    );
    assert_eq!(pictures(&text), [id]);
    for bad in ["https://evil.example/track.gif", "picture:nothing", "data:image/svg+xml,x", "/x"] {
        let text = shown(&format!("![words]({bad})"));
        assert!(!text.contains("<img") && text.contains("words"), "{text}");
    }
    let alt = shown(&format!("![\"><script>alert(1)</script>](picture:{id})"));
    assert!(!alt.contains("<script>"), "{alt}");
    let nested = shown("[![a](https://evil.example/x.png)](javascript:alert(1))");
    assert!(!nested.contains("<a") && !nested.contains("<img"), "{nested}");
}
