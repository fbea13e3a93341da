//! Passphrases: how strong one is, a suggestion, and changing it.

use farled_vault::{Passphrase, RecoveryKey};
use serde::Serialize;
use specta::Type;
use zeroize::Zeroizing;

use crate::{Desk, Failure, Result, library, settings::Language};

/// Words in a suggested passphrase. From a list of 1,296 or more that is at least 62 bits, and
/// Argon2id at our cost makes each guess take a good part of a second on the attacker's machine too.
const WORDS: usize = 6;

/// What Swedish passphrases are often made of, the likeliest first.
const LIKELY: [&str; 28] = [
    "farled",
    "lösenord",
    "lösenfras",
    "hemligt",
    "hemlig",
    "sommar",
    "sommaren",
    "vinter",
    "hösten",
    "våren",
    "välkommen",
    "sverige",
    "stockholm",
    "göteborg",
    "malmö",
    "älskling",
    "älskar",
    "fotboll",
    "hammarby",
    "djurgården",
    "valvet",
    "januari",
    "måndag",
    "fredag",
    "kaffe",
    "hejsan",
    "mamma",
    "pappa",
];

/// How long a guesser would need.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Type)]
pub struct Strength {
    /// 0 (guessed at once) to 4 (very unlikely to be guessed), as zxcvbn counts.
    pub score: u8,
    /// The decimal logarithm of the number of guesses.
    pub guesses_log10: f64,
}

/// Estimates a passphrase.
#[must_use]
pub fn strength(passphrase: &str) -> Strength {
    // The estimator knows English words; a guesser here begins with Swedish ones.
    let mut likely = LIKELY.to_vec();
    likely.extend(library::words(farled_locale::Language::Sv));
    let entropy = zxcvbn::zxcvbn(passphrase, &likely);
    Strength { score: entropy.score().into(), guesses_log10: entropy.guesses_log10() }
}

/// Suggests a passphrase of words, drawn evenly by the system's random generator.
///
/// # Errors
/// `randomness-failed` when the system gives none.
pub fn suggest(language: Language) -> Result<Zeroizing<String>> {
    let words = library::words(language.into());
    let mut passphrase = Zeroizing::new(String::with_capacity(WORDS * 12));
    for index in 0..WORDS {
        if index > 0 {
            passphrase.push(' ');
        }
        passphrase.push_str(words[below(words.len())?]);
    }
    Ok(passphrase)
}

/// A number below `limit`, each equally likely: draws beyond the last whole multiple are thrown away.
fn below(limit: usize) -> Result<usize> {
    let limit = u32::try_from(limit).map_err(|_| Failure::new("randomness-failed"))?;
    let last = u32::MAX - u32::MAX % limit;
    loop {
        let drawn = getrandom::u32().map_err(|_| Failure::new("randomness-failed"))?;
        if drawn < last {
            return Ok((drawn % limit) as usize);
        }
    }
}

/// The least score that a passphrase needs, of 4 (see [`strength`]).
const LEAST_SCORE: u8 = 3;

/// Refuses a passphrase that is easy to guess.
pub(super) fn ensure_strong(passphrase: &str) -> Result<()> {
    if strength(passphrase).score < LEAST_SCORE { Err(Failure::new("passphrase-too-weak")) } else { Ok(()) }
}

/// Sets a new passphrase in place of one that was forgotten, by the recovery key as typed from its
/// sheet. `whose` says which of several, by the id of its [`KeyRow`](super::KeyRow).
///
/// # Errors
/// A `recovery-key-…` code, `wrong-secret`, `passphrase-too-weak`; `vault-slot-unclear` when there are
/// several and none was said; or what the vault says.
pub fn replace(desk: &mut Desk, typed: &str, whose: Option<&str>, new: &str) -> Result<()> {
    ensure_strong(new)?;
    desk.vault().verify_recovery(&RecoveryKey::parse(typed)?)?;
    let (new, now) = (Passphrase::new(new.to_owned()), desk.clock().now());
    match whose {
        Some(id) => desk.vault_mut().replace_passphrase(id.parse()?, &new, now)?,
        None => desk.vault_mut().change_passphrase(&new, now)?,
    }
    Ok(())
}

/// Makes a new recovery key in place of one that was lost or seen; the old sheet opens nothing then.
///
/// # Errors
/// `wrong-secret` when the passphrase is not right, or what the vault says.
pub fn renew_recovery(desk: &mut Desk, passphrase: &str) -> Result<RecoveryKey> {
    desk.vault().verify(&Passphrase::new(passphrase.to_owned()))?;
    let now = desk.clock().now();
    Ok(desk.vault_mut().renew_recovery_key(now)?)
}

/// Changes the passphrase that opened this session; nobody else's.
///
/// # Errors
/// `wrong-secret` when the present one is not right, `passphrase-too-weak`, or what the vault says.
pub fn change(desk: &mut Desk, present: &str, new: &str) -> Result<()> {
    ensure_strong(new)?;
    desk.vault().verify(&Passphrase::new(present.to_owned()))?;
    let now = desk.clock().now();
    Ok(desk.vault_mut().change_passphrase(&Passphrase::new(new.to_owned()), now)?)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

    use farled_vault::{KdfCost, Vault};

    use super::*;
    use crate::{Clock, vault::unlock};

    const NEW: &str = "korsning brasa lektion tvättbjörn";

    #[test]
    fn a_forgotten_passphrase_is_replaced_by_the_key_on_paper_alone() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("vault");
        let clock = Clock::System;
        let old = Passphrase::new("glömd för länge sedan".to_owned());
        let cost = KdfCost::new(64 * 1024, 3, 1).unwrap();
        let (vault, key) = Vault::create_with(&path, &old, cost, clock.now()).unwrap();
        let mut desk = Desk::new(vault, clock);
        let typed = key.groups().join(" ").to_lowercase();

        assert_eq!(replace(&mut desk, &typed, None, "kort").unwrap_err().code, "passphrase-too-weak");
        let cut = typed.get(..typed.len() - 1).unwrap();
        assert!(replace(&mut desk, cut, None, NEW).unwrap_err().code.starts_with("recovery-key"));
        replace(&mut desk, &typed, None, NEW).unwrap();
        drop(desk);

        let refused = unlock(&path, "glömd för länge sedan", clock).err().unwrap();
        assert_eq!(refused.code, "wrong-secret");
        unlock(&path, NEW, clock).unwrap();
    }
}
