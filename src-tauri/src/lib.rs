//! The desktop shell: one window, the typed bridge to it, and locking. Assembly only: what people do
//! stands in `farled_app`.

// With this feature there is no network filter and any program may drive the window.
#[cfg(all(feature = "e2e", not(debug_assertions)))]
compile_error!("the feature `e2e` is for tests: a release must not have it");

mod backups;
mod bridge;
mod clipboard;
mod commands;
mod dialogs;
mod intake;
mod lock;
#[cfg(test)]
#[path = "../crates/process/src/own_process.rs"]
mod own_process;
mod paper;
pub mod process;
mod scheme;
mod shell;
mod storage;
mod watch;
mod window;
mod work;

pub use bridge::bindings;

use std::sync::Arc;

use shell::Shell;
use tauri::Manager;

/// Passphrases and text pass through many strings, those of the bridge among them, that know nothing of
/// secrets: each is wiped when it is freed.
#[global_allocator]
static ALLOCATOR: farled_memory::Wiping = farled_memory::Wiping;

/// Opens the window and stays until it is closed.
///
/// # Errors
/// When the desktop gives no window.
pub fn run() -> tauri::Result<()> {
    let bridge = bridge::bridge();
    let handler = Arc::new(bridge.invoke_handler());
    let runtime_folder = storage::RuntimeFolder::create()?;
    let page_data = runtime_folder.path().to_owned();
    let app = tauri::Builder::default()
        .plugin(tauri_plugin_dialog::init())
        .manage(lock::UnderWay::default())
        .manage(
            Shell::new(storage::vault_folder(), storage::clock(), &page_data)
                .remembering_in(farled_app::vault::default_state_folder()),
        )
        .register_asynchronous_uri_scheme_protocol(scheme::NAME, |context, request, responder| {
            scheme::answer(&context, &request, responder);
        })
        .manage(backups::Backups::default())
        .invoke_system(include_str!("calling.js"))
        .invoke_handler(move |invoke| {
            let command = invoke.message.command();
            if bridge::answers_without_a_vault(command)
                || invoke.message.webview_ref().state::<Shell>().is_unlocked()
            {
                bridge::answer(handler.clone(), invoke);
                return true;
            }
            invoke.resolver.reject(shell::locked());
            true
        })
        .setup(move |app| {
            bridge.mount_events(app);
            window::open(app.handle(), &page_data)?;
            lock::watch(app.handle().clone());
            backups::watch(app.handle().clone());
            let app = app.handle().clone();
            watch::start(&(Arc::new(move |reason, then| lock::begin(&app, reason, then)) as watch::Lock));
            Ok(())
        })
        .build(tauri::generate_context!())?;
    app.run_return(|_, _| {});
    drop(runtime_folder);
    Ok(())
}
