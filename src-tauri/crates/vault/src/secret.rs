//! The secrets that open a vault.

use std::fmt;

use zeroize::Zeroizing;

use crate::RecoveryKey;

/// A passphrase, wiped when dropped.
pub struct Passphrase(Zeroizing<String>);

/// What opens a vault.
#[derive(Clone, Copy, Debug)]
pub enum Secret<'a> {
    /// The passphrase that was chosen.
    Passphrase(&'a Passphrase),
    /// The recovery key from the printed sheet.
    Recovery(&'a RecoveryKey),
}

impl Passphrase {
    /// Takes over a passphrase as it was typed.
    #[must_use]
    pub fn new(text: String) -> Self {
        Self(Zeroizing::new(text))
    }

    pub(crate) fn as_bytes(&self) -> &[u8] {
        self.0.as_bytes()
    }
}

impl From<Zeroizing<String>> for Passphrase {
    fn from(text: Zeroizing<String>) -> Self {
        Self(text)
    }
}

impl fmt::Debug for Passphrase {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Passphrase(…)")
    }
}
