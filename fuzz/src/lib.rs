//! What is read that somebody else may have written: each target takes any bytes, must neither panic nor
//! hang, and holds what it accepts to be what it says. The ordinary test `tests/fuzz` runs the same
//! targets on the committed corpus and on mutations of it, without a nightly compiler.

use chrono::NaiveDate;
use farled_case::CaseId;

/// A target: its name, that of its folder in the corpus, and what it does.
pub type Target = (&'static str, fn(&[u8]));

/// Every target.
pub const TARGETS: [Target; 6] = [
    ("vault_header", vault_header),
    ("recovery_key", recovery_key),
    ("caseload_line", caseload_line),
    ("calendar_file", calendar_file),
    ("card", card),
    ("bundle", bundle),
];

/// The header of a vault: as it is, and as if whoever altered it had made the checksum fit.
pub fn vault_header(data: &[u8]) {
    let _ = farled_vault::read_header(data);
    let _ = farled_vault::read_header(&farled_vault::with_fitting_checksum(data));
}

/// A recovery key as it is typed. What is accepted reads the same when it is printed.
pub fn recovery_key(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    if let Ok(key) = farled_vault::RecoveryKey::parse(&text) {
        let printed = key.groups().join(" ");
        let again = farled_vault::RecoveryKey::parse(&printed).map(|key| key.groups());
        assert_eq!(again, Ok(key.groups()));
    }
}

/// A line of a caseload file.
pub fn caseload_line(data: &[u8]) {
    if let Ok(text) = std::str::from_utf8(data) {
        let _ = farled_app::caseload::check_line(text);
    }
}

/// A calendar file.
pub fn calendar_file(data: &[u8]) {
    let case = CaseId(uuid::Uuid::from_u128(1));
    let _ = farled_app::calendar_file::import(data, case, NaiveDate::default());
}

/// A colleague's card. What is accepted reads the same when it is written.
pub fn card(data: &[u8]) {
    if let Ok(card) = farled_bundle::Card::parse(data) {
        assert!(farled_bundle::Card::parse(&card.encode()).is_ok());
    }
}

/// What can be seen of a bundle without a key.
pub fn bundle(data: &[u8]) {
    let _ = farled_bundle::inspect(data);
}
