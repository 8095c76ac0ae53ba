//! Writes the corpus with `crate = …` at each declaration.

#[path = "../flat.rs"]
mod flat;

fn main() {
    let corpus = flat::corpus();
    for (name, path) in [
        ("absolute.rs", "::other_name"),
        ("re_exported.rs", "crate::deep::inside"),
        ("in_scope.rs", "runtime"),
    ] {
        let attribute = format!("#[api(crate = {path})]");
        let derive = "runtime::ApiError)]\n";
        let envelope = "runtime::envelope! {\n";
        assert!(corpus.contains(derive) && corpus.contains(envelope));
        let text = corpus
            .replace(derive, &format!("{derive}{attribute}\n"))
            .replace(envelope, &format!("{envelope}{attribute}\n"));
        flat::write(name, &text);
    }
}
