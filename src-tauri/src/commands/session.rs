//! Where the app stands: no vault, a locked one, an unlocked one.

use chrono::NaiveDateTime;
use farled_app::{
    Result,
    settings::{self, Language, Settings},
    vault::{self, ChangeView, OlderView, RescueView, VaultPresence},
};
use serde::Serialize;
use specta::Type;
use tauri::{AppHandle, State};

use crate::{
    Shell,
    lock::{self, Reason, UnderWay},
    storage,
};

/// Where the app stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum SessionState {
    /// There is no vault yet.
    None,
    /// The vault is locked.
    Locked,
    /// The vault is unlocked.
    Unlocked,
    /// The vault was written by a newer version.
    Newer,
    /// Neither the vault's header nor its copy can be read.
    Damaged,
    /// The vault's database is gone or empty.
    DatabaseMissing,
}

/// What the page needs to know before anything else.
#[derive(Clone, Debug, Serialize, Type)]
pub struct Session {
    /// Where the app stands.
    pub state: SessionState,
    /// Whether the people are sample people.
    pub is_sample: bool,
    /// The preferences, once unlocked.
    pub settings: Option<Settings>,
    /// Whether some preferences could not be read and stand as in a new vault.
    pub settings_damaged: bool,
    /// The language to speak: the chosen one, or the desktop's while the vault is locked.
    pub language: Language,
    /// The vault's latest change. None: nothing was written since it was made.
    pub last_change: Option<ChangeView>,
    /// What was seen of this vault here and is missing from it: it is an older copy.
    pub older: Option<OlderView>,
    /// What could be read, when the vault is damaged and was opened only to be read.
    pub rescue: Option<RescueView>,
    /// Whether the header did not read at unlocking, and was mended from its copy.
    pub is_header_mended: bool,
    /// The present wall-clock time.
    pub now: NaiveDateTime,
}

/// Where the app stands.
#[tauri::command]
#[specta::specta]
pub fn session(shell: State<'_, Shell>) -> Result<Session> {
    let now = shell.clock().wall();
    let is_sample = shell.is_sample();
    if shell.is_unlocked() {
        let older = shell.older()?;
        return shell.desk(|desk| {
            let settings = settings::show(desk)?;
            Ok(Session {
                state: SessionState::Unlocked,
                is_sample,
                language: settings.language,
                settings: Some(settings),
                settings_damaged: settings::are_damaged(desk)?,
                last_change: match desk.vault().last_changed_at()? {
                    Some(_) => Some(vault::last_change(desk)?),
                    None => None,
                },
                older,
                rescue: vault::rescued(desk),
                is_header_mended: desk.vault().was_header_mended(),
                now,
            })
        });
    }
    let state = match vault::presence(shell.folder()) {
        VaultPresence::Missing => SessionState::None,
        VaultPresence::Present => SessionState::Locked,
        VaultPresence::Newer => SessionState::Newer,
        VaultPresence::Damaged => SessionState::Damaged,
        VaultPresence::DatabaseMissing => SessionState::DatabaseMissing,
    };
    Ok(Session {
        state,
        is_sample: false,
        settings: None,
        settings_damaged: false,
        language: storage::desktop_language(),
        last_change: None,
        older: None,
        rescue: None,
        is_header_mended: false,
        now,
    })
}

/// Notes that somebody is there, and tells the time.
#[tauri::command]
#[specta::specta]
pub fn activity(shell: State<'_, Shell>) -> Result<NaiveDateTime> {
    shell.note_activity();
    // Not by the desk: whoever is there counts also while long work has it.
    Ok(shell.clock().wall())
}

/// The numbers of the latest changes, the latest first: what an offer to undo is about.
#[tauri::command]
#[specta::specta]
pub fn changes_latest(shell: State<'_, Shell>, count: u8) -> Result<Vec<u32>> {
    shell.desk(|desk| Ok(desk.latest_changes(count.into())))
}

/// Undoes these changes and no others.
#[tauri::command]
#[specta::specta]
pub fn undo(shell: State<'_, Shell>, changes: Vec<u32>) -> Result<()> {
    shell.desk(|desk| changes.into_iter().try_for_each(|change| desk.undo_change(change)))
}

/// Calls off the long work that runs. What it had begun is taken back.
#[tauri::command]
#[specta::specta]
pub fn work_cancel(shell: State<'_, Shell>) {
    shell.call_off();
}

/// Leaves the window open, which was to be closed: something that was written could not be saved. Every
/// other reason to lock goes on.
#[tauri::command]
#[specta::specta]
pub fn closing_put_off(under_way: State<'_, UnderWay>) {
    under_way.put_off();
}

/// Closes the window, after asking whether to, also when something could not be saved.
#[tauri::command]
#[specta::specta]
pub fn close_anyway(app: AppHandle) {
    lock::begin(&app, Reason::Close, None);
}
