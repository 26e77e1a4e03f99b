//! The lines of the result.
#![expect(clippy::print_stdout, reason = "a tool speaks to whoever typed it")]

/// One line of the result.
pub struct Row {
    pub name: &'static str,
    pub unit: &'static str,
    pub values: Vec<f64>,
    pub target: Option<f64>,
    /// More is better.
    pub more: bool,
    pub note: String,
}

impl Row {
    pub fn new(
        name: &'static str,
        unit: &'static str,
        values: Vec<f64>,
        target: Option<f64>,
    ) -> Self {
        Self { name, unit, values, target, more: false, note: String::new() }
    }

    pub fn sorted(&self) -> [f64; 3] {
        let mut all = self.values.clone();
        all.sort_by(f64::total_cmp);
        [all[0], all[all.len() / 2], all[all.len() - 1]]
    }

    pub fn met(&self) -> bool {
        let median = self.sorted()[1];
        self.target.is_none_or(|it| if self.more { median >= it } else { median <= it })
    }

    pub fn json(&self) -> serde_json::Value {
        let [min, median, max] = self.sorted();
        serde_json::json!({
            "name": self.name, "unit": self.unit, "min": min, "median": median, "max": max,
            "target": self.target, "met": self.met(),
        })
    }

    pub fn tell(&self) {
        let [min, median, max] = self.sorted();
        let sign = if self.more { "≥" } else { "≤" };
        let target = self.target.map_or_else(|| "–".to_owned(), |it| format!("{sign} {it:.3}"));
        let met = if self.met() { "" } else { "MISSED" };
        println!(
            "{:16} {:>10.3} {:>10.3} {:>10.3}  {target:>10}  {:24} {met:6} {}",
            self.name, min, median, max, self.unit, self.note
        );
    }
}
