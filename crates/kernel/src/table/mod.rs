//! Tables that somebody handed in, as rows of texts: CSV in its dialects, and the first sheet of an Excel workbook. They are
//! read within bounds; what is no table is refused with a sentence.
mod workbook;

use std::panic::{AssertUnwindSafe, catch_unwind};

use crate::field::Problem;

/// Columns of a row, at most; what stands further to the right is left out.
pub const COLUMNS: usize = 50;
/// Letters of a cell, at most.
const LETTERS: usize = 2000;

/// A table as it was handed in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// The number of each line in the file, and its cells. Empty lines are left out.
    pub rows: Vec<(usize, Vec<String>)>,
    /// Days before 1970 from which a workbook counts its dates; none for text.
    pub days: Option<i32>,
}

/// Reads a table of at most so many lines, its head included.
pub fn read(bytes: &[u8], most: usize) -> Result<Table, Problem> {
    let read = || match bytes {
        [] => Err("table-empty"),
        [b'P', b'K', 3, 4, ..] => workbook::read(bytes, most),
        [0xd0, 0xcf, 0x11, 0xe0, ..] => Err("table-old"),
        _ => text(bytes, most),
    };
    let table = catch_unwind(AssertUnwindSafe(read)).unwrap_or(Err("table-broken"))?;
    if table.rows.is_empty() { Err("table-empty") } else { Ok(table) }
}

fn text(bytes: &[u8], most: usize) -> Result<Table, Problem> {
    let wide: String;
    let text = if let [0xff, 0xfe, rest @ ..] = bytes {
        let units: Vec<u16> =
            rest.chunks_exact(2).map(|it| u16::from_le_bytes([it[0], it[1]])).collect();
        wide = String::from_utf16(&units).map_err(|_| "table-encoding")?;
        wide.as_str()
    } else {
        std::str::from_utf8(bytes).map_err(|_| "table-encoding")?.trim_start_matches('\u{feff}')
    };
    if text.contains('\0') {
        return Err("table-kind");
    }
    let mut build = csv::ReaderBuilder::new();
    let mut reader = build
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter(text))
        .from_reader(text.as_bytes());
    let (mut rows, mut record) = (Vec::new(), csv::StringRecord::new());
    while reader.read_record(&mut record).map_err(|_| "table-broken")? {
        let line = record.position().map(|it| line(text, it)).unwrap_or_default();
        keep(&mut rows, line, record.iter().take(COLUMNS).map(cell), most)?;
    }
    Ok(Table { rows, days: None })
}

/// The line a record begins on: empty lines before it are skipped without being counted.
fn line(text: &str, place: &csv::Position) -> usize {
    let number = |it: u64| usize::try_from(it).unwrap_or_default();
    let rest = text.as_bytes().get(number(place.byte())..).unwrap_or_default();
    let skipped = rest.iter().take_while(|it| matches!(it, b'\r' | b'\n'));
    number(place.line()) + skipped.filter(|it| **it == b'\n').count()
}

/// What most of the first line is divided by.
fn delimiter(text: &str) -> u8 {
    let first = text.lines().find(|it| !it.trim().is_empty()).unwrap_or_default();
    let count = |it: u8| first.bytes().filter(|byte| *byte == it).count();
    *b",;\t|".iter().max_by_key(|it| (count(**it), **it == b',')).unwrap_or(&b',')
}

/// A cell without the spaces around it and without what cannot be seen.
fn cell(text: &str) -> String {
    let seen = text.trim().chars().filter(|it| !it.is_control() || *it == '\n');
    seen.take(LETTERS).collect()
}

fn keep(
    rows: &mut Vec<(usize, Vec<String>)>,
    line: usize,
    cells: impl Iterator<Item = String>,
    most: usize,
) -> Result<(), Problem> {
    let cells: Vec<String> = cells.collect();
    if cells.iter().all(String::is_empty) {
        return Ok(());
    }
    if rows.len() == most {
        return Err("table-long");
    }
    rows.push((line, cells));
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sheet::Sheet;
    use proptest::prelude::*;

    fn rows(bytes: &[u8]) -> Vec<(usize, Vec<String>)> {
        read(bytes, 100).unwrap().rows
    }

    #[test]
    fn every_dialect_of_csv_reads_alike() {
        let wanted = vec![
            (1, vec!["Person".to_owned(), "Course".to_owned()]),
            (3, vec!["Ana, M.".to_owned(), "Żuraw".to_owned()]),
        ];
        let utf16: Vec<u8> = "\u{feff}Person\tCourse\r\n\r\nAna, M.\tŻuraw\r\n"
            .encode_utf16()
            .flat_map(u16::to_le_bytes)
            .collect();
        for bytes in [
            "Person,Course\n\n\"Ana, M.\",Żuraw\n".as_bytes(),
            "\u{feff}Person;Course\r\n;\r\nAna, M.;Żuraw".as_bytes(),
            "Person\tCourse\n\t\n Ana, M. \tŻuraw\t".as_bytes(),
            &utf16,
        ] {
            let found = rows(bytes);
            let found: Vec<_> = found.into_iter().map(|(at, it)| (at, it[..2].to_vec())).collect();
            assert_eq!(found, wanted, "{}", String::from_utf8_lossy(bytes));
        }
    }

    #[test]
    fn what_is_no_table_is_refused_with_a_sentence() {
        assert_eq!(read(b"", 10), Err("table-empty"));
        assert_eq!(read(b"\n \n", 10), Err("table-empty"));
        assert_eq!(read(b"a,b\nc,\xff", 10), Err("table-encoding"));
        assert_eq!(read(b"a\0b", 10), Err("table-kind"));
        assert_eq!(read(b"\xd0\xcf\x11\xe0\xa1", 10), Err("table-old"));
        assert_eq!(read(b"PK\x03\x04 and nothing behind it", 10), Err("table-broken"));
        assert_eq!(read(b"a\nb\nc", 2), Err("table-long"));
    }

    #[test]
    fn a_workbook_reads_back_as_it_was_written() {
        let mut sheet = Sheet::xlsx();
        for row in
            [["Person", "Done on"], ["Ana & <Bea>", "2026-03-14"], ["", ""], ["Żaneta", "\"x\""]]
        {
            sheet.row(row).unwrap();
        }
        let body = sheet.answer("x").unwrap().into_body();
        let bytes = futures_util::FutureExt::now_or_never(axum::body::to_bytes(body, usize::MAX));
        let table = read(&bytes.unwrap().unwrap(), 10).unwrap();
        let names: Vec<&str> = table.rows.iter().map(|(_, it)| it[0].as_str()).collect();
        assert_eq!(names, ["Person", "Ana & <Bea>", "Żaneta"]);
        assert_eq!(table.rows[2].0, 4, "lines keep their numbers");
        assert_eq!(table.days, Some(-25_569));
    }

    proptest! {
        #[test]
        fn any_bytes_are_read_or_refused(bytes: Vec<u8>) {
            drop(read(&bytes, 10));
            drop(read(&[&b"PK\x03\x04"[..], &bytes].concat(), 10));
        }
    }
}
