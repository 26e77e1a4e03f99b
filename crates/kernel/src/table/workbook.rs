//! The first sheet of an XLSX workbook: the texts and numbers of its cells, without formulas, styles or anything else.
use std::io::{Cursor, Read};

use zip::ZipArchive;

use super::{COLUMNS, Table, cell, keep};
use crate::field::Problem;

/// A part of a workbook may unfold to so many bytes.
const LARGEST: u64 = 64 * 1024 * 1024;
/// Days from the two days workbooks count from to 1970.
const SINCE_1900: i32 = -25_569;
const SINCE_1904: i32 = -24_107;

pub fn read(bytes: &[u8], most: usize) -> Result<Table, Problem> {
    let mut file = ZipArchive::new(Cursor::new(bytes)).map_err(|_| "table-broken")?;
    let book = part(&mut file, "xl/workbook.xml")?.ok_or("table-kind")?;
    let early = Pieces(&book).any(
        |it| matches!(it, Piece::Open(it) if it.name == "workbookPr" && it.says("date1904", "1")),
    );
    let sheet = first_sheet(&mut file, &book)?;
    let sheet = part(&mut file, &sheet)?.ok_or("table-broken")?;
    let strings = part(&mut file, "xl/sharedStrings.xml")?;
    let strings = strings.map(|it| shared(&it)).unwrap_or_default();
    let days = Some(if early { SINCE_1904 } else { SINCE_1900 });
    Ok(Table { rows: rows(&sheet, &strings, most)?, days })
}

/// A part of the workbook as text; none when there is none. What unfolds to more than anybody writes is refused.
fn part(file: &mut ZipArchive<Cursor<&[u8]>>, name: &str) -> Result<Option<String>, Problem> {
    let Ok(part) = file.by_name(name) else { return Ok(None) };
    let mut bytes = Vec::new();
    let mut bounded = part.take(LARGEST + 1);
    bounded.read_to_end(&mut bytes).map_err(|_| "table-broken")?;
    if u64::try_from(bytes.len()).unwrap_or(u64::MAX) > LARGEST {
        return Err("table-large");
    }
    String::from_utf8(bytes).map(Some).map_err(|_| "table-broken")
}

/// Where the first sheet is.
fn first_sheet(file: &mut ZipArchive<Cursor<&[u8]>>, book: &str) -> Result<String, Problem> {
    let opens = |it| if let Piece::Open(it) = it { Some(it) } else { None };
    let sheet = Pieces(book).filter_map(opens).find(|it| it.name == "sheet");
    let id = sheet.and_then(|it| it.get("id")).unwrap_or_default();
    let links = part(file, "xl/_rels/workbook.xml.rels")?.unwrap_or_default();
    let link = Pieces(&links).filter_map(opens).find(|it| it.says("Id", &id));
    let target = link.and_then(|it| it.get("Target")).unwrap_or("worksheets/sheet1.xml".to_owned());
    Ok(match target.strip_prefix('/') {
        Some(whole) => whole.to_owned(),
        None => format!("xl/{target}"),
    })
}

/// The texts that cells name by number.
fn shared(text: &str) -> Vec<String> {
    let (mut all, mut aside) = (Vec::new(), 0);
    let mut inside = false;
    for piece in Pieces(text) {
        match piece {
            Piece::Open(it) if it.name == "si" => all.push(String::new()),
            Piece::Open(it) if it.name == "rPh" && !it.closed => aside += 1,
            Piece::Close("rPh") => aside -= 1,
            Piece::Open(it) if it.name == "t" => inside = !it.closed,
            Piece::Close("t") => inside = false,
            Piece::Text(it) if inside && aside == 0 => {
                if let Some(last) = all.last_mut() {
                    last.push_str(&plain(it));
                }
            }
            _ => {}
        }
    }
    all
}

fn rows(text: &str, strings: &[String], most: usize) -> Result<Vec<(usize, Vec<String>)>, Problem> {
    let mut rows = Vec::new();
    let (mut line, mut cells) = (0, Vec::new());
    let (mut column, mut kind, mut value, mut inside) = (0, String::new(), String::new(), false);
    for piece in Pieces(text) {
        match piece {
            Piece::Open(it) if it.name == "row" => {
                line = it.get("r").and_then(|it| it.parse().ok()).unwrap_or(line + 1);
                (cells, column) = (Vec::new(), 0);
            }
            Piece::Open(it) if it.name == "c" => {
                column = it.get("r").and_then(|it| place(&it)).unwrap_or(column);
                kind = it.get("t").unwrap_or_default();
                value.clear();
            }
            Piece::Open(it) if matches!(it.name, "v" | "t") => inside = !it.closed,
            Piece::Close("v" | "t") => inside = false,
            Piece::Text(it) if inside => value.push_str(&plain(it)),
            Piece::Close("c") => {
                if column < COLUMNS {
                    cells.resize(cells.len().max(column + 1), String::new());
                    cells[column] = cell(said(&kind, &value, strings));
                }
                column += 1;
            }
            Piece::Close("row") => {
                keep(&mut rows, line, std::mem::take(&mut cells).into_iter(), most)?;
            }
            _ => {}
        }
    }
    Ok(rows)
}

/// What a cell says: a shared text by its number, or the value itself. A formula that failed says nothing.
fn said<'t>(kind: &str, value: &'t str, strings: &'t [String]) -> &'t str {
    match kind {
        "s" => value.parse().ok().and_then(|it: usize| strings.get(it)).map_or("", |it| it),
        "e" => "",
        _ => value,
    }
}

/// The column of a cell such as `AB12`, counted from 0.
fn place(cell: &str) -> Option<usize> {
    let letters = cell.bytes().take_while(u8::is_ascii_alphabetic).take(4);
    let number =
        letters.fold(0, |sum, it| sum * 26 + usize::from(it.to_ascii_uppercase() - b'A') + 1);
    number.checked_sub(1)
}

/// Just enough of XML: what opens, what closes, and the text between. Nothing is looked up and nothing unfolds.
struct Pieces<'t>(&'t str);

enum Piece<'t> {
    Open(Tag<'t>),
    Close(&'t str),
    Text(&'t str),
}

struct Tag<'t> {
    name: &'t str,
    rest: &'t str,
    closed: bool,
}

impl Tag<'_> {
    /// An attribute, whatever its prefix.
    fn get(&self, name: &str) -> Option<String> {
        let mut rest = self.rest;
        loop {
            let (key, behind) = rest.split_once('=')?;
            let behind = behind.trim_start();
            let quote = behind.chars().next().filter(|it| *it == '"' || *it == '\'')?;
            let (value, next) = behind[1..].split_once(quote)?;
            if bare(key.trim()) == name {
                return Some(plain(value));
            }
            rest = next;
        }
    }

    fn says(&self, name: &str, value: &str) -> bool {
        self.get(name).is_some_and(|it| it == value)
    }
}

/// A name without the prefix of its namespace.
fn bare(name: &str) -> &str {
    name.rsplit_once(':').map_or(name, |(_, name)| name)
}

impl<'t> Iterator for Pieces<'t> {
    type Item = Piece<'t>;

    fn next(&mut self) -> Option<Piece<'t>> {
        loop {
            let text = self.0;
            let Some(inner) = text.strip_prefix('<') else {
                if text.is_empty() {
                    return None;
                }
                let at = text.find('<').unwrap_or(text.len());
                self.0 = &text[at..];
                return Some(Piece::Text(&text[..at]));
            };
            let end = if inner.starts_with("!--") { "-->" } else { ">" };
            let (tag, rest) = inner.split_once(end)?;
            self.0 = rest;
            if tag.starts_with(['!', '?']) {
                continue;
            }
            if let Some(name) = tag.strip_prefix('/') {
                return Some(Piece::Close(bare(name.trim())));
            }
            let (tag, closed) = tag.strip_suffix('/').map_or((tag, false), |it| (it, true));
            let (name, rest) = tag.split_once(char::is_whitespace).unwrap_or((tag, ""));
            return Some(Piece::Open(Tag { name: bare(name), rest, closed }));
        }
    }
}

/// Text with its five named letters and its numbered ones.
fn plain(text: &str) -> String {
    let mut whole = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, behind)) = rest.split_once('&') {
        whole.push_str(before);
        let Some((name, next)) = behind.split_once(';').filter(|(name, _)| name.len() <= 8) else {
            whole.push('&');
            rest = behind;
            continue;
        };
        let number = |digits: &str, base| u32::from_str_radix(digits, base).ok();
        let letter = match name {
            "amp" => Some('&'),
            "lt" => Some('<'),
            "gt" => Some('>'),
            "quot" => Some('"'),
            "apos" => Some('\''),
            _ => name
                .strip_prefix("#x")
                .and_then(|it| number(it, 16))
                .or_else(|| name.strip_prefix('#').and_then(|it| number(it, 10)))
                .and_then(char::from_u32),
        };
        whole.extend(letter);
        rest = next;
    }
    whole.push_str(rest);
    whole
}
