//! Lines of a calendar file (RFC 5545 §3.1).
//!
//! Read here and not by a crate: real files are folded within a character of several bytes, and right
//! before or after a space that belongs to the text. Lines therefore have to be joined as bytes,
//! before they are decoded, and without trimming; the parsers that exist decode and trim first, and
//! take a byte that is not UTF-8 for the end of the file.

use super::error::{CalendarFileError, LONGEST_LINE};

/// One line, unfolded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Line {
    /// Its number in the file, from 1; of a folded line the first.
    pub number: u32,
    /// The property's name in upper case.
    pub name: String,
    /// Its parameters, names in upper case.
    params: Vec<(String, String)>,
    /// Its value, as written.
    pub value: String,
}

impl Line {
    /// The value of a parameter.
    pub(super) fn param(&self, name: &str) -> Option<&str> {
        self.params.iter().find(|(other, _)| other == name).map(|(_, value)| value.as_str())
    }
}

/// The lines of a file, in order.
pub(super) fn lines(bytes: &[u8]) -> impl Iterator<Item = Result<Line, CalendarFileError>> {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let mut physical = (1_u32..).zip(bytes.split(|byte| *byte == b'\n')).peekable();
    std::iter::from_fn(move || {
        loop {
            let (number, first) = physical.next()?;
            let first = without_return(first);
            if first.is_empty() {
                continue;
            }
            let mut whole = first.to_vec();
            while let Some((_, next)) = physical.peek() {
                let next = without_return(next);
                match next {
                    [b' ' | b'\t', rest @ ..] => whole.extend_from_slice(rest),
                    // An empty line between two folds is a slip of the program that wrote them.
                    [] => {}
                    _ => break,
                }
                if whole.len() > LONGEST_LINE {
                    return Some(Err(CalendarFileError::LineTooLong { line: number }));
                }
                physical.next();
            }
            if whole.len() > LONGEST_LINE {
                return Some(Err(CalendarFileError::LineTooLong { line: number }));
            }
            return Some(read(number, &whole));
        }
    })
}

fn without_return(line: &[u8]) -> &[u8] {
    line.strip_suffix(b"\r").unwrap_or(line)
}

fn read(number: u32, bytes: &[u8]) -> Result<Line, CalendarFileError> {
    let text = std::str::from_utf8(bytes).map_err(|_| CalendarFileError::NotUtf8 { line: number })?;
    split(number, text).ok_or(CalendarFileError::Unreadable { line: number })
}

/// Splits a line into name, parameters and value. `None` when it is not made of them.
fn split(number: u32, text: &str) -> Option<Line> {
    let end = text.find([';', ':'])?;
    let (name, mut rest) = text.split_at(end);
    let is_name = |name: &str| {
        !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_.".contains(&byte))
    };
    if !is_name(name) {
        return None;
    }
    let mut params = Vec::new();
    while let Some(param) = rest.strip_prefix(';') {
        let (key, after) = param.split_once('=')?;
        if !is_name(key) {
            return None;
        }
        let end = end_of_param(after)?;
        let (value, after) = after.split_at(end);
        params.push((key.to_ascii_uppercase(), value.replace('"', "")));
        rest = after;
    }
    let value = rest.strip_prefix(':')?;
    Some(Line { number, name: name.to_ascii_uppercase(), params, value: value.to_owned() })
}

/// Where a parameter's values end: at the next `;` or `:` outside quotes.
fn end_of_param(text: &str) -> Option<usize> {
    let mut is_quoted = false;
    text.char_indices().find_map(|(at, c)| {
        match c {
            '"' => is_quoted = !is_quoted,
            ';' | ':' if !is_quoted => return Some(at),
            _ => {}
        }
        None
    })
}

/// The text that a value stands for (RFC 5545 §3.3.11), on one line and no longer than `most`
/// characters: titles and places have no more.
pub(super) fn one_line(value: &str, most: usize) -> String {
    let mut text = String::new();
    let mut chars = value.chars();
    while let Some(c) = chars.next() {
        match c {
            '\\' => match chars.next() {
                Some('n' | 'N') => text.push(' '),
                Some(escaped) => text.push(escaped),
                None => text.push('\\'),
            },
            c if c.is_control() => text.push(' '),
            c => text.push(c),
        }
    }
    let words: Vec<&str> = text.split_whitespace().collect();
    words.join(" ").chars().take(most).collect()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

    use proptest::prelude::*;

    use super::*;

    fn all(bytes: &[u8]) -> Vec<Line> {
        lines(bytes).collect::<Result<_, _>>().unwrap()
    }

    #[test]
    fn a_fold_within_a_character_is_joined() {
        let text = "SUMMARY:Möte".as_bytes();
        let at = text.iter().position(|byte| *byte == 0xC3).unwrap() + 1;
        let folded = [&text[..at], b"\r\n ".as_slice(), &text[at..], b"\r\n"].concat();
        assert_eq!(all(&folded)[0].value, "Möte");
    }

    #[test]
    fn a_space_beside_a_fold_belongs_to_the_text() {
        assert_eq!(all(b"SUMMARY:Samtal \r\n med A\r\n")[0].value, "Samtal med A");
        assert_eq!(all(b"SUMMARY:Samtal\n\t med A\n")[0].value, "Samtal med A");
    }

    #[test]
    fn a_line_knows_its_number_after_folded_and_empty_ones() {
        let numbers: Vec<_> =
            all(b"\xEF\xBB\xBFA:1\r\n 2\r\n\r\nB:3\r\nC:4").iter().map(|l| l.number).collect();
        assert_eq!(numbers, [1, 4, 5]);
    }

    #[test]
    fn quoted_parameters_may_hold_any_separator() {
        let lines = all(b"dtstart;TZID=\"Zone; with: signs\";VALUE=date:20261123");
        assert_eq!(lines[0].name, "DTSTART");
        assert_eq!(lines[0].param("TZID"), Some("Zone; with: signs"));
        assert_eq!(lines[0].param("VALUE"), Some("date"));
        assert_eq!(lines[0].value, "20261123");
    }

    #[test]
    fn what_is_no_line_is_refused_with_its_number() {
        for bad in ["no colon here", ":value", "NA ME:x", "NAME;PARAM:x", "NAME;=y:x", "NAME;A=\"open:x"] {
            let file = format!("BEGIN:VCALENDAR\r\n{bad}\r\n");
            let result: Result<Vec<_>, _> = lines(file.as_bytes()).collect();
            assert_eq!(result.unwrap_err(), CalendarFileError::Unreadable { line: 2 }, "{bad}");
        }
        let result: Result<Vec<_>, _> = lines(b"A:1\r\nB:\xFF\r\n").collect();
        assert_eq!(result.unwrap_err(), CalendarFileError::NotUtf8 { line: 2 });
    }

    #[test]
    fn a_line_without_end_is_refused() {
        let folded = "A:1\r\n".to_owned() + &" xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx\r\n".repeat(80_000);
        let long = format!("A:{}", "x".repeat(LONGEST_LINE));
        for file in [folded, long] {
            let result: Result<Vec<_>, _> = lines(file.as_bytes()).collect();
            assert_eq!(result.unwrap_err(), CalendarFileError::LineTooLong { line: 1 });
        }
    }

    #[test]
    fn escaped_text_becomes_one_line() {
        assert_eq!(one_line(r"Möte\, A\; B\\C\nrad 2 \x", 100), r"Möte, A; B\C rad 2 x");
        assert_eq!(one_line("a\u{7}b\tc  d", 100), "a b c d");
        assert_eq!(one_line("åäö", 2), "åä");
        assert_eq!(one_line("slut\\", 100), "slut\\");
    }

    proptest! {
        #[test]
        fn any_bytes_are_read_or_refused(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
            let _: Vec<_> = lines(&bytes).collect();
        }
    }
}
