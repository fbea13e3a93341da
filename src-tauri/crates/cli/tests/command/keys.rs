//! Who can open the vault, by commands: deputies, the recovery key and the vault's own key.

use farled_vault::MOST_SLOTS;

use crate::support::{Cli, bare};

const DEPUTY: &str = "korsning brasa lektion tvättbjörn";

/// Runs a command with this passphrase.
fn with(cli: &Cli, file: &str, arguments: &[&str]) -> crate::support::Ran {
    let (vault, passphrase) = (cli.folder().to_str().unwrap().to_owned(), cli.path(file));
    bare(
        &[&["--vault", &vault, "--passphrase-file", &passphrase, "--lang", "sv", "--json"], arguments]
            .concat(),
    )
}

fn json(said: &str) -> serde_json::Value {
    serde_json::from_str(said).unwrap()
}

#[test]
fn a_deputy_is_added_listed_and_removed_and_the_key_rotated_when_somebody_leaves() {
    let cli = Cli::new();
    let new = cli.write("deputy", DEPUTY);
    cli.write("wrong", "inte den rätta frasen");
    with(&cli, "wrong", &["slot", "add", "Ismael Berg", "--new-passphrase-file", &new])
        .refused("wrong-secret");
    let weak = cli.write("weak", "sommar");
    with(&cli, "passphrase", &["slot", "add", "Ismael Berg", "--new-passphrase-file", &weak])
        .refused("passphrase-too-weak");
    with(&cli, "passphrase", &["slot", "add", " ", "--new-passphrase-file", &new])
        .refused("deputy-name-missing");
    with(&cli, "passphrase", &["slot", "add", "Ismael Berg", "--new-passphrase-file", &new]).done();
    let list = json(&with(&cli, "deputy", &["slot", "list"]).done());
    assert_eq!(list["passphrases"][0]["name"], "Kim Exempel");
    assert_eq!(list["passphrases"][1]["name"], "Ismael Berg");
    assert_eq!(list["passphrases"][1]["is_own"], true);
    assert_eq!(list["room"], MOST_SLOTS - 3);
    assert_eq!(list["recovery_proven_on"], serde_json::Value::Null);

    let ids: Vec<&str> = [0, 1].map(|at| list["passphrases"][at]["id"].as_str().unwrap()).to_vec();
    with(&cli, "passphrase", &["slot", "remove", ids[0]]).refused("vault-slot-kept");
    with(&cli, "passphrase", &["slot", "remove", "ingen"]).refused("vault-slot-missing");

    let rotated = json(&with(&cli, "passphrase", &["rotate"]).done());
    with(&cli, "deputy", &["slot", "list"]).refused("wrong-secret");
    let groups: Vec<&str> =
        rotated["recovery_key"].as_array().unwrap().iter().map(|group| group.as_str().unwrap()).collect();
    let mut mistyped: Vec<String> = groups.iter().map(|group| (*group).to_owned()).collect();
    mistyped[4].pop();
    let file = cli.write("mistyped", mistyped.join(" "));
    with(&cli, "passphrase", &["recovery", "verify", "--key-file", &file]).refused("recovery-key-group");
    let file = cli.write("key", groups.join("\n").to_lowercase());
    with(&cli, "passphrase", &["recovery", "verify", "--key-file", &file]).done();
    let list = json(&with(&cli, "passphrase", &["slot", "list"]).done());
    assert!(list["recovery_proven_on"].is_string());
    with(&cli, "passphrase", &["recovery", "renew"]).done();
    with(&cli, "passphrase", &["recovery", "verify", "--key-file", &file]).refused("recovery-key-other");
    with(&cli, "passphrase", &["check"]).done();
}
