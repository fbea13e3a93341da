//! The sealed world in which a template is laid out.
//!
//! It holds our templates, our fonts and one data file. There is no file system, no package, no network and
//! no clock, so that nothing typed can reach out of the paper and the same input gives the same pages.

use std::sync::LazyLock;

use typst::{
    Library, LibraryExt, World,
    diag::{FileError, FileResult},
    foundations::{Bytes, Datetime, Duration},
    syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot},
    text::{Font, FontBook},
    utils::LazyHash,
};

use crate::fonts::FONTS;

/// A template that lays out a whole paper.
#[derive(Clone, Copy)]
pub(crate) enum Template {
    /// The week.
    Week,
    /// The sheet with the recovery key.
    RecoverySheet,
}

impl Template {
    fn path(self) -> &'static str {
        match self {
            Self::Week => "/week.typ",
            Self::RecoverySheet => "/recovery-sheet.typ",
        }
    }
}

/// Where the templates find their data.
const DATA: &str = "/data.json";

/// The templates.
static SOURCES: LazyLock<Vec<Source>> = LazyLock::new(|| {
    [
        ("/common.typ", include_str!("../../../../assets/print/common.typ")),
        ("/week.typ", include_str!("../../../../assets/print/week.typ")),
        ("/recovery-sheet.typ", include_str!("../../../../assets/print/recovery-sheet.typ")),
    ]
    .into_iter()
    .filter_map(|(path, text)| Some(Source::new(file_id(path)?, text.to_owned())))
    .collect()
});

/// Typst's standard library.
static LIBRARY: LazyLock<LazyHash<Library>> = LazyLock::new(|| LazyHash::new(Library::default()));

/// A template and its data.
pub(crate) struct SealedWorld {
    main: FileId,
    data_id: FileId,
    data: Bytes,
}

impl SealedWorld {
    /// A world with this template and this data, in JSON.
    pub fn new(template: Template, data: Vec<u8>) -> Option<Self> {
        Some(Self { main: file_id(template.path())?, data_id: file_id(DATA)?, data: Bytes::new(data) })
    }
}

impl World for SealedWorld {
    fn library(&self) -> &LazyHash<Library> {
        &LIBRARY
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &FONTS.book
    }

    fn main(&self) -> FileId {
        self.main
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        SOURCES.iter().find(|source| source.id() == id).cloned().ok_or(FileError::AccessDenied)
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        if id == self.data_id { Ok(self.data.clone()) } else { Err(FileError::AccessDenied) }
    }

    fn font(&self, index: usize) -> Option<Font> {
        FONTS.list.get(index).cloned()
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}

/// The name of a file in the world. There are four, all known beforehand.
fn file_id(path: &str) -> Option<FileId> {
    Some(RootedPath::new(VirtualRoot::Project, VirtualPath::new(path).ok()?).intern())
}
