//! The fonts, embedded. There are no others: what a computer has installed changes nothing.

use std::sync::LazyLock;

use typst::{
    foundations::Bytes,
    text::{Font, FontBook},
    utils::LazyHash,
};

/// Fonts with the book that finds them.
pub(crate) struct Fonts {
    pub book: LazyHash<FontBook>,
    pub list: Vec<Font>,
}

/// Every font, read when first needed.
pub(crate) static FONTS: LazyLock<Fonts> = LazyLock::new(|| {
    let list: Vec<Font> = FILES.iter().flat_map(|file| Font::iter(Bytes::new(*file))).collect();
    Fonts { book: LazyHash::new(FontBook::from_fonts(&list)), list }
});

/// The font files. The order in which they are tried is `common.typ`'s.
static FILES: [&[u8]; 9] = [
    include_bytes!("../../../../assets/fonts/AtkinsonHyperlegibleNext-Regular.ttf"),
    include_bytes!("../../../../assets/fonts/AtkinsonHyperlegibleNext-SemiBold.ttf"),
    include_bytes!("../../../../assets/fonts/NotoSans-Regular.ttf"),
    include_bytes!("../../../../assets/fonts/NotoSans-SemiBold.ttf"),
    include_bytes!("../../../../assets/fonts/NotoSansArabic-Regular.ttf"),
    include_bytes!("../../../../assets/fonts/NotoSansHebrew-Regular.ttf"),
    include_bytes!("../../../../assets/fonts/NotoSansSymbols-Regular.ttf"),
    include_bytes!("../../../../assets/fonts/NotoSansSymbols2-Regular.ttf"),
    include_bytes!("../../../../assets/fonts/NotoEmoji-Regular.ttf"),
];

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

    use super::*;

    #[test]
    fn every_file_is_a_font() {
        assert_eq!(FONTS.list.len(), FILES.len());
    }

    #[test]
    fn the_first_font_has_swedish() {
        let covers = |index: usize| {
            "ÅÄÖåäöéÉüæø”“’–…€"
                .chars()
                .all(|c| FONTS.book.info(index).unwrap().coverage.contains(u32::from(c)))
        };
        assert!(covers(0) && covers(1));
    }
}
