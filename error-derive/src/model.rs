//! The resolved declaration: defaults applied, texts read, every row complete.

use crate::case::Case;
use crate::diag::Place;
use crate::display::Display;
use crate::lists;
use crate::names::Krate;
use crate::parse::container::Adapter;
use crate::parse::field::{Field, Wire};
use crate::parse::once::Once;
use crate::parse::retry::RetryKey;
use crate::parse::row::{CodeKey, RowKeys};
use crate::parts::{Part, PartValue, Slot};
use crate::pattern::Pattern;
use crate::scope::Name;
use crate::template::Template;
use proc_macro2::{Ident, Span, TokenStream};
use syn::DeriveInput;

pub(crate) struct Model<'a> {
    pub(crate) input: &'a DeriveInput,
    pub(crate) krate: Krate,
    pub(crate) envelope: Option<TokenStream>,
    pub(crate) adapters: Vec<Adapter>,
    pub(crate) bound: Option<Vec<TokenStream>>,
    pub(crate) strict: bool,
    /// Whether the type shows the `Display` of a 5xx.
    pub(crate) expose: bool,
    pub(crate) code_case: Case,
    pub(crate) is_enum: bool,
    pub(crate) variants: Vec<Variant>,
    /// The type that names this face, where it is not the first.
    pub(crate) face: Option<TokenStream>,
    pub(crate) faces: Vec<Face<'a>>,
}

/// Another face of the error: the same rows in the same order.
pub(crate) struct Face<'a> {
    /// The type that names it.
    pub(crate) path: TokenStream,
    pub(crate) adapters: Vec<Adapter>,
    /// Without faces of its own.
    pub(crate) model: Model<'a>,
}

pub(crate) struct Variant {
    pub(crate) ident: Ident,
    /// It is deprecated itself, or has a deprecated field or type.
    pub(crate) deprecated: bool,
    pub(crate) fields: Vec<Field>,
    pub(crate) display: Display,
    /// The inner error of a transparent variant.
    pub(crate) inner: Option<usize>,
    /// The `when` rows in order, the plain one last.
    pub(crate) rows: Vec<Row>,
}

pub(crate) struct Row {
    pub(crate) pattern: Option<Pattern>,
    /// The variant's name, or the word `when`.
    pub(crate) span: Span,
    /// As stated, or what stands for it where the field gives none.
    pub(crate) status: Option<u16>,
    /// The field that gives the status, if one does.
    pub(crate) status_field: Option<StatusField>,
    /// The field that gives the code, if one does.
    pub(crate) code_field: Option<usize>,
    pub(crate) code: Code,
    pub(crate) shared_code: bool,
    pub(crate) title: Option<String>,
    pub(crate) message: Message,
    /// `Display` is shown whatever the status.
    pub(crate) exposed: bool,
    pub(crate) hint: Option<Template>,
    pub(crate) category: Option<String>,
    pub(crate) docs: Option<Template>,
    pub(crate) retry: Option<RetryKey>,
    pub(crate) retry_after: Option<u64>,
    pub(crate) headers: Vec<Header>,
    pub(crate) details: Vec<Entry>,
    pub(crate) members: Vec<Entry>,
    pub(crate) envelope: Option<TokenStream>,
    pub(crate) log: Option<&'static str>,
    pub(crate) transparent: bool,
    /// The keys as written, for rules about what is stated.
    pub(crate) keys: RowKeys,
}

/// The field that a row's status comes from.
#[derive(Clone, Copy)]
pub(crate) struct StatusField {
    pub(crate) index: usize,
    /// It may give any status from 200 up.
    pub(crate) any: bool,
}

#[derive(Clone)]
pub(crate) struct Code {
    pub(crate) value: CodeKey,
    /// Made from the name in the default case, so that an envelope may choose.
    pub(crate) by_default: bool,
    /// How long prefix and suffix are.
    pub(crate) affixes: (usize, usize),
    /// The part between prefix and suffix, of one made from the name.
    pub(crate) made_from_name: Option<String>,
    pub(crate) place: Place,
}

/// Where the public message comes from.
pub(crate) enum Message {
    Declared(Template),
    /// What `Display` shows.
    Display,
    /// The envelope's internal message stands for it.
    Hidden,
    /// The inner error's.
    Inner,
}

pub(crate) struct Header {
    pub(crate) name: String,
    pub(crate) value: HeaderValue,
}

pub(crate) enum HeaderValue {
    Constant(String),
    Dynamic(Template),
    Challenge { scheme: String, parts: Vec<Part> },
    Redirect { target: PartValue, parts: Vec<Part> },
    Removed,
}

pub(crate) struct Entry {
    pub(crate) name: String,
    pub(crate) name_span: Span,
    pub(crate) value: Value,
}

pub(crate) enum Value {
    Text(Template),
    Expr {
        tokens: TokenStream,
        uses: Vec<(Name, Span)>,
    },
    Object(Vec<Entry>),
    Null,
    /// JSON.
    Constant(String),
}

impl Code {
    /// One that is written out, or none.
    pub(crate) fn stated(value: CodeKey, place: Place) -> Self {
        Self { value, by_default: false, affixes: (0, 0), made_from_name: None, place }
    }
}

impl Model<'_> {
    /// All rows, in the order of the table, with their variants.
    pub(crate) fn rows(&self) -> Vec<(&Variant, &Row)> {
        let mut rows = Vec::with_capacity(self.variants.len());
        for variant in &self.variants {
            for row in &variant.rows {
                rows.push((variant, row));
            }
        }
        rows
    }

    /// This model, and those of further faces.
    pub(crate) fn with_faces(&self) -> Vec<&Self> {
        let mut models = vec![self];
        for face in &self.faces {
            models.push(&face.model);
        }
        models
    }

    /// The paths of its envelopes, as often as they are stated.
    pub(crate) fn envelopes(&self) -> Vec<&TokenStream> {
        let mut paths = Vec::new();
        if let Some(path) = &self.envelope {
            paths.push(path);
        }
        for variant in &self.variants {
            for row in &variant.rows {
                if let Some(path) = &row.envelope {
                    paths.push(path);
                }
            }
        }
        paths
    }
}

impl Variant {
    /// Whether this field's text must stay inside: a source's, and that of
    /// sub-errors, whose items say themselves what is public.
    pub(crate) fn is_secret(&self, index: usize) -> bool {
        self.is_source(index) || self.fields[index].is_private_list()
    }

    /// Whether the field is a private source, or the error that a transparent
    /// variant or `Display` stands for.
    pub(crate) fn is_source(&self, index: usize) -> bool {
        let field = &self.fields[index];
        let stood_for = self.inner == Some(index)
            || (matches!(self.display, Display::Transparent(_)) && self.fields.len() == 1);
        field.is_private() || (stood_for && !field.public.is_set() && !field.broken)
    }

    /// The field that gives this part itself, if one does.
    pub(crate) fn message_field(&self) -> Option<&Field> {
        lists::find(&self.fields, &|field| field.message.is_set())
    }

    pub(crate) fn hint_field(&self) -> Option<&Field> {
        lists::find(&self.fields, &|field| field.hint.is_set())
    }

    pub(crate) fn retry_after_field(&self) -> Option<&Field> {
        lists::find(&self.fields, &|field| field.retry_after.is_set())
    }

    pub(crate) fn errors_field(&self) -> Option<&Field> {
        lists::find(&self.fields, &|field| field.errors.is_set())
    }

    pub(crate) fn detail_fields(&self) -> Vec<(&Field, &Wire)> {
        self.fields_with(&|field| &field.detail)
    }

    pub(crate) fn member_fields(&self) -> Vec<(&Field, &Wire)> {
        self.fields_with(&|field| &field.member)
    }

    pub(crate) fn header_fields(&self) -> Vec<(&Field, &String)> {
        self.fields_with(&|field| &field.header)
    }

    /// The fields with this key, and what it says.
    fn fields_with<T>(&self, key: &dyn Fn(&Field) -> &Once<T>) -> Vec<(&Field, &T)> {
        let mut with = Vec::new();
        for field in &self.fields {
            if let Some(value) = key(field).get() {
                with.push((field, value));
            }
        }
        with
    }
}

impl Row {
    /// The status when it is always the same.
    pub(crate) fn fixed_status(&self) -> Option<u16> {
        if self.status_field.is_none() { self.status } else { None }
    }

    /// Whether one of its headers contains this text of the error itself.
    pub(crate) fn says(&self, slot: Slot) -> bool {
        self.headers.iter().any(|header| header.value.says(slot))
    }

    /// Every template of the row.
    pub(crate) fn each_template<'r>(&'r self, found: &mut dyn FnMut(&'r Template)) {
        if let Message::Declared(template) = &self.message {
            found(template);
        }
        if let Some(hint) = &self.hint {
            found(hint);
        }
        if let Some(docs) = &self.docs {
            found(docs);
        }
        for header in &self.headers {
            if let HeaderValue::Dynamic(template) = &header.value {
                found(template);
            }
            for value in &header.value.values() {
                if let PartValue::Text(template) = value {
                    found(template);
                }
            }
        }
        self.each_value(&mut |value| {
            if let Value::Text(template) = value {
                found(template);
            }
        });
    }

    /// Everything that the row's texts and expressions name.
    pub(crate) fn each_use(&self, found: &mut dyn FnMut(Name)) {
        self.each_template(&mut |template| {
            for (name, _) in &template.uses {
                found(*name);
            }
        });
        for header in &self.headers {
            for value in &header.value.values() {
                if let PartValue::Expr { uses, .. } = value {
                    for (name, _) in uses {
                        found(*name);
                    }
                }
            }
        }
        self.each_value(&mut |value| {
            if let Value::Expr { uses, .. } = value {
                for (name, _) in uses {
                    found(*name);
                }
            }
        });
    }

    fn each_value<'r>(&'r self, found: &mut dyn FnMut(&'r Value)) {
        each_value(&self.details, found);
        each_value(&self.members, found);
    }
}

fn each_value<'e>(entries: &'e [Entry], found: &mut dyn FnMut(&'e Value)) {
    for entry in entries {
        match &entry.value {
            Value::Object(inner) => each_value(inner, found),
            value => found(value),
        }
    }
}
