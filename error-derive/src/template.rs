//! Texts with placeholders, as thiserror has them: `{field}`, `{0}`, format
//! specs, and extra arguments that may begin with `.field`.

use crate::case::Case;
use crate::diag::{Diagnostics, Place, did_you_mean_of, texts};
use crate::lists;
use crate::literal::Text;
use crate::scan;
use crate::scope::{Name, Scope};
use proc_macro2::{Ident, Span, TokenStream, TokenTree};

/// A text, constant or with placeholders.
#[derive(Clone)]
pub(crate) struct Template {
    /// The text as written, for the catalogue.
    pub(crate) source: String,
    pub(crate) span: Span,
    /// The text itself when nothing in it varies.
    pub(crate) constant: Option<String>,
    /// The format string, with every argument by position.
    pub(crate) format: String,
    pub(crate) args: Vec<Arg>,
    /// What it reads, and where it says so.
    pub(crate) uses: Vec<(Name, Span)>,
}

#[derive(Clone)]
pub(crate) enum Arg {
    /// A field, shown with this trait.
    Field(usize, FormatTrait),
    /// A binding of the row's pattern, as the pattern spells it.
    Binding(Ident, FormatTrait),
    /// The public message of the inner error, which this field is.
    Inner(usize),
    /// The code in a link, in this case.
    Code(Option<Case>),
    /// An expression in which fields are already locals.
    Expr(TokenStream),
}

/// Which formatting trait a placeholder needs.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum FormatTrait {
    Display,
    Debug,
    LowerHex,
    UpperHex,
    Octal,
    Binary,
    LowerExp,
    UpperExp,
    Pointer,
    /// A width or precision, which is a `usize`.
    Count,
}

impl Template {
    /// Parses `"text"` or `"text", args…`.
    pub(crate) fn parse(
        tokens: Vec<TokenTree>,
        scope: &Scope<'_>,
        diag: &mut Diagnostics,
    ) -> Option<Self> {
        let (first, parts) = scan::split_first(tokens);
        let Some(literal) = Text::of(&first) else {
            let at = scan::place_of_trees(&first).unwrap_or(scope.span.into());
            diag.error(at, "expected a text in quotes, perhaps with arguments after it");
            return None;
        };
        Self::build(&literal, parts, scope, false, diag)
    }

    /// The same for a link, in which `{code}` and `{code:kebab}` are the code.
    /// One in which nothing else varies is constant, and the runtime's to fill.
    pub(crate) fn link(
        literal: &Text,
        extra: Vec<Vec<TokenTree>>,
        scope: &Scope<'_>,
        diag: &mut Diagnostics,
    ) -> Option<Self> {
        Self::build(literal, extra, scope, true, diag)
    }

    fn build(
        literal: &Text,
        extra: Vec<Vec<TokenTree>>,
        scope: &Scope<'_>,
        is_link: bool,
        diag: &mut Diagnostics,
    ) -> Option<Self> {
        let before = diag.count();
        if !literal.value.contains(['{', '}']) && extra.is_empty() {
            return Some(Self::constant(literal));
        }
        let mut builder = Builder::new(literal, extra, scope, diag);
        builder.is_link = is_link;
        let format = builder.run(diag);
        builder.check_unused(diag);
        if diag.count() > before {
            return None;
        }
        let source = literal.value.clone();
        let varies = builder.args.iter().any(|arg| !matches!(arg, Arg::Code(_)));
        let constant = (!varies).then(|| source.replace("{{", "{").replace("}}", "}"));
        Some(Self {
            source,
            span: literal.span,
            constant,
            format,
            args: builder.args,
            uses: builder.uses,
        })
    }

    fn constant(literal: &Text) -> Self {
        let Text { value, span } = literal.clone();
        let (source, constant) = (value.clone(), Some(value.clone()));
        Self { source, span, constant, format: value, args: Vec::new(), uses: Vec::new() }
    }

    /// The text that stands in the catalogue: what is said when nothing
    /// varies, else the template.
    pub(crate) fn shown(&self) -> &str {
        self.constant.as_deref().unwrap_or(&self.source)
    }

    pub(crate) fn is_constant(&self) -> bool {
        self.constant.is_some()
    }
}

struct Extra {
    name: Option<Ident>,
    expr: TokenStream,
    /// The field that the expression is, when it is nothing else.
    field: Option<usize>,
    place: Place,
    used: bool,
}

/// What is shown in two ways is passed twice: each way asks for a bound of its
/// own, and a count is passed by value.
#[derive(PartialEq)]
enum Shown {
    Name(Name, FormatTrait),
    Extra(usize),
    Code(String),
}

struct Builder<'a> {
    literal: &'a Text,
    scope: &'a Scope<'a>,
    is_link: bool,
    extra: Vec<Extra>,
    next_positional: usize,
    args: Vec<Arg>,
    keys: Vec<Shown>,
    uses: Vec<(Name, Span)>,
}

impl<'a> Builder<'a> {
    fn new(
        literal: &'a Text,
        extra: Vec<Vec<TokenTree>>,
        scope: &'a Scope<'a>,
        diag: &mut Diagnostics,
    ) -> Self {
        let mut uses = Vec::new();
        let mut arguments = Vec::with_capacity(extra.len());
        for trees in extra {
            let place = scan::place_of_trees(&trees).unwrap_or(literal.span.into());
            let (name, expr) = scan::split_named(trees);
            let known = uses.len();
            let expr = scope.expression(expr, &mut uses, diag);
            let field = match (&uses[known..], expr.clone().into_iter().count()) {
                ([(Name::Field(index), _)], 1) => Some(*index),
                _ => None,
            };
            arguments.push(Extra { name, expr, field, place, used: false });
        }
        Self {
            literal,
            scope,
            is_link: false,
            extra: arguments,
            next_positional: 0,
            args: Vec::new(),
            keys: Vec::new(),
            uses,
        }
    }

    /// Walks the text and rewrites each placeholder to a position.
    fn run(&mut self, diag: &mut Diagnostics) -> String {
        let text = self.literal.value.clone();
        let mut format = String::with_capacity(text.len());
        let mut rest = text.as_str();
        while let Some(at) = rest.find(['{', '}']) {
            format.push_str(&rest[..at]);
            let brace = &rest[at..];
            if brace.starts_with("{{") || brace.starts_with("}}") {
                format.push_str(&brace[..2]);
                rest = &brace[2..];
            } else if let Some(inside) = brace.strip_prefix('{') {
                let Some(end) = inside.find('}') else {
                    self.complain(diag, "`{` is not closed; write `{{` for the brace itself");
                    return format;
                };
                self.placeholder(&inside[..end], &mut format, diag);
                rest = &inside[end + 1..];
            } else {
                self.complain(diag, "`}` closes nothing; write `}}` for the brace itself");
                rest = &brace[1..];
            }
        }
        format.push_str(rest);
        format
    }

    fn placeholder(&mut self, inside: &str, format: &mut String, diag: &mut Diagnostics) {
        let (name, spec) = inside.split_once(':').unwrap_or((inside, ""));
        if self.is_link && name == "code" {
            let position =
                self.position(Shown::Code(inside.to_owned()), Arg::Code(Case::by_short_name(spec)));
            for part in &["{", &position.to_string(), "}"] {
                format.push_str(part);
            }
            return;
        }
        let name = name.trim();
        let Some((spec_text, kind)) = self.spec(spec.trim_end(), diag) else { return };
        let position = if name.is_empty() {
            self.next_argument(kind, diag)
        } else {
            self.named(name, kind, diag)
        };
        if let Some(position) = position {
            format.push('{');
            format.push_str(&position.to_string());
            if !spec_text.is_empty() {
                format.push(':');
                format.push_str(&spec_text);
            }
            format.push('}');
        }
    }

    /// The part after `:`, with named counts rewritten to positions.
    fn spec(&mut self, spec: &str, diag: &mut Diagnostics) -> Option<(String, FormatTrait)> {
        let kind_at = spec.trim_end_matches(|c: char| c.is_ascii_alphabetic() || c == '?').len();
        let (counts, kind) = spec.split_at(kind_at);
        // A fill character may be a letter: `{:x<5}`.
        let kind = match kind {
            "" => FormatTrait::Display,
            "?" | "x?" | "X?" => FormatTrait::Debug,
            "x" => FormatTrait::LowerHex,
            "X" => FormatTrait::UpperHex,
            "o" => FormatTrait::Octal,
            "b" => FormatTrait::Binary,
            "e" => FormatTrait::LowerExp,
            "E" => FormatTrait::UpperExp,
            "p" => FormatTrait::Pointer,
            other => {
                let text = format!(
                    "unknown format `{other}`; known are `?`, `x`, `X`, `o`, `b`, `e`, `E` and `p`"
                );
                self.complain(diag, &text);
                return None;
            }
        };
        let mut out = String::with_capacity(spec.len());
        let mut rest = counts;
        // `name$`, `0$` and `.*` are the counts that name an argument.
        if let Some(star) = rest.find(".*") {
            let position = self.next_argument(FormatTrait::Count, diag)?;
            out.push_str(&rest[..star]);
            out.push('.');
            out.push_str(&position.to_string());
            out.push('$');
            rest = &rest[star + 2..];
        }
        while let Some(dollar) = rest.find('$') {
            let head = &rest[..dollar];
            let start = head.trim_end_matches(|c: char| c.is_alphanumeric() || c == '_').len();
            out.push_str(&head[..start]);
            let position = self.named(&head[start..], FormatTrait::Count, diag)?;
            out.push_str(&position.to_string());
            out.push('$');
            rest = &rest[dollar + 1..];
        }
        out.push_str(rest);
        out.push_str(&spec[kind_at..]);
        Some((out, kind))
    }

    /// The position of the next argument without a name.
    fn next_argument(&mut self, kind: FormatTrait, diag: &mut Diagnostics) -> Option<usize> {
        let index = self.next_positional;
        self.next_positional += 1;
        self.positional(index, kind).or_else(|| {
            self.complain(
                diag,
                "`{}` has no argument; name a field, as in `{id}`, or add an argument",
            );
            None
        })
    }

    fn positional(&mut self, index: usize, kind: FormatTrait) -> Option<usize> {
        let mut unnamed = (0..self.extra.len()).filter(|place| self.extra[*place].name.is_none());
        let place = unnamed.nth(index)?;
        Some(self.extra_at(place, kind))
    }

    fn extra_at(&mut self, place: usize, kind: FormatTrait) -> usize {
        self.extra[place].used = true;
        if let Some(index) = self.extra[place].field {
            return self.position(Shown::Name(Name::Field(index), kind), Arg::Field(index, kind));
        }
        let expr = self.extra[place].expr.clone();
        self.position(Shown::Extra(place), Arg::Expr(expr))
    }

    /// The position of `{name}` or `{0}`: a field, a binding, or an argument.
    fn named(&mut self, name: &str, kind: FormatTrait, diag: &mut Diagnostics) -> Option<usize> {
        if let Some(place) = self
            .extra
            .iter()
            .position(|extra| extra.name.as_ref().is_some_and(|n| crate::names::unraw(n) == name))
        {
            return Some(self.extra_at(place, kind));
        }
        if self.scope.check_upper(name, self.literal.span, diag) {
            return None;
        }
        if let Some(found) = self.scope.find(name) {
            self.uses.push((found, self.literal.span));
            let arg = match found {
                Name::Field(index) => Arg::Field(index, kind),
                Name::Inner(_) if kind != FormatTrait::Display => {
                    let text =
                        "`{inner}` is text, which has no other format such as `?`; write `{inner}`";
                    self.complain(diag, text);
                    return None;
                }
                Name::Inner(index) => Arg::Inner(index),
                Name::Itself | Name::Count(_) => return None,
                Name::Binding(index) => Arg::Binding(self.scope.binding(index)?.clone(), kind),
            };
            return Some(self.position(Shown::Name(found, kind), arg));
        }
        if let Ok(index) = name.parse::<usize>() {
            if let Some(position) = self.positional(index, kind) {
                return Some(position);
            }
        }
        if name == "inner" {
            self.complain(
                diag,
                "`{inner}` is the inner error's message, which only a `transparent` row has",
            );
            return None;
        }
        let known = self.scope.names();
        let remedy = did_you_mean_of(name, &texts(&known), "names here");
        let text = format!("there is no field `{name}` {}{remedy}", self.scope.place());
        self.complain(diag, &text);
        None
    }

    fn position(&mut self, key: Shown, arg: Arg) -> usize {
        if let Some(known) = lists::place(&self.keys, &|k| *k == key) {
            return known;
        }
        self.keys.push(key);
        self.args.push(arg);
        self.args.len() - 1
    }

    fn check_unused(&self, diag: &mut Diagnostics) {
        for extra in &self.extra {
            if !extra.used {
                diag.error(extra.place, "this argument is not used in the text");
            }
        }
    }

    fn complain(&self, diag: &mut Diagnostics, text: &str) {
        diag.error(self.literal.span, text);
    }
}
