//! The published test vectors, through what the vault itself calls.

use crate::{KdfCost, kdf, keys};

fn hex(text: &str) -> Vec<u8> {
    let digits: Vec<u8> = text.bytes().filter(u8::is_ascii_hexdigit).collect();
    digits.chunks(2).map(|pair| u8::from_str_radix(std::str::from_utf8(pair).unwrap(), 16).unwrap()).collect()
}

/// RFC 5869, appendix A.1 to A.3.
#[test]
fn hkdf_gives_the_keys_of_rfc_5869() {
    let mut out = [0; 42];
    keys::hkdf_sha256(
        &hex("000102030405060708090a0b0c"),
        &[0x0b; 22],
        &hex("f0f1f2f3f4f5f6f7f8f9"),
        &mut out,
    );
    assert_eq!(
        out.as_slice(),
        hex("3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865")
    );
    let range = |from: u8, to: u8| (from..=to).collect::<Vec<_>>();
    let mut out = [0; 82];
    keys::hkdf_sha256(&range(0x60, 0xaf), &range(0, 0x4f), &range(0xb0, 0xff), &mut out);
    assert_eq!(
        out.as_slice(),
        hex("b11e398dc80327a1c8e7f78c596a49344f012eda2d4efad8a050cc4c19afa97c
             59045a99cac7827271cb41c65e590e09da3275600c2f09b8367793a9aca3db71
             cc30c58179ec3e87c14c01d5c1f3434f1d87")
    );
    let mut out = [0; 42];
    keys::hkdf_sha256(&[], &[0x0b; 22], &[], &mut out);
    assert_eq!(
        out.as_slice(),
        hex("8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d9d201395faa4b61a96c8")
    );
}

/// The reference implementation's vectors, which name a password and a salt alone, as slots do.
#[test]
fn argon2id_gives_the_keys_of_the_reference_implementation() {
    let derive = |memory_kib, lanes| {
        let cost = KdfCost { memory_kib, passes: 2, lanes };
        kdf::derive(b"password", b"somesalt", cost).unwrap().to_vec()
    };
    assert_eq!(derive(65_536, 1), hex("09316115d5cf24ed5a15a31a3ba326e5cf32edc24702987c02b6566f61913cf7"));
    assert_eq!(derive(256, 2), hex("6d093c501fd5999645e0ea3bf620d7b8be7fd2db59c20d9fff9539da2bf57037"));
}

/// RFC 9106 §5.3; it names a secret and associated data, which slots don't use, and four lanes.
#[test]
fn argon2id_gives_the_tag_of_rfc_9106() {
    use argon2::{Algorithm, Argon2, AssociatedData, ParamsBuilder, Version};
    let params = ParamsBuilder::new()
        .m_cost(32)
        .t_cost(3)
        .p_cost(4)
        .data(AssociatedData::new(&[4; 12]).unwrap())
        .output_len(32)
        .build()
        .unwrap();
    let argon2 = Argon2::new_with_secret(&[3; 8], Algorithm::Argon2id, Version::V0x13, params).unwrap();
    let mut tag = [0; 32];
    argon2.hash_password_into(&[1; 32], &[2; 16], &mut tag).unwrap();
    assert_eq!(tag.as_slice(), hex("0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659"));
}
