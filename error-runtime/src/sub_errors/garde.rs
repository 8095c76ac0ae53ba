//! Reports of `garde`.

use crate::collide::Listed;
use crate::out::json;
use crate::{ApiError, Declared, FieldError, PathSegment, SubErrors, Table};
use garde::Report;
use garde::error::Path;

/// Each finding of the report, in its order. Messages are `garde`'s; it has
/// no codes.
impl SubErrors for Report {
    fn each(&self, item: &mut dyn FnMut(&dyn ApiError)) {
        for (path, error) in self.iter() {
            item(&FieldError::new(segments(path), error.message().to_owned()));
        }
    }

    fn table() -> Table {
        <FieldError as Declared>::table()
    }
}

impl Listed for Report {
    type Item = FieldError;
}

/// A path tells its steps apart only where it serializes itself.
fn segments(path: &Path) -> Vec<PathSegment> {
    let mut bytes = Vec::new();
    let steps = match json::write(path, &mut bytes) {
        Ok(()) => serde_json::from_slice::<Vec<(String, String)>>(&bytes).ok(),
        Err(_) => None,
    };
    let Some(steps) = steps else { return vec![PathSegment::from(path.to_string())] };
    let steps = steps.into_iter().filter_map(|(kind, step)| match (kind.as_str(), step.parse()) {
        ("none", _) => None,
        ("index", Ok(index)) => Some(PathSegment::Index(index)),
        _ => Some(PathSegment::from(step)),
    });
    steps.collect()
}

#[cfg(test)]
mod tests {
    use crate::sub_errors::tests::told;
    use garde::Validate;

    #[derive(Validate)]
    struct Order {
        #[garde(ascii, length(min = 3))]
        name: String,
        #[garde(dive)]
        lines: Vec<Line>,
        #[garde(inner(length(min = 1)))]
        note: Option<String>,
    }

    #[derive(Validate)]
    struct Line {
        #[garde(range(max = 5))]
        count: u8,
    }

    #[test]
    fn a_report_is_a_list() {
        let order = Order {
            name: "\u{e9}".to_owned(),
            lines: vec![Line { count: 1 }, Line { count: 9 }],
            note: Some(String::new()),
        };
        let report = order.validate().unwrap_err();
        let lines = told(&report);
        let shown = |(path, error): &(garde::Path, garde::Error)| format!("{path}: {error}");
        assert!(
            std::iter::zip(&lines, report.iter()).all(|(line, own)| line.ends_with(&shown(own)))
        );
        let mut sorted = lines.clone();
        sorted.sort();
        assert_eq!(
            sorted,
            [
                "#/lines/1/count [\"lines\",1,\"count\"] lines[1].count: greater than 5",
                "#/name [\"name\"] name: length is lower than 3",
                "#/name [\"name\"] name: not ascii",
                "#/note [\"note\"] note: length is lower than 1",
            ]
        );
    }
}
