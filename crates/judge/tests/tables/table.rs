//! Tables out of Markdown: every row with its place, and its cells under the words at the head of their columns.
use std::fmt;
use std::path::Path;

/// What the columns of a table may be called.
const COLUMNS: &[&str] = &[
    "rule",
    "what it shows",
    "site",
    "zone",
    "asked",
    "known",
    "at",
    "as known",
    "gate",
    "items",
    "parts",
    "roll-up",
    "certificate",
    "next",
    "changes",
];

/// Columns without which a row says nothing.
const NEEDED: &[&str] = &["rule", "what it shows", "asked", "known", "at", "gate"];

/// Where something stands: `gate.md:12`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    pub file: String,
    pub line: usize,
}

impl fmt::Display for Place {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(to, "{}:{}", self.file, self.line)
    }
}

#[derive(Debug, Clone)]
pub struct Row {
    pub place: Place,
    pub text: String,
    cells: Vec<(String, String)>,
}

impl Row {
    pub fn cell(&self, column: &str) -> Option<&str> {
        self.cells.iter().find(|(head, _)| head == column).map(|(_, cell)| cell.as_str())
    }
}

/// All rows of all tables below a folder, or what is wrong with one.
pub fn read(folder: &Path) -> Result<Vec<Row>, String> {
    let mut files: Vec<_> = std::fs::read_dir(folder)
        .map_err(|it| format!("{}: {it}", folder.display()))?
        .filter_map(|it| Some(it.ok()?.path()))
        .filter(|it| it.extension().is_some_and(|it| it == "md"))
        .collect();
    files.sort();
    let mut rows = Vec::new();
    for path in files {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if name != "README.md" {
            let text = std::fs::read_to_string(&path).map_err(|it| format!("{name}: {it}"))?;
            rows.extend(rows_of(&name, &text)?);
        }
    }
    Ok(rows)
}

pub fn rows_of(file: &str, text: &str) -> Result<Vec<Row>, String> {
    let mut rows = Vec::new();
    let mut heads: Vec<String> = Vec::new();
    for (at, line) in text.lines().enumerate() {
        let place = Place { file: file.to_owned(), line: at + 1 };
        if !line.starts_with('|') {
            heads.clear();
            continue;
        }
        let inner = line.trim().trim_start_matches('|').trim_end_matches('|');
        let cells: Vec<String> = inner.split('|').map(|it| it.trim().to_owned()).collect();
        if heads.is_empty() {
            check_heads(&cells).map_err(|it| format!("{place}: {it}"))?;
            heads = cells;
        } else if !cells.iter().all(|it| it.chars().all(|it| it == '-') && !it.is_empty()) {
            if cells.len() != heads.len() {
                return Err(format!("{place}: {} cells, {} columns", cells.len(), heads.len()));
            }
            let cells = heads.iter().cloned().zip(cells).collect();
            rows.push(Row { place, text: line.to_owned(), cells });
        }
    }
    Ok(rows)
}

fn check_heads(heads: &[String]) -> Result<(), String> {
    if let Some(odd) = heads.iter().find(|it| !COLUMNS.contains(&it.as_str())) {
        return Err(format!("no column is called “{odd}”"));
    }
    match NEEDED.iter().find(|it| !heads.iter().any(|head| head == **it)) {
        Some(missing) => Err(format!("the column “{missing}” is missing")),
        None => Ok(()),
    }
}
