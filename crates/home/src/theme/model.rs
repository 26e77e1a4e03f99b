//! The cookie of the colours, and the way back. Pure: no clock, no database, no request.
use kernel::LocalPath;
use ui::Theme;

/// Kept for a year.
pub fn cookie(theme: Theme, secure: bool) -> String {
    let secure = if secure { "; Secure" } else { "" };
    format!("theme={}; Path=/; Max-Age=31536000; HttpOnly; SameSite=Lax{secure}", theme.code())
}

/// The path that the form names, else the one it was sent from, without its house: the way back never leads out.
pub fn back(next: &str, referer: &str) -> LocalPath {
    let from = || {
        let (_, rest) = referer.split_once("://")?;
        LocalPath::parse(&rest[rest.find('/')?..])
    };
    LocalPath::parse(next).or_else(from).unwrap_or_else(|| "/".into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_way_back_stays_in_the_house() {
        let cases = [
            ("/people?kind=contractor", "", "/people?kind=contractor"),
            ("", "https://gate.example/people/1?a=b", "/people/1?a=b"),
            ("//evil.example", "https://gate.example/home", "/home"),
            ("", "https://evil.example//evil.example", "/"),
            ("", "https://gate.example", "/"),
            ("", "", "/"),
        ];
        for (next, referer, path) in cases {
            assert_eq!(back(next, referer).as_str(), path, "{next} {referer}");
        }
    }
}
