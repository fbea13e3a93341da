//! Photos and PDFs of documents. Which files are added is chosen in the shell's dialog or dropped upon
//! the window: the page never names a path.

use std::path::PathBuf;

use farled_app::{
    Progress, Result,
    attachment::{self, Added, AttachmentRow, Wording},
};
use farled_case::{AttachmentId, CaseId};
use serde::Serialize;
use specta::Type;
use tauri::{AppHandle, State};

use super::file;
use crate::{
    Shell,
    intake::{Refused, RemoveReport},
    work,
};

/// What came of adding files.
#[derive(Clone, Debug, Serialize, Type)]
pub struct AddReport {
    /// What was added.
    pub added: Vec<Added>,
    /// What was not.
    pub refused: Vec<Refused>,
    /// How many files were not looked at any more, because adding was stopped.
    pub left: u32,
}

/// A case's attachments.
#[tauri::command]
#[specta::specta]
pub fn attachment_list(shell: State<'_, Shell>, case_id: CaseId) -> Result<Vec<AttachmentRow>> {
    shell.desk(|desk| attachment::list(desk, case_id))
}

/// Adds files that the user chooses. None: the user chose none.
#[tauri::command]
#[specta::specta]
pub fn attachment_add(app: AppHandle, case_id: CaseId) -> Result<Option<AddReport>> {
    let paths = file::choose_sources(&app, &attachment::ENDINGS);
    if paths.is_empty() { Ok(None) } else { add(&app, case_id, &paths).map(Some) }
}

/// Adds the files that were dropped upon the window last.
#[tauri::command]
#[specta::specta]
pub fn attachment_add_dropped(app: AppHandle, shell: State<'_, Shell>, case_id: CaseId) -> Result<AddReport> {
    let paths = shell.intake().take_dropped();
    add(&app, case_id, &paths)
}

/// Removes the files from which attachments were added since the vault was unlocked.
#[tauri::command]
#[specta::specta]
pub fn attachment_originals_remove(shell: State<'_, Shell>, ids: Vec<AttachmentId>) -> Result<RemoveReport> {
    // What is removed outside must be in the vault: asked under the desk, once for all.
    let kept =
        shell.desk(|desk| Ok(ids.into_iter().map(|id| (id, attachment::ensure_kept(desk, id))).collect()))?;
    Ok(shell.intake().remove_originals(kept))
}

/// Changes what is said about an attachment.
#[tauri::command]
#[specta::specta]
pub fn attachment_edit(shell: State<'_, Shell>, id: AttachmentId, wording: Wording) -> Result<()> {
    shell.desk(|desk| attachment::edit(desk, id, wording))
}

/// Removes an attachment.
#[tauri::command]
#[specta::specta]
pub fn attachment_remove(shell: State<'_, Shell>, id: AttachmentId) -> Result<()> {
    shell.desk(|desk| attachment::remove(desk, id))
}

/// How many pages an attachment has.
#[tauri::command]
#[specta::specta]
pub fn attachment_pages(shell: State<'_, Shell>, id: AttachmentId) -> Result<u32> {
    let look = shell.desk(|desk| attachment::look(desk, id))?;
    attachment::pages(look)
}

/// Saves a copy where the user chooses. None: the user chose nowhere.
#[tauri::command]
#[specta::specta]
pub fn attachment_save(
    app: AppHandle,
    shell: State<'_, Shell>,
    id: AttachmentId,
    ground: String,
) -> Result<Option<String>> {
    let name = shell.desk(|desk| attachment::file_name(desk, id))?;
    let Some(target) = file::choose_target(&app, &name) else { return Ok(None) };
    shell.desk(|desk| attachment::save_copy(desk, id, &ground, &target))?;
    Ok(Some(file::name(&target)))
}

/// Adds files one by one. One that can't be added stops no other; calling it off leaves what was added.
fn add(app: &AppHandle, case: CaseId, paths: &[PathBuf]) -> Result<AddReport> {
    work::at_length(app, |shell, on_progress| {
        let mut report = AddReport { added: Vec::new(), refused: Vec::new(), left: 0 };
        let sizes: Vec<u64> =
            paths.iter().map(|path| path.metadata().map_or(0, |about| about.len())).collect();
        let total = sizes.iter().sum();
        let mut before = 0;
        for (index, (path, size)) in paths.iter().zip(&sizes).enumerate() {
            let mut whole = |reached: Progress| on_progress(Progress { done: before + reached.done, total });
            match shell.desk(|desk| attachment::add(desk, case, path, &mut whole)) {
                Ok(added) => {
                    shell.intake().keep_original(added.id, added.original.clone());
                    report.added.push(added);
                }
                Err(failure) if failure.code == "cancelled" => {
                    report.left = u32::try_from(paths.len() - index).unwrap_or(u32::MAX);
                    break;
                }
                Err(failure) if failure.code == "locked" => return Err(failure),
                Err(failure) => report.refused.push(Refused { name: file::name(path), failure }),
            }
            before += size;
        }
        Ok(report)
    })
}
