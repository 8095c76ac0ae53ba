//! Writes the corpus into other places.

#[path = "../flat.rs"]
mod flat;

fn main() {
    let corpus = flat::corpus();
    let function = |inside: &str| {
        format!(
            "pub fn corpus() {{\n\
             extern crate error_runtime as runtime;\n\
             use crate::framework;\n\
             {inside}\n\
             check();\n\
             check_loud();\n}}"
        )
    };
    flat::write("function.rs", &function(&corpus));
    flat::write("items.rs", &format!("items! {{ {corpus} }}"));
    flat::write("tokens.rs", &format!("tokens! {{ {corpus} }}"));
    flat::write("function_items.rs", &function(&format!("items! {{ {corpus} }}")));
}
