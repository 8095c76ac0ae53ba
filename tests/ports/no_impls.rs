//! What a port costs: declarations. Not one hand-written impl block in any.

const PORTS: &[(&str, &str)] = &[
    ("cloudflare", include_str!("cloudflare.rs")),
    ("docker", include_str!("docker.rs")),
    ("elasticsearch", include_str!("elasticsearch.rs")),
    ("github", include_str!("github.rs")),
    ("google", include_str!("google.rs")),
    ("graphql", include_str!("graphql.rs")),
    ("jsonapi", include_str!("jsonapi.rs")),
    ("odata", include_str!("odata.rs")),
    ("svix", include_str!("svix.rs")),
    ("twilio", include_str!("twilio.rs")),
];

/// How often the source says `impl`, or hides it in a macro of its own.
fn impls(source: &str) -> usize {
    source
        .lines()
        .filter(|line| !line.trim_start().starts_with("//"))
        .flat_map(|line| line.split(|c: char| c != '_' && !c.is_alphanumeric()))
        .filter(|&word| word == "impl" || word == "macro_rules")
        .count()
}

#[test]
fn no_port_has_an_impl() {
    assert_eq!(PORTS.len(), 10);
    for (name, source) in PORTS {
        assert_eq!(impls(source), 0, "{name}");
        assert!(source.contains("envelope! {"), "{name}");
        assert!(source.contains("#[derive(Debug, thiserror::Error, ApiError)]"), "{name}");
        let examples = source.matches("include_str!(\"golden/").count();
        assert!(examples >= 3, "{name} has {examples} documented examples");
    }
}

#[test]
fn an_impl_would_be_seen() {
    assert_eq!(impls("struct A;\nimpl Clone for A {}\n  impl<T> B<T> {}\n// impl\nimplied"), 2);
    assert_eq!(impls("macro_rules! m { () => {} }"), 1);
}
