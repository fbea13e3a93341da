//! Which way the paper lies.

/// Which way the paper (A4) lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Paper {
    /// Upright: days as rows.
    Portrait,
    /// On its side: days as columns.
    Landscape,
}

impl Paper {
    /// The name by which the templates know it.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Portrait => "portrait",
            Self::Landscape => "landscape",
        }
    }
}
