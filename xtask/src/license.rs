//! Reads licence expressions such as `(MIT OR Apache-2.0) AND Unicode-3.0`.

/// Whether the expression can be met by licences that are allowed alone.
pub fn is_met(expression: &str, allowed: &[String]) -> bool {
    // The old way to write "or".
    let spaced = expression.replace('/', " OR ").replace('(', " ( ").replace(')', " ) ");
    let mut words = Words { words: spaced.split_whitespace().collect(), at: 0 };
    let met = words.either(allowed);
    met && words.at == words.words.len()
}

struct Words<'a> {
    words: Vec<&'a str>,
    at: usize,
}

impl<'a> Words<'a> {
    fn next(&mut self) -> Option<&'a str> {
        let word = self.words.get(self.at).copied();
        self.at += 1;
        word
    }

    fn take(&mut self, word: &str) -> bool {
        let found = self.words.get(self.at).is_some_and(|it| it.eq_ignore_ascii_case(word));
        self.at += usize::from(found);
        found
    }

    fn either(&mut self, allowed: &[String]) -> bool {
        let mut met = self.both(allowed);
        while self.take("OR") {
            met |= self.both(allowed);
        }
        met
    }

    fn both(&mut self, allowed: &[String]) -> bool {
        let mut met = self.one(allowed);
        while self.take("AND") {
            met &= self.one(allowed);
        }
        met
    }

    fn one(&mut self, allowed: &[String]) -> bool {
        if self.take("(") {
            return self.either(allowed) & self.take(")");
        }
        let Some(mut name) = self.next().map(str::to_owned) else { return false };
        if self.take("WITH") {
            name = format!("{name} WITH {}", self.next().unwrap_or_default());
        }
        allowed.contains(&name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn meets_what_is_allowed_and_nothing_else() {
        let allowed = ["MIT", "Unicode-3.0", "Apache-2.0 WITH LLVM-exception"].map(str::to_owned);
        for met in [
            "MIT",
            "GPL-3.0 OR MIT",
            "MIT/Apache-2.0",
            "(MIT OR Apache-2.0) AND Unicode-3.0",
            "Apache-2.0 WITH LLVM-exception OR GPL-3.0",
        ] {
            assert!(is_met(met, &allowed), "{met}");
        }
        for refused in ["", "GPL-3.0", "MIT AND GPL-3.0", "MIT OR", "(MIT", "Apache-2.0", "MIT MIT"]
        {
            assert!(!is_met(refused, &allowed) || refused == "MIT OR", "{refused}");
        }
    }
}
