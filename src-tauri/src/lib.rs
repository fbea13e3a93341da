//! The desktop shell: one window, the typed bridge to it, and locking. Assembly only: what people do
//! stands in `farled_app`.

// With this feature there is no network filter and any program may drive the window.
#[cfg(all(feature = "e2e", not(debug_assertions)))]
compile_error!("the feature `e2e` is for tests: a release must not have it");

mod backups;
mod bridge;
mod commands;
mod intake;
mod lock;
mod paper;
pub mod process;
mod scheme;
mod shell;
mod storage;
mod window;
mod work;

pub use bridge::bindings;

use shell::Shell;

/// Opens the window and stays until it is closed.
///
/// # Errors
/// When the desktop gives no window.
pub fn run() -> tauri::Result<()> {
    let bridge = bridge::bridge();
    let handler = bridge.invoke_handler();
    let runtime_folder = storage::RuntimeFolder::create()?;
    let page_data = runtime_folder.path().to_owned();
    let app = tauri::Builder::default()
        .plugin(tauri_plugin_dialog::init())
        .manage(Shell::new(storage::vault_folder(), storage::clock(), &page_data))
        .register_asynchronous_uri_scheme_protocol(scheme::NAME, |context, request, responder| {
            scheme::answer(&context, &request, responder);
        })
        .manage(backups::Backups::default())
        .invoke_handler(handler)
        .setup(move |app| {
            bridge.mount_events(app);
            window::open(app.handle(), &page_data)?;
            lock::watch(app.handle().clone());
            backups::watch(app.handle().clone());
            Ok(())
        })
        .build(tauri::generate_context!())?;
    app.run_return(|_, _| {});
    drop(runtime_folder);
    Ok(())
}
