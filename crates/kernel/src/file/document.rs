//! Documents: kept as they are when there is nothing in them but pages.
use lopdf::{Dictionary, Document, LoadOptions, Object};

use crate::field::Problem;

/// What one part of a document may unpack to, in bytes.
const UNPACKED: usize = 64 * 1024 * 1024;
/// Pages a document may have.
const PAGES: usize = 500;

/// Words that stand in a document as they are, wherever they are hidden from those who follow its structure.
const WORDS: &[(&[u8], Problem)] = &[
    (b"/Encrypt", "file-locked"),
    (b"/JavaScript", "file-active"),
    (b"/Launch", "file-active"),
    (b"/RichMedia", "file-active"),
    (b"/EmbeddedFile", "file-inside"),
];
/// Entries that make a document do something, or that carry another file.
const KEYS: &[(&[u8], Problem)] = &[
    (b"JS", "file-active"),
    (b"JavaScript", "file-active"),
    (b"XFA", "file-active"),
    (b"RichMediaContent", "file-active"),
    (b"EF", "file-inside"),
    (b"EmbeddedFiles", "file-inside"),
];
/// What an action may not be.
const ACTIONS: &[&[u8]] = &[
    b"JavaScript",
    b"Launch",
    b"SubmitForm",
    b"ImportData",
    b"GoToE",
    b"GoToR",
    b"Movie",
    b"Sound",
    b"Rendition",
    b"RichMediaExecute",
];

/// Refuses a document that is broken, locked, or more than pages.
pub fn check(bytes: &[u8]) -> Result<(), Problem> {
    let end = bytes.windows(5).rposition(|it| it == b"%%EOF").ok_or("file-broken")?;
    let behind = &bytes[end + 5..];
    if behind.iter().any(|it| !it.is_ascii_whitespace() && *it != 0) {
        return Err("file-behind");
    }
    for (word, problem) in WORDS {
        if bytes.windows(word.len()).any(|it| it == *word) {
            return Err(problem);
        }
    }
    let options = LoadOptions { max_decompressed_size: Some(UNPACKED), ..LoadOptions::default() };
    let document = Document::load_mem_with_options(bytes, options).map_err(|_| "file-broken")?;
    if document.is_encrypted() {
        return Err("file-locked");
    }
    if !(1..=PAGES).contains(&document.page_iter().take(PAGES + 1).count()) {
        return Err("file-broken");
    }
    refuse_in(&document.trailer)?;
    document.objects.values().try_for_each(walk)
}

/// An object with everything inside of it. The reader bounds how deep that is.
fn walk(object: &Object) -> Result<(), Problem> {
    let mut open = vec![object];
    while let Some(it) = open.pop() {
        match it {
            Object::Array(list) => open.extend(list),
            Object::Dictionary(it) => {
                refuse_in(it)?;
                open.extend(it.iter().map(|(_, value)| value));
            }
            Object::Stream(it) => {
                refuse_in(&it.dict)?;
                open.extend(it.dict.iter().map(|(_, value)| value));
            }
            _ => {}
        }
    }
    Ok(())
}

fn refuse_in(entries: &Dictionary) -> Result<(), Problem> {
    for (key, value) in entries {
        if let Some((_, problem)) = KEYS.iter().find(|it| it.0 == key.as_slice()) {
            return Err(problem);
        }
        let Object::Name(name) = value else { continue };
        if key.as_slice() == b"S" && ACTIONS.contains(&name.as_slice()) {
            return Err("file-active");
        }
        if key.as_slice() == b"Type" && name.as_slice() == b"EmbeddedFile" {
            return Err("file-inside");
        }
    }
    Ok(())
}
