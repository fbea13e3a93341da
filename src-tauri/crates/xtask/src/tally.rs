//! Adds up what the test runners report, for one closing line.

/// Tests that passed and failed.
#[derive(Default)]
pub struct Tally {
    passed: u32,
    failed: u32,
}

impl Tally {
    /// Reads one line of a runner's output: cargo's, vitest's and node's closing lines.
    pub fn read(&mut self, line: &str) {
        let line = plain(line);
        let line = line.trim();
        if line.starts_with("test result:") || line.starts_with("Tests ") {
            self.passed += before(line, "passed");
            self.failed += before(line, "failed");
        } else if let Some(count) = line.strip_prefix("# pass ").or_else(|| line.strip_prefix("ℹ pass ")) {
            self.passed += count.trim().parse().unwrap_or(0);
        } else if let Some(count) = line.strip_prefix("# fail ").or_else(|| line.strip_prefix("ℹ fail ")) {
            self.failed += count.trim().parse().unwrap_or(0);
        }
    }

    /// Counts a check that has no runner, as formatting has none.
    pub fn pass(&mut self) {
        self.passed += 1;
    }

    /// Counts a check that failed without a runner's word on it.
    pub fn fail(&mut self) {
        self.failed += 1;
    }

    /// Tests that failed.
    pub fn failed(&self) -> u32 {
        self.failed
    }

    /// The closing line.
    pub fn closing_line(&self) -> String {
        format!("{} passed, {} failed", self.passed, self.failed)
    }
}

/// The number that stands before a word.
fn before(line: &str, word: &str) -> u32 {
    let words: Vec<&str> = line.split([' ', ';', '(', ')', '|']).filter(|part| !part.is_empty()).collect();
    words.windows(2).find(|pair| pair[1] == word).and_then(|pair| pair[0].parse().ok()).unwrap_or(0)
}

/// The line without colours.
fn plain(line: &str) -> String {
    let mut plain = String::with_capacity(line.len());
    let mut rest = line;
    while let Some(start) = rest.find('\u{1b}') {
        plain.push_str(&rest[..start]);
        rest = rest[start..].split_once('m').map_or("", |(_, after)| after);
    }
    plain.push_str(rest);
    plain
}

#[cfg(test)]
mod tests {
    #![allow(missing_docs)]
    use super::*;

    fn tally(lines: &[&str]) -> String {
        let mut tally = Tally::default();
        lines.iter().for_each(|line| tally.read(line));
        tally.closing_line()
    }

    #[test]
    fn cargos_lines_are_added_up() {
        let line = "test result: FAILED. 12 passed; 1 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.02s";
        assert_eq!(tally(&[line, "running 3 tests", line]), "24 passed, 2 failed");
    }

    #[test]
    fn vitests_line_is_read_through_its_colours() {
        let line = "\u{1b}[2m      Tests \u{1b}[22m \u{1b}[1m\u{1b}[31m2 failed\u{1b}[39m\u{1b}[22m | \u{1b}[32m7 passed\u{1b}[39m (9)";
        assert_eq!(tally(&["Test Files  1 failed | 3 passed (4)", line]), "7 passed, 2 failed");
    }

    #[test]
    fn nodes_lines_are_read_in_both_its_styles() {
        assert_eq!(tally(&["# pass 3", "# fail 1", "ℹ pass 4", "ℹ fail 0"]), "7 passed, 1 failed");
    }
}
