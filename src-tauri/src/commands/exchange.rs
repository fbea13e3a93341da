//! Cards and bundles.

use farled_app::{
    Result,
    exchange::{self, BundlePreview, CardView, DigitGroup, ExchangeEntry, SealChoice},
};
use serde::Serialize;
use specta::Type;
use tauri::AppHandle;

use super::file;
use tauri::State;

use crate::{Shell, work};

/// The card of who works here.
#[tauri::command]
#[specta::specta]
pub fn card_mine(shell: State<'_, Shell>) -> Result<CardView> {
    shell.desk(exchange::my_card)
}

/// Colleagues' cards.
#[tauri::command]
#[specta::specta]
pub fn card_list(shell: State<'_, Shell>) -> Result<Vec<CardView>> {
    shell.desk(|desk| exchange::cards(desk))
}

/// Marks a card as verified.
#[tauri::command]
#[specta::specta]
pub fn card_verify(shell: State<'_, Shell>, key: String, groups: Vec<DigitGroup>) -> Result<CardView> {
    shell.desk(|desk| exchange::verify_card(desk, &key, &groups))
}

/// Forgets a card.
#[tauri::command]
#[specta::specta]
pub fn card_remove(shell: State<'_, Shell>, key: String) -> Result<()> {
    shell.desk(|desk| exchange::remove_card(desk, &key))
}

/// What was sent and received.
#[tauri::command]
#[specta::specta]
pub fn exchange_journal(shell: State<'_, Shell>) -> Result<Vec<ExchangeEntry>> {
    shell.desk(|desk| exchange::journal(desk))
}

/// A bundle that was saved.
#[derive(Clone, Debug, Serialize, Type)]
pub struct SealedFile {
    /// The file's name.
    pub file_name: String,
    /// How many records are in it.
    pub records: u32,
    /// Its size in bytes.
    pub size: u32,
}

/// Saves the card as a file where the user chooses. None: the user chose nowhere.
#[tauri::command]
#[specta::specta]
pub fn card_save(app: AppHandle, shell: State<'_, Shell>) -> Result<Option<String>> {
    let card = shell.desk(exchange::my_card_file)?;
    let Some(target) = file::choose_target(&app, &card.file_name) else { return Ok(None) };
    file::save(&target, &card.bytes).map(Some)
}

/// Takes in a colleague's card from a file that the user chooses. None: the user chose none.
#[tauri::command]
#[specta::specta]
pub fn card_import(app: AppHandle, shell: State<'_, Shell>) -> Result<Option<CardView>> {
    match file::read(&app, "farled-card")? {
        Some(bytes) => shell.desk(|desk| exchange::import_card(desk, &bytes)).map(Some),
        None => Ok(None),
    }
}

/// Seals cases into a file where the user chooses. None: the user chose nowhere.
#[tauri::command]
#[specta::specta]
pub fn bundle_seal(app: AppHandle, choice: SealChoice) -> Result<Option<SealedFile>> {
    let Some(target) = file::choose_target(&app, &exchange::bundle_file_name()) else { return Ok(None) };
    let sealed = work::at_length(&app, |shell, on_progress| {
        shell.desk(|desk| exchange::seal(desk, &choice, &target, on_progress))
    })?;
    Ok(Some(SealedFile { file_name: file::name(&target), records: sealed.records, size: sealed.size }))
}

/// Opens a bundle that the user chooses and tells what merging it would change. None: the user chose
/// none.
#[tauri::command]
#[specta::specta]
pub fn bundle_open(app: AppHandle, shell: State<'_, Shell>) -> Result<Option<BundlePreview>> {
    let Some(bytes) = file::read(&app, "farled")? else { return Ok(None) };
    let (bundle, preview) = work::at_length(&app, |shell, on_progress| {
        shell.desk(|desk| exchange::open(desk, &bytes, on_progress))
    })?;
    shell.keep_bundle(Some(bundle));
    Ok(Some(preview))
}

/// Merges the opened bundle.
#[tauri::command]
#[specta::specta]
pub fn bundle_merge(app: AppHandle) -> Result<BundlePreview> {
    work::at_length(&app, |shell, on_progress| {
        shell.desk_and_bundle(|desk, bundle| exchange::merge(desk, bundle, on_progress))
    })
}

/// Puts the opened bundle aside; nothing has changed.
#[tauri::command]
#[specta::specta]
pub fn bundle_put_aside(shell: State<'_, Shell>) {
    shell.keep_bundle(None);
}

/// Saves the identity's secret key for disaster recovery where the user chooses. None: nowhere.
#[tauri::command]
#[specta::specta]
pub fn identity_key_save(app: AppHandle, shell: State<'_, Shell>, ground: String) -> Result<Option<String>> {
    let Some(target) = file::choose_target(&app, "age-identity.txt") else { return Ok(None) };
    shell.desk(|desk| exchange::save_identity_key(desk, &ground, &target))?;
    Ok(Some(file::name(&target)))
}
