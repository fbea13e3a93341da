//! Who can open the vault: deputies' passphrases, the recovery key, and the vault's own key.

use farled_app::{
    Result,
    settings::Language,
    vault::{self, Keys, RecoveryView},
};
use tauri::{AppHandle, Manager, State};
use zeroize::Zeroizing;

use crate::{Shell, backups::Backups, work};

/// Who can open the vault.
#[tauri::command]
#[specta::specta]
pub fn keys_show(shell: State<'_, Shell>) -> Result<Keys> {
    shell.desk(|desk| vault::keys(desk))
}

/// Gives somebody else a passphrase of their own.
#[tauri::command]
#[specta::specta]
pub fn deputy_add(shell: State<'_, Shell>, own: String, name: String, wanted: String) -> Result<()> {
    let (own, wanted) = (Zeroizing::new(own), Zeroizing::new(wanted));
    shell.desk(|desk| vault::add_deputy(desk, &own, &name, &wanted))
}

/// Takes somebody's passphrase away.
#[tauri::command]
#[specta::specta]
pub fn deputy_remove(shell: State<'_, Shell>, own: String, id: String) -> Result<()> {
    let own = Zeroizing::new(own);
    shell.desk(|desk| vault::remove_deputy(desk, &own, &id))
}

/// Takes the recovery key as typed back from its sheet: it counts as written down from now on.
#[tauri::command]
#[specta::specta]
pub fn recovery_prove(shell: State<'_, Shell>, key: String) -> Result<()> {
    let key = Zeroizing::new(key);
    shell.desk(|desk| vault::prove_recovery(desk, &key))
}

/// Encrypts everything anew under a new key, and answers with the sheet of the new recovery key.
#[tauri::command]
#[specta::specta]
pub fn vault_rotate(app: AppHandle, passphrase: String, language: Language) -> Result<RecoveryView> {
    let passphrase = Zeroizing::new(passphrase);
    // A backup reads the database that is replaced.
    let backups = app.state::<Backups>();
    let _turn = backups.begin()?;
    work::at_length(&app, |shell, on_progress| {
        let (key, made_on) =
            shell.desk(|desk| Ok((vault::rotate(desk, &passphrase, on_progress)?, desk.today())))?;
        let view = vault::recovery_sheet(&key, made_on, language)?.0;
        shell.keep_recovery(key, made_on);
        // Locked meanwhile: the vault was remembered as it was locked.
        let _ = shell.remember_now();
        Ok(view)
    })
}
