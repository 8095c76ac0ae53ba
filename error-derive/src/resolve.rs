//! From raw keys to the model: defaults are applied and texts are read, so
//! that every row is complete.

use crate::case::Case;
use crate::diag::Diagnostics;
use crate::lists;
use crate::literal::Text;
use crate::model::{
    Code, Entry, Header, HeaderValue, Message, Model, Row, StatusField, Value, Variant,
};
use crate::names::unraw;
use crate::parse::entries::{EntryKey, EntryValue, HeaderKey, HeaderKeyValue};
use crate::parse::field::Field;
use crate::parse::parse_with;
use crate::parse::row::{CodeKey, RowKeys};
use crate::parse::{Raw, RawVariant, header};
use crate::parts;
use crate::scope::Scope;
use crate::template::Template;
use proc_macro2::{Ident, TokenStream, TokenTree};
use syn::LitStr;

impl<'a> Model<'a> {
    pub(crate) fn resolve(raw: Raw<'a>, diag: &mut Diagnostics) -> Self {
        let Raw { input, container, defaults, variants, is_enum } = raw;
        let codes = CodeRule {
            case: container.code_case.get().copied(),
            prefix: container.code_prefix.get().cloned().unwrap_or_default(),
            suffix: container.code_suffix.get().cloned().unwrap_or_default(),
        };
        check_headers(&defaults.headers, &[], diag);
        let mut resolver = Resolver { defaults: &defaults, codes: &codes, is_enum, diag };
        let mut complete = Vec::with_capacity(variants.len());
        for variant in variants {
            complete.push(resolver.variant(variant));
        }
        let variants = complete;
        // A struct's envelope stands among its row's keys.
        let own =
            if is_enum { &defaults } else { &variants[0].rows[variants[0].rows.len() - 1].keys };
        Self {
            input,
            krate: container.krate.get().cloned().unwrap_or_default(),
            envelope: own.envelope.get().cloned(),
            adapters: container.adapters,
            bound: container.bound.get().cloned(),
            strict: container.strict.is_set(),
            expose: defaults.expose.is_set(),
            code_case: codes.case.unwrap_or(Case::ScreamingSnake),
            is_enum,
            variants,
            face: None,
            faces: Vec::new(),
        }
    }
}

/// How codes are made from names.
struct CodeRule {
    case: Option<Case>,
    prefix: String,
    suffix: String,
}

impl CodeRule {
    fn make(&self, ident: &Ident, diag: &mut Diagnostics) -> Code {
        let name = unraw(ident);
        if !name.is_ascii() {
            diag.error(
                ident.span(),
                format_args!(
                    "a code made from `{name}` would not be ASCII; state it, as in `code = \"…\"`"
                ),
            );
        }
        let case = self.case.unwrap_or(Case::ScreamingSnake);
        let name = case.convert(&name);
        let text = format!("{}{name}{}", self.prefix, self.suffix);
        Code {
            value: CodeKey::Text(text),
            by_default: self.case.is_none(),
            affixes: (self.prefix.len(), self.suffix.len()),
            made_from_name: Some(name),
            place: ident.span().into(),
        }
    }
}

fn field_of(scope: &Scope<'_>, meant: &dyn Fn(&Field) -> bool) -> Option<usize> {
    lists::place(scope.fields, meant)
}

struct Resolver<'r> {
    defaults: &'r RowKeys,
    codes: &'r CodeRule,
    is_enum: bool,
    diag: &'r mut Diagnostics,
}

impl Resolver<'_> {
    fn variant(&mut self, raw: RawVariant) -> Variant {
        let RawVariant { ident, deprecated, fields, display, keys, whens } = raw;
        let inner =
            if keys.transparent.is_set() { self.inner(&ident, &fields, &keys) } else { None };
        let owner = if self.is_enum {
            format!("variant `{}`", unraw(&ident))
        } else {
            format!("struct `{}`", unraw(&ident))
        };
        let code = match (keys.code.get(), keys.code_place) {
            (Some(value), Some(place)) => Code::stated(value.clone(), place),
            _ if keys.transparent.is_set() => Code::stated(CodeKey::None, ident.span().into()),
            _ => self.codes.make(&ident, self.diag),
        };
        let mut rows = Vec::with_capacity(whens.len() + 1);
        for when in whens {
            let row_code = match (when.keys.code.get(), when.keys.code_place) {
                (Some(value), Some(place)) => Code::stated(value.clone(), place),
                // A transparent variant has no code to share: the row makes its own.
                _ if keys.transparent.is_set() && !keys.code.is_set() => {
                    self.codes.make(&ident, self.diag)
                }
                _ => code.clone(),
            };
            let scope = Scope {
                fields: &fields,
                pattern: Some(&when.pattern),
                inner: None,
                owner: owner.clone(),
                span: when.span,
            };
            let plain = if when.keys.status.is_set() { None } else { Some(&keys) };
            let mut row = self.row(&scope, when.keys, row_code, plain);
            row.pattern = Some(when.pattern);
            rows.push(row);
        }
        let scope = Scope { fields: &fields, pattern: None, inner, owner, span: ident.span() };
        rows.push(self.row(&scope, keys, code, None));
        Variant { ident, deprecated, fields, display, inner, rows }
    }

    /// The one field that a transparent variant wraps.
    fn inner(&mut self, ident: &Ident, fields: &[Field], keys: &RowKeys) -> Option<usize> {
        let mut sources = Vec::new();
        for field in fields {
            if field.source.is_some() {
                sources.push(field.index);
            }
        }
        match (sources.as_slice(), fields) {
            ([one], _) => Some(*one),
            ([], [only]) => Some(only.index),
            _ => {
                self.diag.error(
                    keys.transparent.span().unwrap_or(ident.span()),
                    "`transparent` needs one inner error: a single field, or one marked `#[from]` or `#[source]`",
                );
                None
            }
        }
    }

    /// One row. A `when` row that states no status has what a field gives, by
    /// the rules of the variant's `plain` one.
    fn row(
        &mut self,
        scope: &Scope<'_>,
        mut keys: RowKeys,
        code: Code,
        plain: Option<&RowKeys>,
    ) -> Row {
        keys.broken |= self.defaults.broken;
        let transparent = keys.transparent.is_set();
        let is_when = scope.pattern.is_some();
        // What a transparent variant does not say itself comes from its inner
        // error, so the type's defaults stay out of it.
        let defaults = (!transparent).then_some(self.defaults);
        let defaults_of_status = if is_when { plain.and(defaults) } else { defaults };
        let (status, status_field) = self.status(scope, &keys, plain, defaults_of_status);
        for header in &mut keys.headers {
            header.is_of(status);
        }
        let exposed =
            keys.expose.is_set() || (self.defaults.expose.is_set() && !keys.conceal.is_set());
        let fixed = if status_field.is_none() { status } else { None };
        let message = self.message(scope, &keys, fixed, exposed);
        let hint = keys.hint.get().and_then(Option::as_ref);
        let hint = hint.and_then(|tokens| Template::parse(tokens.clone(), scope, self.diag));
        let docs = keys.docs.get().or(defaults.and_then(|d| d.docs.get()));
        let docs = docs.and_then(|tokens| self.docs(tokens.clone(), scope));
        // What the inner error says may be taken away and said otherwise.
        if let Some(defaults) = defaults {
            check_headers(&keys.headers, &defaults.headers, self.diag);
        }
        let mut headers = Vec::new();
        if let Some(defaults) = defaults {
            for header in &defaults.headers {
                let is_own = |own: &HeaderKey| own.name == header.name && own.is_removed();
                if !keys.headers.iter().any(is_own) {
                    if let Some(header) = self.header(header, scope) {
                        headers.push(header);
                    }
                }
            }
        }
        for header in &keys.headers {
            if let Some(header) = self.header(header, scope) {
                headers.push(header);
            }
        }
        let details = self.entries(&keys.details, scope);
        let members = self.entries(&keys.members, scope);
        let own_code = is_when && keys.code.is_set();
        Row {
            pattern: None,
            span: scope.span,
            status,
            status_field,
            code_field: if own_code { None } else { field_of(scope, &|f| f.code.is_set()) },
            code,
            shared_code: keys.shared_code.is_set() || self.defaults.shared_code.is_set(),
            title: keys.title.get().cloned(),
            message,
            exposed,
            hint,
            category: keys.category.get().or(defaults.and_then(|d| d.category.get())).cloned(),
            docs,
            retry: keys.retry.get().or(defaults.and_then(|d| d.retry.get())).cloned(),
            retry_after: keys.retry_after.get().copied(),
            headers,
            details,
            members,
            envelope: if self.is_enum { keys.envelope.get().cloned() } else { None },
            log: keys.log.get().or(defaults.and_then(|d| d.log.get())).copied(),
            transparent,
            keys,
        }
    }

    /// The status as stated, and the field that may say another.
    fn status(
        &mut self,
        scope: &Scope<'_>,
        keys: &RowKeys,
        plain: Option<&RowKeys>,
        defaults: Option<&RowKeys>,
    ) -> (Option<u16>, Option<StatusField>) {
        let is_when = scope.pattern.is_some();
        let transparent = keys.transparent.is_set();
        let is_field = |field: &Field| field.status.is_set();
        let index = if is_when && plain.is_none() { None } else { field_of(scope, &is_field) };
        let plain = if index.is_some() { plain } else { None };
        let any = keys.any_status.is_set()
            || self.defaults.any_status.is_set()
            || matches!(plain, Some(keys) if keys.any_status.is_set());
        let field = index.map(|index| StatusField { index, any });
        let stated = keys.status.get().or(plain.and_then(|plain| plain.status.get()));
        let defaults = if !is_when || field.is_some() { defaults } else { None };
        let Some(&(status, at)) = stated.or(defaults.and_then(|d| d.status.get())) else {
            if field.is_some() {
                return ((!transparent).then_some(500), field);
            }
            if !transparent && !keys.broken {
                let text = if scope.pattern.is_some() {
                    "a `when` row states its own status, as in `status = 404`".to_owned()
                } else {
                    format!("{} has no status; add one, as in `#[api(status = 404)]`", scope.owner)
                };
                self.diag.error(scope.span, text);
            }
            return (None, field);
        };
        match status {
            400..=599 => {
                if let (Some(span), None) = (keys.any_status.own_span(), field) {
                    self.diag.error(span, format_args!("`any_status` has no effect on {status}"));
                }
            }
            200..=999 if any => {}
            100..=199 => self.diag.error(at, format_args!("a {status} is no final answer; use 400 to 599")),
            _ => self.diag.error(
                at,
                format_args!("`status` must be between 400 and 599, found {status}; add `any_status` if it is meant"),
            ),
        }
        (Some(status), field)
    }

    fn message(
        &mut self,
        scope: &Scope<'_>,
        keys: &RowKeys,
        status: Option<u16>,
        exposed: bool,
    ) -> Message {
        if let Some(tokens) = keys.message.get() {
            return match Template::parse(tokens.clone(), scope, self.diag) {
                Some(template) => Message::Declared(template),
                None => Message::Hidden,
            };
        }
        if keys.transparent.is_set() {
            return Message::Inner;
        }
        // One that only the field knows is looked at as if it were below 500.
        let server = matches!(status, Some(500..));
        match server {
            // What has not been read may have been `message` or `conceal`.
            _ if keys.broken => Message::Hidden,
            true if exposed => Message::Display,
            false if !keys.conceal.is_set() => Message::Display,
            _ => Message::Hidden,
        }
    }

    /// A link. `{code}` and `{code:kebab}` are our code, never a field; the
    /// runtime fills them in.
    fn docs(&mut self, trees: Vec<TokenTree>, scope: &Scope<'_>) -> Option<Template> {
        let (first, parts) = crate::scan::split_first(trees);
        let first = TokenStream::from_iter(first);
        let literal: Text = self.diag.take(parse_with::<LitStr>(first))?.into();
        let text = &literal.value;
        for (at, _) in text.match_indices("{code:") {
            let case = text[at + 6..].split('}').next().unwrap_or("");
            if Case::by_short_name(case).is_none() {
                let names = crate::diag::words(&Case::SHORT_NAMES);
                let remedy = crate::diag::did_you_mean_of(case, &names, "known cases");
                self.diag.error(
                    literal.span,
                    format_args!("unknown case `{case}` for the code{remedy}"),
                );
                return None;
            }
        }
        let link = Template::link(&literal, parts, scope, self.diag)?;
        crate::link::check_docs(&link, self.diag);
        Some(link)
    }

    fn header(&mut self, key: &HeaderKey, scope: &Scope<'_>) -> Option<Header> {
        let value = match &key.value {
            HeaderKeyValue::Removed => HeaderValue::Removed,
            HeaderKeyValue::Challenge(key) => parts::resolve_challenge(key, scope, self.diag)?,
            HeaderKeyValue::Redirect(key) => parts::resolve_redirect(key, scope, self.diag)?,
            HeaderKeyValue::Text(tokens) => {
                let tokens = tokens.clone().into_iter().collect();
                let template = Template::parse(tokens, scope, self.diag)?;
                match &template.constant {
                    Some(text) => {
                        header::check_value(text, template.span, self.diag);
                        HeaderValue::Constant(text.clone())
                    }
                    None => HeaderValue::Dynamic(template),
                }
            }
        };
        Some(Header { name: key.name.clone(), value })
    }

    fn entries(&mut self, keys: &[EntryKey], scope: &Scope<'_>) -> Vec<Entry> {
        let mut entries = Vec::with_capacity(keys.len());
        for key in keys {
            let value = match &key.value {
                EntryValue::Text(tokens) => {
                    match Template::parse(tokens.clone().into_iter().collect(), scope, self.diag) {
                        Some(template) => Value::Text(template),
                        None => continue,
                    }
                }
                EntryValue::Expr(tokens) => {
                    let mut uses = Vec::new();
                    let tokens = scope.expression(tokens.clone(), &mut uses, self.diag);
                    Value::Expr { tokens, uses }
                }
                EntryValue::Object(keys) => Value::Object(self.entries(keys, scope)),
                EntryValue::Null => Value::Null,
                EntryValue::Constant(json) => Value::Constant(json.clone()),
            };
            entries.push(Entry { name: key.name.clone(), name_span: key.name_span, value });
        }
        entries
    }
}

/// A header that the type does not state is not stated and taken away again.
/// The other way round, it stands in place of the envelope's.
fn check_headers(headers: &[HeaderKey], of_type: &[HeaderKey], diag: &mut Diagnostics) {
    for (at, header) in headers.iter().enumerate() {
        let contrary = |known: &HeaderKey| {
            known.name == header.name && !known.is_removed() && header.is_removed()
        };
        if of_type.iter().any(|known| known.name == header.name) {
            continue;
        }
        if let Some(other) = lists::find(&headers[..at], &contrary) {
            let text = format!("the header `{}` is stated and taken away; keep one", header.name);
            diag.conflict(other.name_span, header.name_span, text);
        }
    }
}
