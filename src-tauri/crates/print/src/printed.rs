//! A paper that has been laid out.

use std::fmt;

use typst::foundations::Smart;
use typst_layout::PagedDocument;
use typst_pdf::PdfOptions;
use typst_svg::SvgOptions;

use crate::{PrintError, layout::forget};

/// A paper that has been laid out.
pub struct Printed {
    document: PagedDocument,
}

impl Printed {
    pub(crate) fn new(document: PagedDocument) -> Self {
        Self { document }
    }

    /// How many pages there are.
    #[must_use]
    pub fn page_count(&self) -> usize {
        self.document.pages().len()
    }

    /// The pages as SVG, for the preview and for printing from it.
    #[must_use]
    pub fn svg_pages(&self) -> Vec<String> {
        let options = SvgOptions::default();
        let pages = self.document.pages().iter().map(|page| typst_svg::svg(page, &options)).collect();
        forget();
        pages
    }

    /// The paper as PDF, fonts embedded. It doesn't say what made it, when, or for whom.
    ///
    /// # Errors
    /// [`PrintError::Pdf`].
    pub fn pdf(&self) -> Result<Vec<u8>, PrintError> {
        let options = PdfOptions { creator: Smart::Custom(None), timestamp: None, ..PdfOptions::default() };
        let pdf = typst_pdf::pdf(&self.document, &options).map_err(|_| PrintError::Pdf);
        forget();
        pdf
    }
}

impl fmt::Debug for Printed {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Printed").field("pages", &self.page_count()).finish_non_exhaustive()
    }
}
