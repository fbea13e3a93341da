//! What can be seen of a bundle without opening it.

use serde::Serialize;
use specta::Type;

use crate::Result;

/// What anybody can see of a bundle.
#[derive(Clone, Debug, Serialize, Type)]
pub struct BundleEnvelope {
    /// Its size in bytes.
    pub bytes: u32,
    /// Stanzas in its header: always the same number, so that it does not tell how many can open it.
    pub stanzas: u32,
}

/// Looks at a bundle from outside.
///
/// # Errors
/// `bundle-not-a-bundle` and the like.
pub fn inspect(bytes: &[u8]) -> Result<BundleEnvelope> {
    let envelope = farled_bundle::inspect(bytes)?;
    Ok(BundleEnvelope { bytes: u32::try_from(bytes.len()).unwrap_or(u32::MAX), stanzas: envelope.stanzas })
}
