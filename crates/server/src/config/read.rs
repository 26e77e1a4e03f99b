//! Reads the settings from the file, the environment and the command line, and remembers where each was written.
use std::collections::BTreeMap;
use std::path::Path;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::settings::{Kind, SETTINGS, Setting, find, keys, sections};

/// A value as somebody wrote it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    Text(String),
    Number(i64),
    Switch(bool),
    List(Vec<String>),
}

/// A value and the place it was written at: `gatepass.toml:3`, or a variable's name.
#[derive(Debug, Clone)]
pub struct Written {
    pub value: Value,
    pub place: String,
}

/// Every value that was given, and everything that is wrong so far.
#[derive(Debug, Default)]
pub struct Given {
    values: BTreeMap<(&'static str, &'static str), Written>,
    pub problems: Vec<String>,
}

impl Given {
    /// What was given for a setting, and where.
    pub fn get(&self, section: &'static str, key: &'static str) -> Option<&Written> {
        self.values.get(&(section, key))
    }

    /// A text that was given, and where.
    pub fn text(&self, section: &'static str, key: &'static str) -> Option<(&str, &str)> {
        match self.get(section, key)? {
            Written { value: Value::Text(text), place } => Some((text, place)),
            _ => None,
        }
    }

    /// A switch; off when nobody said anything.
    pub fn switch(&self, section: &'static str, key: &'static str) -> bool {
        matches!(self.get(section, key), Some(Written { value: Value::Switch(true), .. }))
    }

    /// Whether anything of a section was given.
    pub fn has(&self, section: &str) -> bool {
        self.values.keys().any(|(it, _)| *it == section)
    }

    /// Takes a value over whatever was given before.
    pub fn put(&mut self, setting: &'static Setting, value: Value, place: String) {
        self.values.insert((setting.section, setting.key), Written { value, place });
    }

    /// Notes that something is wrong, at its place.
    pub fn problem(&mut self, place: &str, what: impl std::fmt::Display) {
        self.problems.push(format!("{place}: {what}"));
    }

    /// Reads the text of the configuration file.
    pub fn read_file(&mut self, file: &Path, text: &str) {
        let (table, errors) = DeTable::parse_recoverable(text);
        let at = |from: usize| {
            let line = text.get(..from).map_or(1, |it| it.matches('\n').count() + 1);
            format!("{}:{line}", file.display())
        };
        for error in &errors {
            let place = at(error.span().map_or(0, |it| it.start));
            let what = error.message().lines().next().unwrap_or_default().to_owned();
            self.problem(&place, format!("this is not TOML: {what}"));
        }
        if !errors.is_empty() {
            return;
        }
        for (section, content) in table.get_ref() {
            let place = at(section.span().start);
            let name = section.get_ref().as_ref();
            let known = sections().contains(&name);
            match content.get_ref() {
                DeValue::Table(inside) if known => self.read_section(name, inside, &at),
                _ if known => {
                    self.problem(&place, format!("`{name}` is a section; write [{name}]"));
                }
                DeValue::Table(_) => {
                    let all = sections().join("], [");
                    self.problem(
                        &place,
                        format!("there is no section [{name}]; there are [{all}]"),
                    );
                }
                _ => {
                    let home = SETTINGS.iter().find(|it| it.key == name).map(|it| it.section);
                    let hint = home.map_or_else(
                        || format!("settings stand in the sections [{}]", sections().join("], [")),
                        |it| format!("it belongs below [{it}]"),
                    );
                    self.problem(&place, format!("`{name}` stands outside of any section; {hint}"));
                }
            }
        }
    }

    fn read_section(&mut self, section: &str, inside: &DeTable<'_>, at: &dyn Fn(usize) -> String) {
        for (key, value) in inside {
            let place = at(key.span().start);
            let name = key.get_ref().as_ref();
            let Some(setting) = find(section, name) else {
                let all = keys(section).join(", ");
                self.problem(&place, format!("[{section}] has no setting `{name}`; it has {all}"));
                continue;
            };
            if let Some(value) = typed(setting.kind, value) {
                self.put(setting, value, place);
            } else {
                let wanted = setting.kind.wanted();
                let found = value.get_ref().type_str();
                self.problem(&place, format!("`{name}` takes {wanted}, not {found}"));
            }
        }
    }

    /// Reads the environment, which goes before the file.
    pub fn read_variables(&mut self, variable: &dyn Fn(&str) -> Option<String>) {
        for setting in SETTINGS {
            let Some(text) = variable(setting.variable) else { continue };
            let value = match setting.kind {
                Kind::Text => Some(Value::Text(text)),
                Kind::Number => text.trim().parse().ok().map(Value::Number),
                Kind::Switch => text.trim().parse().ok().map(Value::Switch),
                Kind::List => Some(Value::List(words(&text))),
            };
            match value {
                Some(value) => self.put(setting, value, setting.variable.to_owned()),
                None => self.problem(setting.variable, format!("takes {}", setting.kind.wanted())),
            }
        }
    }
}

fn words(text: &str) -> Vec<String> {
    text.split(',').map(|it| it.trim().to_owned()).filter(|it| !it.is_empty()).collect()
}

fn typed(kind: Kind, value: &Spanned<DeValue<'_>>) -> Option<Value> {
    match (kind, value.get_ref()) {
        (Kind::Text, DeValue::String(text)) => Some(Value::Text(text.to_string())),
        (Kind::Number, DeValue::Integer(number)) => {
            i64::from_str_radix(number.as_str(), number.radix()).ok().map(Value::Number)
        }
        (Kind::Switch, DeValue::Boolean(on)) => Some(Value::Switch(*on)),
        (Kind::List, DeValue::Array(items)) => {
            let texts = items.iter().map(|it| it.get_ref().as_str().map(str::to_owned));
            texts.collect::<Option<Vec<String>>>().map(Value::List)
        }
        _ => None,
    }
}
