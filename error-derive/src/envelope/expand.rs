//! An envelope's items. Nothing here can fail.

use super::api::{Adapter, Target};
use super::header::Header;
use super::node::node;
use super::parse::Envelope;
use super::policy::{Keep, Policy};
use super::rule::Rule;
use super::xml::Xml;
use crate::names::{Krate, local, quiet, unraw};
use crate::quoted::{none, separated, slice, some, tokens};
use proc_macro2::{Ident, Literal, Span, TokenStream};
use quote::{ToTokens, format_ident};
use syn::spanned::Spanned;

// Expands to:
//
//     /// The user's documentation.
//     #[derive(Debug, Clone, …)]
//     pub struct CoDrag<T = ()>(pub T);
//
//     impl<T> error_runtime::Envelope for CoDrag<T> {
//         const NAMES: &'static [&'static str] = &["type", …];
//
//         fn shape() -> &'static error_runtime::Shape {
//             static SHAPE: error_runtime::Shape = …;
//             &SHAPE
//         }
//     }
//
// and, where it has a success shape, what `success` below says.
pub(super) fn expand(envelope: &Envelope) -> TokenStream {
    let krate = envelope.attributes.krate.clone().unwrap_or_default();
    let cfgs = &envelope.attributes.cfgs;
    let name = quiet(&envelope.name);
    let t = parameter("T", &envelope.name);
    let own = names(envelope, &envelope.body.names_beside_rest(), "NAMES", &krate);
    let items = envelope.body.item_names();
    let items = (!items.is_empty() || envelope.policy.xml.is_some()).then(|| {
        let items = names(envelope, &items, "ITEM_NAMES", &krate);
        tokens! {
            [items]
            const ITEM_NAMES: &'static [&'static ::core::primitive::str] = #items;
        }
    });
    let is_xml = envelope.xml.is_some().then(|| {
        tokens! {
            []
            const IS_XML: ::core::primitive::bool = true;
        }
    });
    let check = check_xml(envelope, &krate);
    let shape = shape(envelope, &krate);
    let declaration = declaration(envelope, &t);
    let success = envelope.success.is_some().then(|| success(envelope, &krate, &t));
    let reading = reading(envelope, &krate);
    let impls = tokens! {
        [cfgs, t, krate, name, own, items, is_xml, shape, reading, success, check]
        #cfgs
        #[automatically_derived]
        impl<#t> #krate::Envelope for #name<#t> {
            const NAMES: &'static [&'static ::core::primitive::str] = #own;
            #items
            #is_xml

            fn shape() -> &'static #krate::Shape {
                static SHAPE: #krate::Shape = #shape;
                &SHAPE
            }
        }

        #reading
        #success
        #check
    };
    if envelope.attributes.deprecated {
        // The impls name a type whose every use warns. An `allow` on each of
        // them would be lost on the calls of adapters.
        return tokens! {
            [declaration, cfgs, impls]
            #declaration

            #cfgs
            #[allow(deprecated)]
            const _: () = { #impls };
        };
    }
    tokens!([declaration, impls] #declaration #impls)
}

/// Names that members may not have: those of the XML form are among them.
fn names(envelope: &Envelope, own: &[&str], of: &str, krate: &Krate) -> TokenStream {
    let count = Literal::usize_unsuffixed(own.len());
    let mut list = Vec::with_capacity(own.len());
    for name in own {
        list.push(name.to_token_stream());
    }
    let own = slice(&list);
    let Some(path) = &envelope.policy.xml else { return own };
    let (path, of) = (quiet(path), Ident::new(of, Span::call_site()));
    let theirs = tokens!([path, krate, of] <#path as #krate::Envelope>::#of);
    tokens! {
        [krate, count, own, theirs]
        &#krate::__private::join::<{ #count + #theirs.len() }>(#own, #theirs)
    }
}

/// What `xml = …` names must write XML.
fn check_xml(envelope: &Envelope, krate: &Krate) -> Option<TokenStream> {
    let path = envelope.policy.xml.as_ref()?;
    let cfgs = &envelope.attributes.cfgs;
    let at = path.span().resolved_at(Span::call_site());
    let path = quiet(path);
    let text = "`xml` names an envelope that is XML, as in `Name xml(\"Error\") = { … }`";
    Some(tokens! {
        at => [cfgs, path, krate, text]
        #cfgs
        const _: () = ::core::assert!(<#path as #krate::Envelope>::IS_XML, "{}", #text);
    })
}

fn declaration(envelope: &Envelope, t: &Ident) -> TokenStream {
    let Envelope { attributes, vis, name, .. } = envelope;
    let outer = &attributes.outer;
    let docs = (!attributes.documented).then(|| {
        let text = format!(" The envelope `{}`.", unraw(name));
        tokens!([text] #[doc = #text])
    });
    // What the user derives is not derived again.
    let derives = &[
        ("fmt", "Debug"),
        ("clone", "Clone"),
        ("marker", "Copy"),
        ("cmp", "PartialEq"),
        ("cmp", "Eq"),
        ("default", "Default"),
    ];
    let ident = |name| Ident::new(name, Span::call_site());
    let mut missing = Vec::with_capacity(derives.len());
    for (module, name) in derives {
        if !attributes.derived.iter().any(|derived| derived == name) {
            let (module, name) = (ident(module), ident(name));
            missing.push(tokens!([module, name] ::core::#module::#name));
        }
    }
    let mut attributes = TokenStream::new();
    for attribute in outer {
        attributes.extend(attribute.clone());
    }
    let missing = separated(&missing, ',');
    tokens! {
        [attributes, docs, missing, vis, name, t]
        #attributes
        #docs
        #[derive(#missing)]
        #vis struct #name<#t = ()>(#vis #t);
    }
}

// Expands to `CoDrag::parse`, which reads answers back: what it is, the runtime's
// feature `client` decides.
fn reading(envelope: &Envelope, krate: &Krate) -> TokenStream {
    let Envelope { attributes, vis, .. } = envelope;
    let (cfgs, name) = (&attributes.cfgs, quiet(&envelope.name));
    tokens! {
        [cfgs, krate, vis, name]
        #cfgs
        #krate::__client! { #vis #name }
    }
}

// Expands to:
//
//     impl<T: Serialize> Serialize for CoDrag<T> { … }
//     impl<T: Serialize, B: From<Bytes>> From<CoDrag<T>> for Response<B> { … }
//     error_runtime::__adapter_axum! { [::axum] success [T: Serialize] [CoDrag<T>] [] }
fn success(envelope: &Envelope, krate: &Krate, t: &Ident) -> TokenStream {
    let cfgs = &envelope.attributes.cfgs;
    let name = quiet(&envelope.name);
    let (b, s) = (parameter("B", &envelope.name), parameter("S", &envelope.name));
    let (serializer, value) = (local("serializer"), local("value"));
    let private = tokens!([krate] #krate::__private);
    let shape = tokens!([name, t, krate] <#name<#t> as #krate::Envelope>::shape());
    let mut adapters = TokenStream::new();
    for Adapter { target, .. } in &envelope.attributes.adapters {
        let call = tokens!([t, private, name] success [#t: #private::Serialize] [#name<#t>] []);
        adapters.extend(match target {
            Target::Ours(name, path) => {
                let adapter = format_ident!("__adapter_{name}", span = Span::call_site());
                tokens! {
                    [cfgs, krate, adapter, path, call]
                    #cfgs #krate::#adapter! { [#path] #call }
                }
            }
            Target::Macro(path) => tokens!([cfgs, path, call] #cfgs #path! { #call }),
        });
    }
    tokens! {
        [cfgs, t, private, name, s, serializer, shape, b, value, adapters]
        #cfgs
        #[automatically_derived]
        impl<#t: #private::Serialize> #private::Serialize for #name<#t> {
            fn serialize<#s: #private::Serializer>(
                &self,
                #serializer: #s,
            ) -> ::core::result::Result<
                <#s as #private::Serializer>::Ok,
                <#s as #private::Serializer>::Error,
            > {
                #private::serialize_success(#shape, &self.0, #serializer)
            }
        }

        #cfgs
        #[automatically_derived]
        impl<#t: #private::Serialize, #b: ::core::convert::From<#private::Bytes>>
            ::core::convert::From<#name<#t>> for #private::Response<#b>
        {
            fn from(#value: #name<#t>) -> Self {
                #private::success_to_http(#shape, &#value.0)
            }
        }

        #adapters
    }
}

/// A type parameter that is not called like the envelope itself.
fn parameter(name: &str, envelope: &Ident) -> Ident {
    if envelope == name { format_ident!("{name}0") } else { Ident::new(name, Span::call_site()) }
}

fn shape(envelope: &Envelope, krate: &Krate) -> TokenStream {
    let name = unraw(&envelope.name);
    let node = |value| node(value, krate);
    let (usual, body) = body(envelope, &node(&envelope.body), krate);
    let content_type = envelope.policy.content_type.as_deref().unwrap_or(usual);
    let success = match &envelope.success {
        Some(success) => some(&node(success)),
        None => none(),
    };
    let policy = policy(&envelope.policy, krate);
    tokens! {
        [krate, name, content_type, body, success, policy]
        #krate::Shape {
            name: #name,
            content_type: #krate::__private::HeaderValue::from_static(#content_type),
            body: #body,
            success: #success,
            policy: #policy,
        }
    }
}

/// The body, and its usual content type.
fn body(envelope: &Envelope, node: &TokenStream, krate: &Krate) -> (&'static str, TokenStream) {
    let Some(Xml { root, namespace, .. }) = &envelope.xml else {
        return ("application/json", tokens!([krate, node] #krate::Body::Json(#node)));
    };
    let namespace = match namespace {
        Some(namespace) => some(namespace),
        None => none(),
    };
    let xml = tokens! {
        [krate, root, namespace, node]
        #krate::Xml { root: #root, namespace: #namespace, node: #node }
    };
    ("application/xml", tokens!([krate, xml] #krate::Body::Xml(#xml)))
}

fn policy(policy: &Policy, krate: &Krate) -> TokenStream {
    let case = |case| {
        let variant = format_ident!("{case:?}");
        tokens!([krate, variant] #krate::Case::#variant)
    };
    let keep = policy.keep.map(|keep| match keep {
        Keep::Null => tokens!([krate] #krate::Keep::Null),
        Keep::OmitDefault => tokens!([krate] #krate::Keep::OmitDefault),
    });
    let mut rules = Vec::with_capacity(policy.rules.len());
    for rule in &policy.rules {
        rules.push(self::rule(rule, krate));
    }
    let rules = (!rules.is_empty()).then(|| slice(&rules));
    let xml = policy.xml.as_ref().map(|path| {
        let path = quiet(path);
        tokens!([path, krate] ::core::option::Option::Some(<#path as #krate::Envelope>::shape))
    });
    let text = |text: &Option<String>| text.as_ref().map(|text| some(text));
    let fields = [
        ("headers", headers(&policy.headers, krate)),
        ("internal_message", text(&policy.internal_message)),
        ("type_uri", text(&policy.type_uri)),
        ("docs", text(&policy.docs)),
        ("code_case", policy.code_case.map(|code| some(&case(code)))),
        ("field_case", policy.field_case.map(|field| some(&case(field)))),
        ("keep", keep),
        ("should_retry", text(&policy.should_retry)),
        ("event", text(&policy.event)),
        ("rules", rules),
        ("xml", xml),
    ];
    let ty = tokens!([krate] #krate::Policy);
    let base = tokens!([ty] #ty::EMPTY);
    fill(&ty, &fields, fields.len(), &base)
}

fn rule(rule: &Rule, krate: &Krate) -> TokenStream {
    let Rule { from, to, category, retry_after, headers } = rule;
    let fields = [
        ("category", category.as_ref().map(|text| some(text))),
        ("retry_after", retry_after.map(|seconds| some(&seconds))),
        ("headers", self::headers(headers, krate)),
    ];
    // The base always gives the two statuses.
    let base = tokens!([krate, from, to] #krate::Rule::on(#from, #to));
    fill(&tokens!([krate] #krate::Rule), &fields, usize::MAX, &base)
}

/// A struct with what is said, and the rest from its base. Where all is said,
/// naming the base would be a lint.
fn fill(
    ty: &TokenStream,
    fields: &[(&str, Option<TokenStream>)],
    all: usize,
    base: &TokenStream,
) -> TokenStream {
    let (mut said, mut count) = (TokenStream::new(), 0);
    for (name, value) in fields {
        if let Some(value) = value {
            let name = Ident::new(name, Span::call_site());
            said.extend(tokens!([name, value] #name: #value,));
            count += 1;
        }
    }
    if count == 0 {
        return base.clone();
    }
    let rest = (count < all).then(|| tokens!([base] ..#base));
    tokens!([ty, said, rest] #ty { #said #rest })
}

fn headers(headers: &[Header], krate: &Krate) -> Option<TokenStream> {
    let mut specs = Vec::with_capacity(headers.len());
    for Header { name, value } in headers {
        specs.push(tokens!([krate, name, value] #krate::HeaderSpec::constant(#name, #value)));
    }
    (!specs.is_empty()).then(|| slice(&specs))
}
