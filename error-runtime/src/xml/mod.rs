//! Bodies of XML: written from the template's JSON, and read back into it.

#[cfg(feature = "client")]
mod parse;
#[cfg(feature = "client")]
mod read;
mod write;

#[cfg(feature = "client")]
pub(crate) use read::read;
pub(crate) use write::document;

/// More levels than any error has; what lies deeper is left out.
const DEEPEST: usize = 128;

/// Whether a name may begin with this character.
fn begins_name(c: char) -> bool {
    matches!(c,
        'A'..='Z' | 'a'..='z' | '_'
        | '\u{C0}'..='\u{D6}' | '\u{D8}'..='\u{F6}' | '\u{F8}'..='\u{2FF}'
        | '\u{370}'..='\u{37D}' | '\u{37F}'..='\u{1FFF}' | '\u{200C}'..='\u{200D}'
        | '\u{2070}'..='\u{218F}' | '\u{2C00}'..='\u{2FEF}' | '\u{3001}'..='\u{D7FF}'
        | '\u{F900}'..='\u{FDCF}' | '\u{FDF0}'..='\u{FFFD}' | '\u{10000}'..='\u{EFFFF}')
}

/// Whether it may stand in a name.
fn continues_name(c: char) -> bool {
    begins_name(c)
        || matches!(c, '-' | '.' | '0'..='9' | '\u{B7}' | '\u{300}'..='\u{36F}' | '\u{203F}'..='\u{2040}')
}

/// Whether this is the name of an element, without a prefix.
fn is_name(name: &str) -> bool {
    let mut chars = name.chars();
    if !matches!(chars.next(), Some(c) if begins_name(c)) {
        return false;
    }
    for c in chars {
        if !continues_name(c) {
            return false;
        }
    }
    true
}

#[cfg(all(test, feature = "client"))]
mod tests;
