//! Writing lines of a calendar file: escaped and folded (RFC 5545 §3.1, §3.3.11).

/// Longest line, in bytes without its end.
const WIDTH: usize = 75;

/// Adds a line, folded between characters, and its end.
pub(super) fn push_line(file: &mut String, line: &str) {
    let mut width = 0;
    for c in line.chars() {
        if width + c.len_utf8() > WIDTH {
            file.push_str("\r\n ");
            width = 1;
        }
        file.push(c);
        width += c.len_utf8();
    }
    file.push_str("\r\n");
}

/// A text as a value.
pub(super) fn escaped(text: &str) -> String {
    let mut value = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\\' | ';' | ',' => {
                value.push('\\');
                value.push(c);
            }
            '\n' => value.push_str("\\n"),
            c if c.is_control() => {}
            c => value.push(c),
        }
    }
    value
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_title_can_not_end_its_line() {
        assert_eq!(escaped("a\r\nEND:VEVENT, b; c\\"), "a\\nEND:VEVENT\\, b\\; c\\\\");
    }

    proptest! {
        #[test]
        fn folded_lines_are_short_and_read_back(text in "[a-zåäö👩 ]{0,300}") {
            let mut file = String::new();
            push_line(&mut file, &text);
            prop_assert!(file.ends_with("\r\n"));
            prop_assert!(file.split("\r\n").all(|line| line.len() <= WIDTH));
            prop_assert_eq!(file.replace("\r\n ", ""), format!("{text}\r\n"));
        }
    }
}
