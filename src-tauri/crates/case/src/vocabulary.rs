//! Closed lists of terms, each with one name that documents, catalogues and the interface share.

/// A closed list of terms. The catalogues hold one message per term, `<LIST>-<term>`.
pub trait Vocabulary: Copy + Sized + 'static {
    /// The list's name in the catalogues.
    const LIST: &'static str;
    /// Every term, in the order in which the interface offers them.
    const ALL: &'static [Self];
    /// The term as it stands in documents and catalogues.
    fn term(self) -> &'static str;
}

/// Declares a vocabulary: an enum, its serialised terms and its list of all terms.
macro_rules! vocabulary {
    ($(#[$meta:meta])* $name:ident $list:literal { $($(#[$item_meta:meta])* $item:ident $term:literal,)+ }) => {
        $(#[$meta])*
        #[derive(
            Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord,
            serde::Serialize, serde::Deserialize, specta::Type, schemars::JsonSchema,
        )]
        pub enum $name {
            $($(#[$item_meta])* #[serde(rename = $term)] $item,)+
        }

        impl $crate::vocabulary::Vocabulary for $name {
            const LIST: &'static str = $list;
            const ALL: &'static [Self] = &[$(Self::$item),+];
            fn term(self) -> &'static str {
                match self { $(Self::$item => $term),+ }
            }
        }
    };
}
pub(crate) use vocabulary;
