//! A small export, by nothing but public data.

use error_runtime::{Body, Code, Entry, FieldSpec, Kind, Member, Node, Slot};
use std::fmt::Write as _;

/// One interface for each row.
pub(super) fn typescript(entry: &Entry) -> String {
    let Body::Json(node) = &entry.shape().body else { panic!("not JSON") };
    let status = entry.spec().status.unwrap_or(0);
    let mut text = format!("/** {status} */ interface {} ", entry.spec().variant);
    write_node(node, entry, &mut text);
    text
}

fn write_node(node: &Node, entry: &Entry, text: &mut String) {
    match node {
        Node::Literal(json) => text.push_str(json),
        Node::Slot { slot, kind, or } => {
            text.push_str(&slot_type(*slot, *kind, entry));
            if *or == "null" && matches!(slot, Slot::RequestId) {
                text.push_str(" | null");
            }
        }
        Node::Object(members) => {
            text.push_str("{ ");
            for member in *members {
                match member {
                    Member::Named { name, optional, value, .. } => {
                        let _ = write!(text, "{name}{}: ", if *optional { "?" } else { "" });
                        write_node(value, entry, text);
                        text.push_str("; ");
                    }
                    Member::Rest => {
                        let rest = entry.members().filter(|member| member.name != "position");
                        rest.for_each(|member| write_field(member, entry, text));
                    }
                }
            }
            text.push('}');
        }
        Node::Array(nodes) => {
            text.push('[');
            for (at, node) in nodes.iter().enumerate() {
                text.push_str(if at > 0 { ", " } else { "" });
                write_node(node, entry, text);
            }
            text.push(']');
        }
        other => panic!("not in this template: {other:?}"),
    }
}

fn slot_type(slot: Slot, kind: Kind, entry: &Entry) -> String {
    match slot {
        Slot::Code => match entry.spec().code {
            Code::Number(number) => number.to_string(),
            _ => format!("{:?}", entry.code()),
        },
        Slot::Status if kind == Kind::String => {
            entry.spec().status.map_or(String::new(), |status| format!("\"{status}\""))
        }
        Slot::Details => {
            let mut text = "{ ".to_owned();
            entry.details().for_each(|field| write_field(field, entry, &mut text));
            text + "}"
        }
        Slot::Member(name) => {
            let member = entry.members().find(|member| member.name == name);
            member.map_or("never", |member| member.type_name).to_owned()
        }
        _ => "string".to_owned(),
    }
}

fn write_field(field: &FieldSpec, entry: &Entry, text: &mut String) {
    let case = entry.shape().policy.field_case.filter(|_| field.name_by_default);
    let name = case.map_or_else(|| field.name.to_owned(), |case| case.convert(field.name));
    let ty = if field.type_name.is_empty() { "unknown" } else { field.type_name };
    let _ = write!(text, "{name}: {ty}; ");
}
