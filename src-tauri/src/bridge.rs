//! The typed bridge: every command and event that the page knows, and the TypeScript that describes
//! them.

use std::{
    panic::{AssertUnwindSafe, catch_unwind},
    sync::Arc,
};

use farled_app::Failure;
use specta_typescript::Typescript;
use tauri::{Runtime, async_runtime, ipc::Invoke};
use tauri_specta::{Builder, ErrorHandlingMode, collect_commands, collect_events};

use crate::{commands, lock::Locking, window::Dropping, work::Working};

/// What answers without an unlocked vault, and why. Every other command is refused before it begins, so
/// that a new one can't be forgotten.
const WITHOUT_A_VAULT: &[(&str, &str)] = &[
    ("session", "tells that it is locked, and the language of the desktop"),
    ("clipboard_copy", "a suggested passphrase may be copied before there is a vault"),
    ("passphrase_strength", "judges what is typed for a new vault"),
    ("passphrase_suggest", "draws words for a new vault"),
    ("vault_create", "makes a vault where there is none"),
    ("vault_unlock", "the door"),
    ("vault_unlock_with_recovery_key", "the door"),
    ("vault_rescue", "the door of a damaged vault"),
    ("vault_rescue_with_recovery_key", "the door of a damaged vault"),
    ("vault_lock", "locks what may be locked already"),
    ("sample_open", "opens made-up people, in a vault of their own in memory"),
    ("restore_choose", "a lost vault is restored at the door"),
    ("restore_look", "a lost vault is restored at the door"),
    ("restore_vault", "a lost vault is restored at the door"),
    ("backup_progress", "how far restoring has come"),
    ("backup_cancel", "calls restoring off"),
    ("recovery_sheet_done", "forgets what a locked shell doesn't have"),
    ("bundle_put_aside", "forgets what a locked shell doesn't have"),
    ("work_cancel", "stops what a locked shell doesn't do"),
];

/// Whether a command answers while the vault is locked.
#[must_use]
pub fn answers_without_a_vault(command: &str) -> bool {
    WITHOUT_A_VAULT.iter().any(|(name, _)| *name == command)
}

/// Lets a command answer on a thread of its own. Most wait for the desk, which serves one at a time, and
/// some ask the person: on the threads that the runtime has, one a core, a few of them would keep the lock
/// and the calling off from ever being heard.
pub fn answer<R: Runtime>(
    handler: Arc<impl Fn(Invoke<R>) -> bool + Send + Sync + 'static>,
    invoke: Invoke<R>,
) {
    let resolver = invoke.resolver.clone();
    async_runtime::spawn_blocking(move || {
        // A command that panicked has not answered, and the page would wait for it for ever. What it
        // leaves is the last whole transaction.
        if !matches!(catch_unwind(AssertUnwindSafe(|| handler(invoke))), Ok(true)) {
            resolver.reject(Failure::new("unexpected"));
        }
        // What was taken apart for the command, and put together for the page.
        farled_memory::wipe_stack();
    });
}

/// The bridge.
#[must_use]
pub fn bridge() -> Builder<tauri::Wry> {
    Builder::new()
        .commands(collect_commands![
            commands::attachment::attachment_list,
            commands::attachment::attachment_add,
            commands::attachment::attachment_add_dropped,
            commands::attachment::attachment_originals_remove,
            commands::attachment::attachment_edit,
            commands::attachment::attachment_remove,
            commands::attachment::attachment_pages,
            commands::attachment::attachment_save,
            commands::backup::backup_show,
            commands::backup::backup_nag,
            commands::backup::backup_plan_save,
            commands::backup::backup_folder_choose,
            commands::backup::backup_make,
            commands::backup::backup_progress,
            commands::backup::backup_cancel,
            commands::backup::restore_choose,
            commands::backup::restore_look,
            commands::backup::restore_vault,
            commands::calendar::calendar_range,
            commands::calendar::appointment_show,
            commands::calendar::appointment_add,
            commands::calendar::appointment_edit,
            commands::calendar::appointment_move,
            commands::calendar::appointment_remove,
            commands::calendar::appointment_outcome,
            commands::calendar::appointment_reschedule,
            commands::calendar::quick_line,
            commands::clipboard::clipboard_copy,
            commands::conflict::conflict_list,
            commands::conflict::conflict_settle,
            commands::exchange::card_mine,
            commands::exchange::card_list,
            commands::exchange::card_verify,
            commands::exchange::card_remove,
            commands::exchange::exchange_journal,
            commands::exchange::card_save,
            commands::exchange::card_import,
            commands::exchange::bundle_seal,
            commands::exchange::bundle_open,
            commands::exchange::bundle_merge,
            commands::exchange::bundle_put_aside,
            commands::exchange::identity_key_save,
            commands::form::form_show,
            commands::form::form_keep,
            commands::form::form_forget,
            commands::note::note_list,
            commands::note::note_show,
            commands::note::note_start,
            commands::note::draft_save,
            commands::note::draft_discard,
            commands::note::note_sign,
            commands::note::addition_save,
            commands::note::addition_discard,
            commands::note::addition_sign,
            commands::party::party_list,
            commands::party::party_save,
            commands::people::people_list,
            commands::people::case_add,
            commands::people::case_show,
            commands::people::case_save,
            commands::people::identity_reveal,
            commands::people::identity_save,
            commands::people::disclosure_list,
            commands::plan::plan_show,
            commands::plan::need_add,
            commands::plan::need_save,
            commands::plan::need_assess,
            commands::plan::need_remove,
            commands::plan::goal_add,
            commands::plan::goal_save,
            commands::plan::goal_set_status,
            commands::plan::measure_add,
            commands::plan::measure_save,
            commands::plan::measure_set_status,
            commands::plan::agreement_save,
            commands::request::request_list,
            commands::request::request_save,
            commands::request::request_remind,
            commands::request::request_decide,
            commands::routine::routine_board,
            commands::routine::routine_save,
            commands::routine::routine_end,
            commands::routine::routine_remove,
            commands::routine::routine_tick,
            commands::library::templates,
            commands::search::search,
            commands::session::session,
            commands::session::activity,
            commands::session::changes_latest,
            commands::session::undo,
            commands::session::work_cancel,
            commands::session::closing_put_off,
            commands::session::close_anyway,
            commands::settings::settings_show,
            commands::settings::settings_save,
            commands::today::today,
            commands::vault::passphrase_strength,
            commands::vault::passphrase_suggest,
            commands::vault::vault_create,
            commands::vault::recovery_sheet_save,
            commands::vault::recovery_renew,
            commands::vault::recovery_sheet_done,
            commands::vault::vault_unlock,
            commands::vault::vault_unlock_with_recovery_key,
            commands::vault::vault_lock,
            commands::vault::passphrase_change,
            commands::vault::passphrase_replace,
            commands::keys::keys_show,
            commands::keys::deputy_add,
            commands::keys::deputy_remove,
            commands::keys::recovery_prove,
            commands::keys::vault_rotate,
            commands::vault::vault_check,
            commands::vault::vault_standing,
            commands::vault::vault_mend,
            commands::vault::vault_rescue,
            commands::vault::vault_rescue_with_recovery_key,
            commands::vault::vault_accept_older,
            commands::vault::caseload_save,
            commands::vault::sample_open,
            commands::week_plan::week_plan_preview,
            commands::week_plan::week_plan_printed,
            commands::week_plan::week_plan_save,
        ])
        .events(collect_events![Locking, Working, Dropping])
        .error_handling(ErrorHandlingMode::Result)
        .disable_serde_phases()
}

/// The TypeScript that describes the bridge; it is kept beside the page and compared by a test.
///
/// # Errors
/// When a type has no TypeScript.
pub fn bindings() -> Result<String, Box<dyn std::error::Error>> {
    let file = tempfile()?;
    bridge()
        .export(Typescript::default().header("// Generated from the bridge; a test compares it.\n"), &file)?;
    let text = std::fs::read_to_string(&file)?;
    std::fs::remove_file(&file)?;
    Ok(text)
}

/// A place for the exporter, which only writes to files.
fn tempfile() -> std::io::Result<std::path::PathBuf> {
    let folder = std::env::temp_dir().join(format!("farled-bindings-{}", std::process::id()));
    std::fs::create_dir_all(&folder)?;
    Ok(folder.join("bindings.ts"))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

    use super::*;

    #[test]
    fn what_answers_without_a_vault_is_there_once_and_has_a_reason() {
        let described = bindings().unwrap();
        for &(name, reason) in WITHOUT_A_VAULT {
            assert!(described.contains(&format!("(\"{name}\"")), "{name} is no command any more");
            assert!(!reason.is_empty());
            assert_eq!(WITHOUT_A_VAULT.iter().filter(|&&(other, _)| other == name).count(), 1, "{name}");
        }
        for name in ["people_list", "vault_check", "passphrase_change", "recovery_renew", "undo"] {
            assert!(!answers_without_a_vault(name), "{name}");
        }
    }
}
