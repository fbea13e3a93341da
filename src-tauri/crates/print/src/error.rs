//! What can go wrong when something is printed.

/// What can go wrong when something is printed.
///
/// None of them holds text from the paper but the characters that could not be printed.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PrintError {
    /// No font has these characters. Nothing is printed, for a gap would not be noticed.
    #[error("no font has these characters: {}", list(.0))]
    Characters(Vec<char>),
    /// The paper could not be laid out: a mistake in a template.
    #[error("the paper could not be laid out")]
    Layout,
    /// The PDF could not be written.
    #[error("the PDF could not be written")]
    Pdf,
}

impl PrintError {
    /// A stable name.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::Characters(_) => "print-characters",
            Self::Layout | Self::Pdf => "print-failed",
        }
    }

    /// What the sentence needs.
    #[must_use]
    pub fn params(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::Characters(characters) => vec![("characters", list(characters))],
            Self::Layout | Self::Pdf => Vec::new(),
        }
    }
}

fn list(characters: &[char]) -> String {
    characters.iter().map(char::to_string).collect::<Vec<_>>().join(" ")
}
