//! Identities: kept, read back, never shown.

use farled_bundle::{Identity, IdentityError};

#[test]
fn an_identity_is_the_same_after_it_was_kept() {
    let identity = Identity::generate();
    let again = Identity::from_secret_bytes(&identity.to_secret_bytes()).unwrap();
    assert_eq!(again.recipient(), identity.recipient());
    assert_eq!(again.signing_key(), identity.signing_key());
    assert_eq!(again.key(), identity.key());
    assert_eq!(*again.age_secret_key(), *identity.age_secret_key());
    assert_eq!(*again.to_secret_bytes(), *identity.to_secret_bytes());
}

#[test]
fn no_two_identities_are_alike() {
    let keys: std::collections::HashSet<_> = (0..50).map(|_| Identity::generate().key()).collect();
    assert_eq!(keys.len(), 50);
}

#[test]
fn damaged_bytes_are_no_identity() {
    let bytes = Identity::generate().to_secret_bytes();
    for length in 0..bytes.len() {
        assert_eq!(Identity::from_secret_bytes(&bytes[..length]).unwrap_err(), IdentityError);
    }
    let longer = [bytes.as_slice(), b"x"].concat();
    assert_eq!(Identity::from_secret_bytes(&longer).unwrap_err(), IdentityError);
    let newer = [b"farled identity 2\n", &bytes[18..]].concat();
    assert_eq!(Identity::from_secret_bytes(&newer).unwrap_err().code(), "identity-damaged");
}

#[test]
fn an_identity_does_not_show_its_secrets_in_debug_texts() {
    let identity = Identity::generate();
    let shown = format!("{identity:?}");
    assert!(shown.contains(&identity.key().to_string()));
    assert!(!shown.to_uppercase().contains("AGE-SECRET-KEY"));
    let hex: String = identity.to_secret_bytes()[18..].iter().map(|byte| format!("{byte:02x}")).collect();
    for secret in [&hex[..64], &hex[64..]] {
        assert!(!shown.contains(secret));
    }
}
