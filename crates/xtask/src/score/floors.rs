//! `floors.toml`: the figures below which a score is a failure.

use std::path::Path;

use serde_json::Value;
use toml::{Table, Value as Floor};

use crate::{
    failure::{Failure, Outcome},
    workspace,
};

/// The one file of floors, read.
pub(super) struct Floors(Table);

/// One measure held against its floor.
pub(super) struct Held {
    /// Both figures in words.
    pub(super) line: String,
    /// Whether the measure reaches the floor.
    pub(super) holds: bool,
}

impl Floors {
    pub(super) fn read(root: &Path) -> Outcome<Self> {
        let path = root.join("floors.toml");
        workspace::read(&path)?.parse().map(Self).map_err(Failure::in_file(&path))
    }

    fn of_set(&self, set: &str) -> Option<&Table> {
        self.0.get("sets")?.get(set)?.as_table()
    }

    /// Whether a set has floors.
    pub(super) fn names(&self, set: &str) -> bool {
        self.of_set(set).is_some()
    }

    /// The samples and, of each, how the names of the items that must hold begin.
    pub(super) fn samples(&self) -> impl Iterator<Item = (&str, Vec<&str>)> {
        let samples = self.0.get("samples").and_then(Floor::as_table);
        samples.into_iter().flatten().map(|(name, sample)| {
            let items = sample.get("must_hold").and_then(Floor::as_array);
            (name.as_str(), items.into_iter().flatten().filter_map(Floor::as_str).collect())
        })
    }

    /// A set's figures, as its scorer's `--json` has them, against its floors. A figure that is missing does not hold.
    pub(super) fn hold(&self, set: &str, figures: &Value) -> Vec<Held> {
        let mut held = Vec::new();
        for (figure, floor) in self.of_set(set).into_iter().flatten() {
            let scored = &figures[figure];
            match floor {
                Floor::Table(measures) => {
                    held.extend(measures.iter().map(|(measure, floor)| hold(set, &format!("{figure} {measure}"), &scored[measure], floor)));
                }
                floor => held.push(hold(set, figure, &scored["f1"], floor)),
            }
        }
        held
    }
}

/// A share of 1 against a floor in per cent.
fn hold(set: &str, name: &str, scored: &Value, floor: &Floor) -> Held {
    let floor = floor.as_float().or_else(|| floor.as_integer().map(|whole| whole as f64));
    let scored = scored.as_f64().map(|share| share * 100.0);
    let shown = |figure: Option<f64>| figure.map_or("missing".to_owned(), |figure| format!("{figure:.2}"));
    // a floor is a figure with few digits: 99.3 must not be missed by the last bit of a sum
    let holds = matches!((scored, floor), (Some(scored), Some(floor)) if scored + 1e-9 >= floor);
    let verdict = if holds { "holds" } else { "FALLS SHORT OF" };
    Held { line: format!("{set} {name}: {} {verdict} the floor {}", shown(scored), shown(floor)), holds }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn floors() -> Floors {
        Floors("[sets.wire]\nheadline = 99.5\nquotes = { p = 90, r = 80.0 }\n[samples.moscow]\nmust_hold = [\"block \"]".parse().unwrap())
    }

    #[test]
    fn figures_are_held_against_their_floors() {
        let figures = json!({"headline": {"p": 1.0, "r": 0.9, "f1": 0.995}, "quotes": {"p": 0.89, "r": 0.81, "f1": 0.85}});
        let held: Vec<_> = floors().hold("wire", &figures).into_iter().map(|held| (held.line, held.holds)).collect();
        assert_eq!(held[0], ("wire headline: 99.50 holds the floor 99.50".into(), true));
        assert_eq!(held[1], ("wire quotes p: 89.00 FALLS SHORT OF the floor 90.00".into(), false));
        assert!(held[2].1);
    }

    #[test]
    fn a_missing_figure_does_not_hold() {
        assert!(floors().hold("wire", &json!({})).iter().all(|held| !held.holds));
        assert!(floors().hold("unknown", &json!({})).is_empty());
    }

    #[test]
    fn samples_are_listed() {
        assert_eq!(floors().samples().collect::<Vec<_>>(), [("moscow", vec!["block "])]);
    }
}
