//! Bundles: how a case travels, sealed, from one vault to another; and the identities and cards by
//! which sender and recipient know each other.
//!
//! Everything here works on bytes in memory. Nothing is decompressed, nothing touches a file, no
//! clock is read: dates are handed in. What is random is drawn from the operating system by functions
//! named `generate_…`; functions named `derive_…` always give the same for the same.
//!
//! # The format of a bundle, version 1
//!
//! A bundle is a **binary age v1 file** (<https://age-encryption.org/v1>), named at random, of at most
//! [`MAX_BUNDLE_BYTES`]. Its header holds one X25519 stanza for every recipient and as many throwaway
//! ones as make a multiple of eight (and the one of arbitrary form that age adds), in random order. A
//! reader takes no header above 64 KiB, none of more than 32 stanzas, no line above 2,048 bytes and no
//! passphrase.
//!
//! The **plaintext** is an uncompressed POSIX ustar archive. Its entries, each a regular file with mode
//! 0600 and zeros for owner, group and time, are in this order:
//!
//! | entry | holds |
//! | --- | --- |
//! | `manifest` | the line `farled bundle manifest 1`, a JSON object, and spaces up to a multiple of 512 bytes |
//! | `manifest.sig` | 64 bytes: Ed25519 by the sender over all bytes of `manifest` |
//! | `records` | a JSON object a line: `id`, `case` (or null), `kind`, `value`, `document` (base64 of the Automerge document) |
//! | `erased` | left out if empty: ids of erased records, sorted, a line each |
//! | `attachments/<id>` | for each attachment among the records, sorted by id: the bytes that it holds |
//! | `pad` | zeros |
//!
//! then two blocks of zeros and nothing else. For a name and a length there is one header that is
//! accepted. The whole archive has the length that Padmé gives for at least 64 KiB.
//!
//! The **manifest** holds `format`, `minimum_reader` and `schema` (versions); `kind`; `id`; `sender`
//! (`recipient` and `signing_key`); `recipients`, the sorted SHA-256 of every recipient's `age1…`
//! string; `sections`; `sequence` and `previous`, the place in the row of bundles and the SHA-256 of
//! the file before it; `created_at`, `expires_on`; `audit_head`; `parts` (name, `length`, `sha256`);
//! `pad`, the padding's length. Keys and hashes are lower-case hexadecimal. A reader ignores fields
//! that it doesn't know; a later version that must not be read without them raises `minimum_reader`: it
//! is 2 in a bundle with attachments and 1 in every other.
//!
//! age says nothing about who encrypted, and every recipient can encrypt the plaintext anew to others.
//! Hence the signature, and hence the recipients in what is signed: [`open`] refuses a bundle whose
//! manifest does not name the one who opens it.
//!
//! **Without this program**: `age -d -i KEY FILE | tar -x`, with the key that
//! [`Identity::age_secret_key`] exports. `records` has each record's present value as JSON, with the
//! name of every attachment; what it holds comes out as it was added.
//!
//! # The format of a card, version 1
//!
//! UTF-8 text of at most 4,096 bytes: the line `farled card 1`, then `name`, `role`, `organisation`,
//! `recipient`, `signing_key`, `created_on`, `expires_on`, `revision`, each `name: value`, and
//! `signature`: Ed25519 by `signing_key` over all lines before it. People compare a card by the sixty
//! digits of [`Card::digits`].
//!
//! # Limits
//!
//! X25519 does not withstand a quantum computer; a bundle copied today can be read once there is one.
//! Whoever has an identity's secret key can read every bundle ever sealed to it: there is no forward
//! secrecy. Records handed out are ordinary memory, not overwritten when dropped.

mod archive;
mod attachments;
mod card;
mod card_key;
mod card_text;
mod digits;
mod envelope;
mod error;
mod hex;
mod identity;
mod manifest;
mod open;
mod padding;
mod random;
mod recipient;
mod records;
mod seal;
mod signing;

pub use attachments::{AttachmentPart, is_room_for};
pub use card::{Card, CardError, MAX_CARD_BYTES};
pub use card_key::CardKey;
pub use card_text::{CardField, CardText, FieldFault};
pub use envelope::Envelope;
pub use error::{Fault, HeaderFault, OpenError, SealError};
pub use identity::{Identity, IdentityError};
pub use manifest::{AuditHead, BundleKind, FORMAT, Manifest, Part, PartName, READER, SCHEMA, Sender};
pub use open::{Opened, bundle_hash, inspect, open};
pub use random::random_file_name;
pub use records::RecordPart;
pub use seal::{SealRequest, seal, seal_with};

/// No larger file is opened, and none is made. In bytes. Callers check it before they read a file.
pub const MAX_BUNDLE_BYTES: u64 = 256 * 1024 * 1024;

/// A bundle has at most this many recipients.
pub const MAX_RECIPIENTS: usize = 24;
