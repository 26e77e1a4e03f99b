//! Validities as the house stores them and as forms send them: `forever`, `months:12`, `days:90`, `yearly:03-31`.
use std::fmt;

use crate::Validity;

/// A validity a form or a file asked for and that makes no sense: nothing, too much, or no such day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NoValidity;

/// The longest validity, in months: fifty years.
pub const MOST_MONTHS: u16 = 600;
/// The longest validity in days: ten years.
pub const MOST_DAYS: u16 = 3660;

impl fmt::Display for Validity {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Forever => out.write_str("forever"),
            Self::Months(months) => write!(out, "months:{months}"),
            Self::Days(days) => write!(out, "days:{days}"),
            Self::Yearly { month, day } => write!(out, "yearly:{month:02}-{day:02}"),
        }
    }
}

impl std::str::FromStr for Validity {
    type Err = NoValidity;

    fn from_str(text: &str) -> Result<Self, NoValidity> {
        let (kind, rest) = text.split_once(':').unwrap_or((text, ""));
        let count = |most| rest.parse().ok().filter(|it| (1..=most).contains(it));
        let read = match kind {
            "forever" if rest.is_empty() => Some(Self::Forever),
            "months" => count(MOST_MONTHS).map(Self::Months),
            "days" => count(MOST_DAYS).map(Self::Days),
            "yearly" => yearly(rest),
            _ => None,
        };
        read.ok_or(NoValidity)
    }
}

fn yearly(rest: &str) -> Option<Validity> {
    let (month, day) = rest.split_once('-')?;
    let (month, day) = (month.parse().ok()?, day.parse().ok()?);
    // A leap year has every day that any year has.
    jiff::civil::Date::new(2028, month, day).ok()?;
    Some(Validity::Yearly { month, day })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_validity_reads_back_from_its_word() {
        for word in ["forever", "months:12", "days:90", "yearly:03-31", "yearly:02-29"] {
            assert_eq!(word.parse::<Validity>().map(|it| it.to_string()), Ok(word.to_owned()));
        }
    }

    #[test]
    fn what_makes_no_sense_is_refused() {
        for word in [
            "",
            "forever:1",
            "months:0",
            "months:601",
            "days:-1",
            "yearly:02-30",
            "yearly:13-01",
            "weeks:2",
        ] {
            assert_eq!(word.parse::<Validity>(), Err(NoValidity), "{word}");
        }
    }
}
