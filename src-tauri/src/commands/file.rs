//! Files that the user chooses. The page never names a path: it asks, and the dialog is the shell's.

use std::path::{Path, PathBuf};

use farled_app::{Result, file as files};
use tauri::AppHandle;
#[cfg(not(feature = "e2e"))]
use {crate::Shell, tauri::Manager};

/// Saves bytes in the place that the user chose and answers with the file's name.
pub fn save(target: &Path, bytes: &[u8]) -> Result<String> {
    files::write_whole(target, bytes)?;
    Ok(name(target))
}

/// The name of the file that the user chose.
pub fn name(target: &Path) -> String {
    target.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}

/// Reads the file that the user chooses. None: none.
pub fn read(app: &AppHandle, extension: &str) -> Result<Option<Vec<u8>>> {
    match choose_source(app, extension) {
        Some(path) => files::read_whole(&path).map(Some),
        None => Ok(None),
    }
}

/// Asks the person. What is chosen after the vault was locked is let go: whoever asked has left.
#[cfg(not(feature = "e2e"))]
fn ask<T: Default>(app: &AppHandle, dialog: impl FnOnce() -> T) -> T {
    let locks = app.state::<Shell>().locks();
    let chosen = dialog();
    if app.state::<Shell>().locks() == locks { chosen } else { T::default() }
}

/// Asks where to save a file. Asked first: what is not saved in the end is neither made nor logged.
#[cfg(not(feature = "e2e"))]
pub fn choose_target(app: &AppHandle, suggested: &str) -> Option<PathBuf> {
    use tauri_plugin_dialog::DialogExt;
    let dialog = app.dialog().file().set_file_name(suggested);
    let path = ask(app, || dialog.blocking_save_file())?.into_path().ok()?;
    forget(app, &path);
    Some(path)
}

/// Asks which file to read.
#[cfg(not(feature = "e2e"))]
pub fn choose_source(app: &AppHandle, extension: &str) -> Option<PathBuf> {
    use tauri_plugin_dialog::DialogExt;
    let dialog = app.dialog().file().add_filter(extension, &[extension]);
    let path = ask(app, || dialog.blocking_pick_file())?.into_path().ok()?;
    forget(app, &path);
    Some(path)
}

/// Asks for any number of files with one of these endings.
#[cfg(not(feature = "e2e"))]
pub fn choose_sources(app: &AppHandle, endings: &[&str]) -> Vec<PathBuf> {
    use tauri_plugin_dialog::DialogExt;
    let dialog = app.dialog().file().add_filter(endings.join(" "), endings);
    let chosen = ask(app, || dialog.blocking_pick_files()).unwrap_or_default();
    let paths: Vec<PathBuf> = chosen.into_iter().filter_map(|path| path.into_path().ok()).collect();
    for path in &paths {
        forget(app, path);
    }
    paths
}

/// Takes a chosen file out of the desktop's list of recent files, which is plain text. Only this one:
/// switching the list off would empty it for every other program.
#[cfg(not(feature = "e2e"))]
fn forget(app: &AppHandle, path: &Path) {
    use gtk::{glib, prelude::RecentManagerExt};
    let path = path.to_owned();
    // A list that can't be changed is the desktop's; the file itself is where the user wanted it.
    let _ = app.run_on_main_thread(move || {
        if let (Some(recent), Ok(uri)) = (gtk::RecentManager::default(), glib::filename_to_uri(&path, None)) {
            let _ = recent.remove_item(&uri);
        }
    });
}

/// Asks for a folder.
#[cfg(not(feature = "e2e"))]
pub fn choose_folder(app: &AppHandle) -> Option<PathBuf> {
    use tauri_plugin_dialog::DialogExt;
    let dialog = app.dialog().file();
    let path = ask(app, || dialog.blocking_pick_folder())?.into_path().ok()?;
    forget(app, &path);
    Some(path)
}

/// The `e2e` build takes `FARLED_FILES` itself.
#[cfg(feature = "e2e")]
pub fn choose_folder(_: &AppHandle) -> Option<PathBuf> {
    std::env::var_os("FARLED_FILES").map(PathBuf::from)
}

/// WebDriver can't operate the desktop's own dialogs: the `e2e` build saves into `FARLED_FILES`.
#[cfg(feature = "e2e")]
pub fn choose_target(_: &AppHandle, suggested: &str) -> Option<PathBuf> {
    Some(PathBuf::from(std::env::var_os("FARLED_FILES")?).join(suggested))
}

/// The `e2e` build opens the newest file of that extension in `FARLED_FILES`.
#[cfg(feature = "e2e")]
pub fn choose_source(_: &AppHandle, extension: &str) -> Option<PathBuf> {
    std::fs::read_dir(std::env::var_os("FARLED_FILES")?)
        .ok()?
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.extension().is_some_and(|found| found == extension))
        .max_by_key(|path| path.metadata().and_then(|data| data.modified()).ok())
}

/// The `e2e` build takes all files with one of these endings in `FARLED_FILES`, by name.
#[cfg(feature = "e2e")]
pub fn choose_sources(_: &AppHandle, endings: &[&str]) -> Vec<PathBuf> {
    let Some(folder) = std::env::var_os("FARLED_FILES") else { return Vec::new() };
    let mut paths: Vec<PathBuf> = std::fs::read_dir(folder)
        .into_iter()
        .flatten()
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.extension().is_some_and(|found| endings.iter().any(|ending| found == *ending)))
        .collect();
    paths.sort();
    paths
}
