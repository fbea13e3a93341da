//! Making, unlocking and locking the vault.

use std::fs;

use chrono::{DateTime, Utc};
use farled_app::{
    Failure, Result, caseload, library,
    settings::{self, Language},
    vault::{self, ChangeView, CheckReport, RecoveryView, Strength},
};
use serde::Serialize;
use specta::Type;
use tauri::{AppHandle, State};
use zeroize::Zeroizing;

use super::file;
use crate::{Shell, lock, work};

/// How strong a passphrase is.
#[tauri::command]
#[specta::specta]
pub fn passphrase_strength(passphrase: String) -> Strength {
    vault::strength(&Zeroizing::new(passphrase))
}

/// Suggests a passphrase of words.
#[tauri::command]
#[specta::specta]
pub fn passphrase_suggest(language: Language) -> Result<String> {
    Ok(vault::suggest(language)?.to_string())
}

/// Makes the vault and answers with the sheet of its recovery key.
#[tauri::command]
#[specta::specta]
pub fn vault_create(shell: State<'_, Shell>, passphrase: String, language: Language) -> Result<RecoveryView> {
    let passphrase = Zeroizing::new(passphrase);
    let (recovery, made_on) = shell.let_in(false, || {
        let (mut desk, recovery) = vault::create(shell.folder(), &passphrase, shell.clock())?;
        let mut settings = settings::show(&desk)?;
        settings.language = language;
        settings::save(&mut desk, &settings)?;
        let made_on = desk.today();
        Ok((desk, (recovery, made_on)))
    })?;
    let view = vault::recovery_sheet(&recovery, made_on, language)?.0;
    shell.keep_recovery(recovery, made_on);
    Ok(view)
}

/// Makes a new recovery key and answers with its sheet. The old one opens nothing then.
#[tauri::command]
#[specta::specta]
pub fn recovery_renew(
    shell: State<'_, Shell>,
    passphrase: String,
    language: Language,
) -> Result<RecoveryView> {
    let passphrase = Zeroizing::new(passphrase);
    let (key, made_on) = shell.desk(|desk| Ok((vault::renew_recovery(desk, &passphrase)?, desk.today())))?;
    let view = vault::recovery_sheet(&key, made_on, language)?.0;
    shell.keep_recovery(key, made_on);
    Ok(view)
}

/// Saves the recovery sheet as PDF where the user chooses. None: the user chose nowhere.
#[tauri::command]
#[specta::specta]
pub fn recovery_sheet_save(
    app: AppHandle,
    shell: State<'_, Shell>,
    language: Language,
) -> Result<Option<String>> {
    let Some(target) = file::choose_target(&app, "farled.pdf") else { return Ok(None) };
    let pdf = shell.recovery(|key, made_on| {
        let (_, printed) = vault::recovery_sheet(key, made_on, language)?;
        Ok(Zeroizing::new(printed.pdf().map_err(Failure::from)?))
    })?;
    file::save(&target, &pdf).map(Some)
}

/// The recovery sheet has been put away: the key is forgotten.
#[tauri::command]
#[specta::specta]
pub fn recovery_sheet_done(shell: State<'_, Shell>) {
    shell.forget_recovery();
}

/// Unlocks with the passphrase.
#[tauri::command]
#[specta::specta]
pub fn vault_unlock(shell: State<'_, Shell>, passphrase: String) -> Result<()> {
    let passphrase = Zeroizing::new(passphrase);
    shell.let_in(false, || Ok((vault::unlock(shell.folder(), &passphrase, shell.clock())?, ())))
}

/// Unlocks with the recovery key as typed from its sheet.
#[tauri::command]
#[specta::specta]
pub fn vault_unlock_with_recovery_key(shell: State<'_, Shell>, key: String) -> Result<()> {
    let key = Zeroizing::new(key);
    shell.let_in(false, || Ok((vault::unlock_with_recovery_key(shell.folder(), &key, shell.clock())?, ())))
}

/// Locks the vault and loads the page anew.
#[tauri::command]
#[specta::specta]
pub fn vault_lock(app: AppHandle) {
    lock::finish(&app);
}

/// Changes the passphrase.
#[tauri::command]
#[specta::specta]
pub fn passphrase_change(shell: State<'_, Shell>, present: String, wanted: String) -> Result<()> {
    let (present, wanted) = (Zeroizing::new(present), Zeroizing::new(wanted));
    shell.desk(|desk| vault::change(desk, &present, &wanted))
}

/// Sets a new passphrase in place of a forgotten one, by the recovery key as typed from its sheet.
#[tauri::command]
#[specta::specta]
pub fn passphrase_replace(
    shell: State<'_, Shell>,
    key: String,
    whose: Option<String>,
    wanted: String,
) -> Result<()> {
    let (key, wanted) = (Zeroizing::new(key), Zeroizing::new(wanted));
    shell.desk(|desk| vault::replace(desk, &key, whose.as_deref(), &wanted))
}

/// Unlocks a damaged vault with the passphrase, only to read it.
#[tauri::command]
#[specta::specta]
pub fn vault_rescue(shell: State<'_, Shell>, passphrase: String) -> Result<()> {
    let passphrase = Zeroizing::new(passphrase);
    shell.let_in(false, || Ok((vault::rescue(shell.folder(), &passphrase, shell.clock())?, ())))
}

/// Unlocks a damaged vault with the recovery key as typed from its sheet, only to read it.
#[tauri::command]
#[specta::specta]
pub fn vault_rescue_with_recovery_key(shell: State<'_, Shell>, key: String) -> Result<()> {
    let key = Zeroizing::new(key);
    shell.let_in(false, || Ok((vault::rescue_with_recovery_key(shell.folder(), &key, shell.clock())?, ())))
}

/// Takes a vault that is older than the one last opened here for the right one.
#[tauri::command]
#[specta::specta]
pub fn vault_accept_older(shell: State<'_, Shell>) -> Result<()> {
    shell.accept_older()
}

/// Goes through the whole vault and says what is wrong.
#[tauri::command]
#[specta::specta]
pub fn vault_check(app: AppHandle) -> Result<CheckReport> {
    work::at_length(&app, |shell, on_progress| {
        shell.desk(|desk| {
            let report = vault::check_with(desk, on_progress)?;
            if report.problems.is_empty() {
                vault::note_check(desk)?;
            }
            Ok(report)
        })
    })
}

/// When the vault was last found whole, and the change that it ends with.
#[tauri::command]
#[specta::specta]
pub fn vault_standing(shell: State<'_, Shell>) -> Result<VaultStanding> {
    shell.desk(|desk| {
        Ok(VaultStanding { checked_at: vault::last_check(desk)?, change: vault::last_change(desk)? })
    })
}

/// What is known of the vault's state.
#[derive(Clone, Debug, Serialize, Type)]
pub struct VaultStanding {
    /// When it was last found whole.
    pub checked_at: Option<DateTime<Utc>>,
    /// Its latest change.
    pub change: ChangeView,
}

/// Mends what can be mended.
#[tauri::command]
#[specta::specta]
pub fn vault_mend(shell: State<'_, Shell>) -> Result<()> {
    shell.desk(vault::mend)
}

/// Saves the whole caseload, in the clear, where the user chooses. None: the user chose nowhere.
#[tauri::command]
#[specta::specta]
pub fn caseload_save(app: AppHandle, shell: State<'_, Shell>, ground: String) -> Result<Option<String>> {
    let Some(target) = file::choose_target(&app, "farled.jsonl") else { return Ok(None) };
    shell.desk(|desk| caseload::export_file(desk, &ground, &target))?;
    Ok(Some(file::name(&target)))
}

/// Opens a vault with sample people. It lies in memory and is gone when it is locked.
#[tauri::command]
#[specta::specta]
pub fn sample_open(shell: State<'_, Shell>, language: Language) -> Result<()> {
    shell.lock();
    let folder = shell.sample_folder();
    // A try that was locked half-way leaves one.
    let _ = fs::remove_dir_all(folder);
    shell.let_in(true, || {
        // Nobody unlocks it again: a suggested passphrase is strong enough and at once forgotten.
        let (mut desk, _) = vault::create(folder, &vault::suggest(language)?, shell.clock())?;
        let mut settings = settings::show(&desk)?;
        settings.language = language;
        settings.name = library::SAMPLE_CONTACT_PERSON.to_owned();
        settings::save(&mut desk, &settings)?;
        let today = desk.today();
        let sample = library::sample_caseload(today).map_err(|_| Failure::new("sample-damaged"))?;
        caseload::import_values(&mut desk, &sample)?;
        Ok((desk, ()))
    })
}
