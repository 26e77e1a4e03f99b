//! Counters for whoever watches the house, in the text format of Prometheus.
use std::fmt::Write as _;
use std::sync::atomic::{AtomicU64, Ordering::Relaxed};
use std::time::Duration;

use crate::app::House;

/// Upper bounds of the answer times that are counted, in microseconds.
const BOUNDS: [u64; 8] = [500, 1_000, 5_000, 20_000, 100_000, 500_000, 2_000_000, 10_000_000];

/// Answers by class of status and by time.
#[derive(Default)]
pub struct Metrics {
    classes: [AtomicU64; 6],
    times: [AtomicU64; BOUNDS.len()],
    micros: AtomicU64,
}

impl Metrics {
    /// The process has one.
    pub fn get() -> &'static Self {
        static ALL: std::sync::LazyLock<Metrics> = std::sync::LazyLock::new(Metrics::default);
        &ALL
    }

    pub fn count(&self, status: u16, took: Duration) {
        let micros = u64::try_from(took.as_micros()).unwrap_or(u64::MAX);
        if let Some(class) = self.classes.get(usize::from(status / 100)) {
            class.fetch_add(1, Relaxed);
        }
        if let Some(at) = BOUNDS.iter().position(|it| micros <= *it) {
            self.times[at].fetch_add(1, Relaxed);
        }
        self.micros.fetch_add(micros, Relaxed);
    }

    /// The page `/metrics`.
    pub fn page(&self, house: &House) -> String {
        let mut text = "# TYPE gatepass_answers_total counter\n".to_owned();
        let mut all = 0;
        for (class, count) in self.classes.iter().enumerate().skip(1) {
            all += count.load(Relaxed);
            let _ = writeln!(
                text,
                "gatepass_answers_total{{class=\"{class}xx\"}} {}",
                count.load(Relaxed)
            );
        }
        text.push_str("# TYPE gatepass_answer_seconds histogram\n");
        let mut so_far = 0;
        for (bound, count) in BOUNDS.iter().zip(&self.times) {
            so_far += count.load(Relaxed);
            let seconds = Duration::from_micros(*bound).as_secs_f64();
            let _ = writeln!(text, "gatepass_answer_seconds_bucket{{le=\"{seconds}\"}} {so_far}");
        }
        let seconds = Duration::from_micros(self.micros.load(Relaxed)).as_secs_f64();
        let _ = writeln!(text, "gatepass_answer_seconds_bucket{{le=\"+Inf\"}} {all}");
        let _ = writeln!(
            text,
            "gatepass_answer_seconds_sum {seconds}\ngatepass_answer_seconds_count {all}"
        );
        if let Ok((dead, queued)) = house.queue() {
            let _ = writeln!(
                text,
                "# TYPE gatepass_jobs gauge\ngatepass_jobs{{state=\"dead\"}} {dead}"
            );
            let _ = writeln!(text, "gatepass_jobs{{state=\"queued\"}} {queued}");
        }
        text
    }
}
