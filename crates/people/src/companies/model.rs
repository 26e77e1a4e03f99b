//! The rules of a contractor company. Pure: no clock, no database, no request.
use kernel::field::{Email, Line, Lines, Name, Phone, Problem, Reader, fold};
use kernel::{CompanyId, Fields, Invalid};
use serde::{Deserialize, Serialize};

/// Trades of one company, at most.
const MOST_TRADES: usize = 20;

/// Whether work is given to a company.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum State {
    #[default]
    Active,
    Inactive,
}

impl State {
    pub const ALL: [Self; 2] = [Self::Active, Self::Inactive];

    pub const fn code(self) -> &'static str {
        match self {
            Self::Active => "active",
            Self::Inactive => "inactive",
        }
    }
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.code() == code)
    }
    pub const fn other(self) -> Self {
        match self {
            Self::Active => Self::Inactive,
            Self::Inactive => Self::Active,
        }
    }
}

/// A company as it is kept.
#[derive(Debug, Clone)]
pub struct Company {
    pub id: CompanyId,
    pub name: String,
    pub address: String,
    /// One a line.
    pub trades: String,
    pub contact_name: String,
    pub contact_email: String,
    pub contact_phone: String,
    pub state: State,
    /// How many active people of it are within reach.
    pub people: i64,
}

impl Company {
    pub fn trades(&self) -> String {
        self.trades.lines().collect::<Vec<_>>().join(", ")
    }

    /// The form filled in with what is known.
    pub fn fields(&self) -> Fields {
        Fields::of([
            ("name", &self.name),
            ("address", &self.address),
            ("trades", &self.trades),
            ("contact_name", &self.contact_name),
            ("contact_email", &self.contact_email),
            ("contact_phone", &self.contact_phone),
        ])
    }
}

/// What the form says.
#[derive(Debug, Clone)]
pub struct Draft {
    pub name: Name,
    pub address: String,
    pub trades: Vec<Line<60>>,
    pub contact_name: String,
    pub contact_email: String,
    pub contact_phone: String,
}

impl Draft {
    pub fn parse(fields: &Fields) -> Result<Self, Invalid> {
        let mut read = Reader::new(fields);
        let name = read.need("name", Name::parse);
        let trades = read.want("trades", read_trades);
        let address = read.want("address", Lines::<400>::parse);
        let contact_name = read.want("contact_name", Name::parse);
        let contact_email = read.want("contact_email", Email::parse);
        let contact_phone = read.want("contact_phone", Phone::parse);
        read.done(|| {
            Some(Self {
                name: name?,
                address: address.map(|it| it.to_string()).unwrap_or_default(),
                trades: trades.unwrap_or_default(),
                contact_name: contact_name.map(|it| it.to_string()).unwrap_or_default(),
                contact_email: contact_email.map(|it| it.to_string()).unwrap_or_default(),
                contact_phone: contact_phone.map(|it| it.to_string()).unwrap_or_default(),
            })
        })
    }

    /// The trades as the company keeps them, one a line.
    pub fn trades_text(&self) -> String {
        self.trades.iter().map(Line::as_str).collect::<Vec<_>>().join("\n")
    }
}

/// One trade a line or between commas; the same trade twice is one.
fn read_trades(text: &str) -> Result<Vec<Line<60>>, Problem> {
    let mut trades: Vec<Line<60>> = Vec::new();
    for word in text.split(['\n', ',', ';']).map(str::trim).filter(|it| !it.is_empty()) {
        let trade = Line::parse(word)?;
        if trades.iter().any(|it| fold(it.as_str()) == fold(trade.as_str())) {
            continue;
        }
        if trades.len() == MOST_TRADES {
            return Err("companies-trades-too-many");
        }
        trades.push(trade);
    }
    Ok(trades)
}

/// How the list is sorted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Sort {
    #[default]
    Name,
    NameBack,
    /// The newest first.
    Newest,
}

impl Sort {
    fn from_code(code: &str) -> Self {
        match code {
            "-name" => Self::NameBack,
            "new" => Self::Newest,
            _ => Self::Name,
        }
    }
}

/// What the list shows.
#[derive(Debug, Clone, Default)]
pub struct List {
    pub state: State,
    pub search: String,
    /// A trade, folded.
    pub trade: String,
    pub sort: Sort,
    pub after: Option<CompanyId>,
    pub selected: Option<CompanyId>,
    pub fields: Fields,
}

impl List {
    pub fn parse(fields: &Fields) -> Self {
        let short = |name: &str| fields.text(name).chars().take(100).collect::<String>();
        Self {
            state: State::from_code(fields.text("state")).unwrap_or_default(),
            search: short("search"),
            trade: fold(&short("trade")),
            sort: Sort::from_code(fields.text("sort")),
            after: fields.text("after").parse().ok(),
            selected: fields.text("sel").parse().ok(),
            fields: fields.clone(),
        }
    }

    /// The address of this list with one field changed, from its first page on.
    pub fn link(&self, name: &str, value: &str) -> String {
        let fields = self.fields.without("after").without("sel");
        format!("/companies{}", fields.with(name, value).to_query())
    }

    /// The address of this page of the list with this row chosen.
    pub fn chosen(&self, id: &str) -> String {
        format!("/companies{}", self.fields.with("sel", id).to_query())
    }

    /// The address of this list as a file that ends in `end`.
    pub fn file(&self, end: &str) -> String {
        format!("/companies.{end}{}", self.fields.without("after").without("sel").to_query())
    }

    pub fn is_narrowed(&self) -> bool {
        !self.search.is_empty() || !self.trade.is_empty()
    }
}

/// What takes a change of states back: these companies were in this state.
#[derive(Debug, Serialize, Deserialize)]
pub struct Restore {
    pub ids: Vec<String>,
    pub state: String,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn trades_are_trimmed_and_unique() {
        let fields = Fields::of([
            ("name", "Northgate"),
            ("trades", " Scaffolding \nscaffolding, Roofing\n"),
        ]);
        let draft = Draft::parse(&fields).unwrap();
        assert_eq!(draft.trades_text(), "Scaffolding\nRoofing");
    }

    #[test]
    fn every_problem_of_a_form_is_said_at_once() {
        let fields = Fields::of([("contact_email", "x"), ("contact_phone", "y")]);
        let invalid = Draft::parse(&fields).unwrap_err();
        assert_eq!(invalid.get("name"), Some("error-required"));
        assert_eq!(invalid.get("contact_email"), Some("error-email"));
        assert_eq!(invalid.get("contact_phone"), Some("error-phone"));
    }
}
