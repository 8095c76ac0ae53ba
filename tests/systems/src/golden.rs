//! The documents, as data. The order of members counts, so bodies stay text.

use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde_json::{Value, value::RawValue};
use std::{fmt, fs, path::Path};

/// One system: its document's tables and examples.
#[derive(Debug)]
pub struct System {
    text: String,
    /// The whole file.
    pub json: Value,
}

impl System {
    /// Reads `tests/systems/{name}.json`.
    ///
    /// # Panics
    ///
    /// If there is no such file, or if it is no JSON.
    pub fn read(name: &str) -> Self {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(name).with_extension("json");
        let text = fs::read_to_string(path).expect("a golden file");
        let json = serde_json::from_str(&text).expect("golden data is JSON");
        Self { text, json }
    }

    /// The codes that the document lists, with the status of each, in order.
    ///
    /// # Panics
    ///
    /// If the file lists none.
    pub fn codes(&self) -> Vec<(&str, u16)> {
        let rows = self.json["errors"].as_array().expect("rows").iter();
        let row = |row| -> Option<_> {
            let row: &Value = row;
            Some((row["code"].as_str()?, u16::try_from(row["status"].as_u64()?).ok()?))
        };
        rows.map(|it| row(it).expect("code and status")).collect()
    }

    /// The row of one code (the first one, where it has several).
    ///
    /// # Panics
    ///
    /// If there is none.
    pub fn row(&self, code: &str) -> &Value {
        let mut rows = self.json["errors"].as_array().expect("rows").iter();
        rows.find(|row| row["code"] == code).unwrap_or_else(|| panic!("no row for {code}"))
    }

    /// A member of the n-th row, as it must be written; `None` where the row has
    /// none.
    ///
    /// # Panics
    ///
    /// If there is no such row.
    pub fn in_row(&self, number: usize, name: &str) -> Option<String> {
        let rows = Members::of(&self.text).get("errors");
        let rows: Vec<Box<RawValue>> = serde_json::from_str(&rows).expect("a list");
        let mut members = Members::of(rows[number].get()).0.into_iter();
        members.find(|(it, _)| it == name).map(|(_, value)| compact(value.get()))
    }

    /// The body of the n-th example, as the server must write it.
    ///
    /// # Panics
    ///
    /// If there is none.
    pub fn example(&self, number: usize) -> String {
        self.in_example(number, &["body"])
    }

    /// What stands at this path in the n-th example, as it must be written.
    ///
    /// # Panics
    ///
    /// If there is nothing.
    pub fn in_example(&self, number: usize, path: &[&str]) -> String {
        let examples = Members::of(&self.text).get("examples");
        let examples: Vec<Box<RawValue>> = serde_json::from_str(&examples).expect("a list");
        let example = examples[number].get().to_owned();
        compact(&path.iter().fold(example, |object, name| Members::of(&object).get(name)))
    }

    /// The document's error body with these parts: each is a path of member
    /// names with dots between (`error.code`) and what stands there as JSON,
    /// or `None` where the member is left out.
    ///
    /// # Panics
    ///
    /// If the body has no such member.
    pub fn error_body(&self, parts: &[(&str, Option<&str>)]) -> String {
        let template = Members::of(&self.text).get("error_body");
        let mut used = 0;
        let body = fill(&template, "", parts, &mut used);
        assert_eq!(used, parts.len(), "{template} does not have all of {parts:?}");
        compact(&body)
    }
}

fn fill(template: &str, prefix: &str, parts: &[(&str, Option<&str>)], used: &mut usize) -> String {
    let mut members = Vec::new();
    for (name, value) in Members::of(template).0 {
        let path = if prefix.is_empty() { name.clone() } else { format!("{prefix}.{name}") };
        let value = match parts.iter().find(|(part, _)| *part == path) {
            Some((_, value)) => {
                *used += 1;
                value.map(str::to_owned)
            }
            None if value.get().starts_with('{') => Some(fill(value.get(), &path, parts, used)),
            None => Some(value.get().to_owned()),
        };
        members.extend(value.map(|value| format!("{}:{value}", Value::from(name))));
    }
    format!("{{{}}}", members.join(","))
}

/// The same JSON without white space between its tokens.
///
/// # Panics
///
/// If it is no JSON.
pub fn compact(json: &str) -> String {
    let _: &RawValue = serde_json::from_str(json).expect("JSON");
    let (mut inside, mut escaped) = (false, false);
    json.chars()
        .filter(|&char| {
            let keeps = inside || !char.is_ascii_whitespace();
            inside ^= char == '"' && !escaped;
            escaped = char == '\\' && !escaped;
            keeps
        })
        .collect()
}

/// An object's members, in their order.
struct Members(Vec<(String, Box<RawValue>)>);

impl Members {
    fn of(object: &str) -> Self {
        serde_json::from_str(object).expect("an object")
    }

    fn get(&self, name: &str) -> String {
        let mut members = self.0.iter();
        let (_, value) =
            members.find(|(it, _)| it == name).unwrap_or_else(|| panic!("no member {name}"));
        value.get().to_owned()
    }
}

impl<'de> Deserialize<'de> for Members {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct InOrder;
        impl<'de> Visitor<'de> for InOrder {
            type Value = Members;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Members, A::Error> {
                let mut members = Vec::new();
                while let Some(member) = map.next_entry()? {
                    members.push(member);
                }
                Ok(Members(members))
            }
        }
        deserializer.deserialize_map(InOrder)
    }
}

#[cfg(test)]
mod tests {
    use super::{System, compact};

    #[test]
    fn keeps_what_is_inside_texts() {
        assert_eq!(
            compact(r#" { "a b" : " \" \\" , "c" : [ 1 , 2 ] } "#),
            r#"{"a b":" \" \\","c":[1,2]}"#
        );
    }

    #[test]
    fn fills_a_body_in_its_own_order() {
        let system = System::read("codrag");
        let body = system.error_body(&[
            ("error.code", Some(r#""X""#)),
            ("error.message", Some("\"m\"")),
            ("error.hint", None),
        ]);
        assert_eq!(
            body,
            r#"{"success":false,"data":null,"error":{"code":"X","message":"m","details":{}}}"#
        );
    }

    #[test]
    fn reads_all_five() {
        for (name, rows) in
            [("agent_sessions", 28), ("case_files", 8), ("codemm", 14), ("codrag", 17)]
        {
            let system = System::read(name);
            assert_eq!(system.codes().len(), rows, "{name}");
            system.example(0);
        }
        // This one has no codes.
        let anyon = System::read("anyon");
        assert_eq!(anyon.json["errors"].as_array().map(Vec::len), Some(27));
        assert_eq!(anyon.in_row(9, "error_data").as_deref(), Some(r#""TOKEN_INVALID""#));
        assert_eq!(anyon.in_row(0, "error_data"), None);
    }
}
