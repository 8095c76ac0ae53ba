//! Indents JSON as it came over the wire: parsing it would lose the order.

/// Indents valid JSON; `key` may dress the member names.
pub(crate) fn pretty(json: &str, key: impl Fn(&str) -> String) -> String {
    let mut out = String::with_capacity(json.len() * 2);
    let mut depth = 0;
    let mut rest = json.trim_start();
    while !rest.is_empty() {
        let (token, after) = rest.split_at(token_length(rest));
        let after = after.trim_start();
        match token {
            // Empty ones stay on their line.
            "{" | "[" if after.starts_with(['}', ']']) => {
                out.push_str(token);
                out.push_str(&after[..1]);
                rest = after[1..].trim_start();
                continue;
            }
            "{" | "[" => {
                depth += 1;
                out.push_str(token);
                line(&mut out, depth);
            }
            "}" | "]" => {
                depth -= 1;
                line(&mut out, depth);
                out.push_str(token);
            }
            "," => {
                out.push_str(token);
                line(&mut out, depth);
            }
            ":" => out.push_str(": "),
            _ if after.starts_with(':') => out.push_str(&key(token)),
            _ => out.push_str(token),
        }
        rest = after;
    }
    out
}

fn line(out: &mut String, depth: usize) {
    out.push('\n');
    out.extend(std::iter::repeat_n("  ", depth));
}

/// The length of the token that `text` begins with.
fn token_length(text: &str) -> usize {
    let bytes = text.as_bytes();
    match bytes[0] {
        b'"' => {
            let mut escaped = false;
            let end = bytes[1..].iter().position(|&byte| {
                let ends = byte == b'"' && !escaped;
                escaped = byte == b'\\' && !escaped;
                ends
            });
            end.map_or(bytes.len(), |end| end + 2)
        }
        b'{' | b'}' | b'[' | b']' | b',' | b':' => 1,
        _ => text.find(['{', '}', '[', ']', ',', ':', ' ', '\n']).unwrap_or(bytes.len()),
    }
}

#[cfg(test)]
mod tests {
    use super::pretty;

    #[test]
    fn keeps_the_order_and_every_byte_of_a_text() {
        let wire = r#"{"b":{},"a":[1,-2.5e3,null,true],"\"{":"x\\","n":[[],{"ü":" , :"}]}"#;
        let shown = pretty(wire, str::to_owned);
        let expected = "{
  \"b\": {},
  \"a\": [
    1,
    -2.5e3,
    null,
    true
  ],
  \"\\\"{\": \"x\\\\\",
  \"n\": [
    [],
    {
      \"ü\": \" , :\"
    }
  ]
}";
        assert_eq!(shown, expected);
        // Indenting is idempotent.
        assert_eq!(pretty(&shown, str::to_owned), expected);
    }
}
