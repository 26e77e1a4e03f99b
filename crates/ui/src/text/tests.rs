use std::collections::{BTreeMap, BTreeSet};

use super::*;

/// Each key of a language with the variables its text uses.
fn variables(lang: Lang) -> BTreeMap<&'static str, BTreeSet<String>> {
    let mut found: BTreeMap<&'static str, BTreeSet<String>> = BTreeMap::new();
    let mut current = None;
    for (_, _, source) in built::FILES.iter().filter(|(code, _, _)| *code == lang.code()) {
        for line in source.lines().filter(|line| !line.starts_with('#')) {
            current = key_of(line).or(current);
            let Some(key) = current else { continue };
            let names = found.entry(key).or_default();
            for part in line.split('$').skip(1) {
                names.insert(
                    part.chars()
                        .take_while(|it| it.is_ascii_alphanumeric() || *it == '-')
                        .collect(),
                );
            }
        }
    }
    found
}

#[test]
fn every_language_says_everything_with_the_same_variables() {
    let english = variables(Lang::En);
    for lang in Lang::ALL {
        let other = variables(lang);
        for (key, names) in &english {
            assert_eq!(other.get(key), Some(names), "{key} in {}", lang.name());
        }
        for key in other.keys() {
            assert!(english.contains_key(key), "{key} exists in {} only", lang.name());
        }
    }
}

#[test]
fn no_key_is_told_twice() {
    for lang in Lang::ALL {
        let mut seen = BTreeSet::new();
        for key in keys(lang) {
            assert!(seen.insert(key), "{key} appears twice in {}", lang.name());
        }
    }
}

#[test]
fn every_language_has_the_same_files() {
    let files = |lang: Lang| -> Vec<_> {
        built::FILES.iter().filter(|it| it.0 == lang.code()).map(|it| it.1).collect()
    };
    for lang in Lang::ALL {
        assert_eq!(files(lang), files(Lang::En), "{}", lang.name());
    }
}

#[test]
fn every_text_without_variables_is_ready() {
    for lang in Lang::ALL {
        for (key, names) in variables(lang) {
            assert_eq!(
                book(lang).plain.contains_key(key),
                names.is_empty(),
                "{key} in {}",
                lang.name()
            );
        }
    }
}

#[test]
fn plurals_follow_the_language() {
    let invited = |lang, count: i64| with(lang, "invitations-count", &[("count", count.into())]);
    assert_eq!(invited(Lang::En, 1), "1 invitation");
    assert_eq!(invited(Lang::Pl, 1), "1 zaproszenie");
    assert_eq!(invited(Lang::Pl, 3), "3 zaproszenia");
    assert_eq!(invited(Lang::Pl, 12), "12 zaproszeń");
    assert_eq!(invited(Lang::Pl, 22), "22 zaproszenia");
}

#[test]
fn inserted_words_carry_no_hidden_marks() {
    let text = with(Lang::En, "ui-remove", &[("name", "Łukasz".into())]);
    assert_eq!(text, "Remove Łukasz");
}
