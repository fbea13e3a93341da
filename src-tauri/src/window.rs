//! The one window.

use std::path::Path;

use tauri::{AppHandle, WebviewUrl, WebviewWindowBuilder, WindowEvent};

use crate::{
    lock::{self, Reason},
    paper,
};

/// Its name.
pub const MAIN: &str = "main";

/// Opens the window. Whatever the webview keeps goes into `page_data` and dies with it.
pub fn open(app: &AppHandle, page_data: &Path) -> tauri::Result<()> {
    let builder = WebviewWindowBuilder::new(app, MAIN, WebviewUrl::App("index.html".into()))
        .title("Farled")
        .inner_size(1280.0, 800.0)
        .min_inner_size(640.0, 480.0)
        .disable_drag_drop_handler()
        .data_directory(page_data.to_owned());
    // An ephemeral webview keeps no cache, no storage and no history. WebDriver can't drive one.
    #[cfg(not(feature = "e2e"))]
    let builder = builder.incognito(true);
    let window = builder.build()?;
    paper::watch(&window)?;
    let app = app.clone();
    window.on_window_event(move |event| {
        if let WindowEvent::CloseRequested { api, .. } = event {
            // Drafts first, and whatever else is being written: the window closes once all is locked.
            api.prevent_close();
            lock::begin(&app, Reason::Close);
        }
    });
    Ok(())
}
