//! What a template is, once it has been read.

use super::errors::Errors;
use super::json;
use super::slot::{Kind, SlotSpec};

/// One value of a template.
pub(super) enum Value {
    /// A constant, as JSON text. All that is constant is one of these.
    Literal(String),
    Slot {
        spec: &'static SlotSpec,
        /// Which member or context value.
        name: Option<String>,
        /// What stands there when there is nothing to say, as JSON text.
        or: Option<String>,
        kind: Kind,
    },
    Object(Vec<Member>),
    Array(Vec<Value>),
    /// An object in an array that is left out when there is nothing to say.
    Optional(Box<Value>),
    /// The list of sub-errors.
    Errors(Box<Errors>),
    /// An item's own list, by the template that it stands in.
    Repeat,
}

/// One member of an object.
pub(super) enum Member {
    Named { name: String, optional: bool, value: Value },
    Rest,
}

impl Value {
    /// The names that stand beside a `..members`, save those of members that
    /// are only put in their place: a declared member cannot be called so.
    pub(super) fn names_beside_rest(&self) -> Vec<&str> {
        let mut names = Vec::new();
        self.add_names(&mut names);
        names
    }

    /// The same of the templates of the items in its lists: a sub-error cannot
    /// have a declared member of such a name.
    pub(super) fn item_names(&self) -> Vec<&str> {
        let mut sorted: Vec<&str> = Vec::new();
        self.each_list(&mut |errors| {
            for name in &errors.item.names_beside_rest() {
                // The member that is an item's key is not written beside.
                if errors.key_member() == Some(name) {
                    continue;
                }
                if let Err(at) = sorted.binary_search(name) {
                    sorted.insert(at, name);
                }
            }
        });
        sorted
    }

    /// The lists of the error itself, without those of its items.
    fn each_list<'v>(&'v self, found: &mut dyn FnMut(&'v Errors)) {
        match self {
            Self::Errors(errors) => found(errors),
            Self::Object(members) => {
                for member in members {
                    if let Member::Named { value, .. } = member {
                        value.each_list(found);
                    }
                }
            }
            Self::Array(items) => {
                for item in items {
                    item.each_list(found);
                }
            }
            Self::Optional(object) => object.each_list(found),
            Self::Literal(_) | Self::Slot { .. } | Self::Repeat => {}
        }
    }

    fn add_names<'v>(&'v self, names: &mut Vec<&'v str>) {
        match self {
            Self::Object(members) => {
                let has_rest = members.iter().any(|member| matches!(member, Member::Rest));
                for member in members {
                    match member.own_name() {
                        Some(name) if has_rest && !names.contains(&name) => names.push(name),
                        _ => {}
                    }
                }
                for member in members {
                    if let Some(value) = member.about_the_error() {
                        value.add_names(names);
                    }
                }
            }
            Self::Array(items) => {
                for item in items {
                    item.add_names(names);
                }
            }
            Self::Optional(object) => object.add_names(names),
            // Without a list, the error itself is the item, and its members
            // stand in the item's template.
            Self::Errors(errors) if errors.or.is_none() => errors.item.add_names(names),
            Self::Errors(_) | Self::Repeat | Self::Literal(_) | Self::Slot { .. } => {}
        }
    }

    /// As it is named in complaints.
    pub(super) fn describe(&self) -> String {
        match self {
            Self::Literal(json) if json.starts_with('{') => "{ … }".to_owned(),
            Self::Literal(json) if json.starts_with('[') => "[ … ]".to_owned(),
            Self::Literal(json) => json.clone(),
            Self::Slot { spec, name: Some(name), .. } => {
                format!("{}({})", spec.name, json::string(name))
            }
            Self::Slot { spec, .. } => spec.name.to_owned(),
            Self::Object(_) => "{ … }".to_owned(),
            Self::Array(_) => "[ … ]".to_owned(),
            Self::Optional(_) => "?{ … }".to_owned(),
            Self::Errors(errors) => errors.describe().to_owned(),
            Self::Repeat => "errors".to_owned(),
        }
    }
}

impl Member {
    /// The value, unless it is a list that only sub-errors are written into.
    fn about_the_error(&self) -> Option<&Value> {
        match self {
            Self::Named { optional: true, value: Value::Errors(_), .. } | Self::Rest => None,
            Self::Named { value, .. } => Some(value),
        }
    }

    fn own_name(&self) -> Option<&str> {
        match self {
            Self::Named { name, value: Value::Slot { spec, name: Some(member), .. }, .. }
                if spec.name == "member" && member == name =>
            {
                None
            }
            Self::Named { name, .. } => Some(name),
            Self::Rest => None,
        }
    }
}
