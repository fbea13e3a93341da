//! The page's description of the bridge is the one that the bridge has.

use std::{fs, path::Path};

/// `FARLED_WRITE_BINDINGS=1 cargo test --test whole bindings` writes the file anew.
#[test]
fn the_page_knows_the_bridge_as_it_is() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("ui/src/lib/bindings.ts");
    let bindings = farled::bindings().unwrap();
    if std::env::var_os("FARLED_WRITE_BINDINGS").is_some() {
        fs::write(&path, &bindings).unwrap();
    }
    let kept = fs::read_to_string(&path).unwrap();
    assert!(kept == bindings, "ui/src/lib/bindings.ts is not what the bridge says: write it anew");
}
