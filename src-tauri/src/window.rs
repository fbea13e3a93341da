//! The one window.

use std::path::Path;

use serde::{Deserialize, Serialize};
use specta::Type;
use tauri::{
    AppHandle, DragDropEvent, Manager, WebviewUrl, WebviewWindow, WebviewWindowBuilder, WindowEvent,
};
use tauri_specta::Event;
use webkit2gtk::{
    ContextMenuAction, ContextMenuExt, ContextMenuItemExt, DownloadExt, WebContextExt,
    WebProcessTerminationReason, WebViewExt,
};

use crate::{
    Shell,
    lock::{self, Reason},
    paper,
};

/// Its name.
pub const MAIN: &str = "main";

/// Where files are that somebody drags over the window. What files they are stays with the shell.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum Drag {
    /// Over the window.
    Over,
    /// Away again.
    Away,
    /// Dropped.
    Dropped,
}

/// Tells the page of files that are dragged over it.
#[derive(Clone, Debug, Serialize, Deserialize, Type, Event)]
pub struct Dropping {
    /// Where they are.
    pub drag: Drag,
}

/// Opens the window. Whatever the webview keeps goes into `page_data` and dies with it.
pub fn open(app: &AppHandle, page_data: &Path) -> tauri::Result<()> {
    let builder = WebviewWindowBuilder::new(app, MAIN, WebviewUrl::App("index.html".into()))
        .title("Farled")
        .inner_size(1280.0, 800.0)
        .min_inner_size(640.0, 480.0)
        .data_directory(page_data.to_owned());
    // An ephemeral webview keeps no cache, no storage and no history. WebDriver can't drive one.
    #[cfg(not(feature = "e2e"))]
    let builder = builder.incognito(true);
    let window = builder.build()?;
    paper::watch(&window)?;
    keep_in(&window)?;
    outlive_page(&window)?;
    let app = app.clone();
    window.on_window_event(move |event| {
        match event {
            WindowEvent::CloseRequested { api, .. } => {
                // Drafts first, and whatever else is being written: the window closes once all is locked.
                api.prevent_close();
                lock::begin(&app, Reason::Close, None);
            }
            WindowEvent::DragDrop(event) => follow(&app, event),
            _ => {}
        }
    });
    Ok(())
}

/// Keeps what is dropped for the page to add, and tells it. A locked vault takes nothing.
fn follow(app: &AppHandle, event: &DragDropEvent) {
    let shell = app.state::<Shell>();
    let drag = match event {
        DragDropEvent::Enter { .. } => Drag::Over,
        DragDropEvent::Drop { paths, .. } if shell.is_unlocked() => {
            shell.intake().drop(paths.clone());
            Drag::Dropped
        }
        DragDropEvent::Drop { .. } | DragDropEvent::Leave => Drag::Away,
        _ => return,
    };
    // A page that can't be told takes nothing in either.
    let _ = Dropping { drag }.emit(app);
}

/// What the page's own menu may offer: everything else there saves, opens or copies past the log and the
/// clipboard's time.
const OFFERED: [ContextMenuAction; 7] = [
    ContextMenuAction::Cut,
    ContextMenuAction::Copy,
    ContextMenuAction::Paste,
    ContextMenuAction::PasteAsPlainText,
    ContextMenuAction::Delete,
    ContextMenuAction::SelectAll,
    ContextMenuAction::SpellingGuess,
];

/// Keeps pictures and papers in the window: the webview would save them for whoever clicks the right
/// button, without a ground and into a folder that nobody chose.
fn keep_in(window: &WebviewWindow) -> tauri::Result<()> {
    window.with_webview(|webview| {
        let view = webview.inner();
        view.connect_context_menu(|_, menu, _, _| {
            for item in menu.items() {
                if !OFFERED.contains(&item.stock_action()) {
                    menu.remove(&item);
                }
            }
            menu.n_items() == 0
        });
        if let Some(context) = view.context() {
            context.connect_download_started(|_, download| download.cancel());
        }
    })
}

/// A new page, in a new process: the old one's ends, and the kernel takes back all that it remembered.
pub fn renew(app: &AppHandle) {
    let Some(window) = app.get_webview_window(MAIN) else { return };
    let renewed = window.with_webview(|webview| {
        let view = webview.inner();
        // WebDriver loses the window with the process.
        if cfg!(not(feature = "e2e")) {
            view.terminate_web_process();
        }
        view.reload();
    });
    // When the page can't be loaded anew, it is closed: text must not stay on the screen.
    if renewed.is_err() {
        let _ = window.destroy();
    }
}

/// When the page's process ends by itself, the window would stay empty: the vault is locked, and there is
/// a page to unlock it again.
fn outlive_page(window: &WebviewWindow) -> tauri::Result<()> {
    let app = window.app_handle().clone();
    window.with_webview(move |webview| {
        webview.inner().connect_web_process_terminated(move |_, reason| {
            if reason != WebProcessTerminationReason::TerminatedByApi {
                let app = app.clone();
                // Locking waits for the command that runs; the window must not.
                std::thread::spawn(move || lock::anew(&app));
            }
        });
    })
}
