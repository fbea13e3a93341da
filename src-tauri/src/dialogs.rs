//! The desktop's own dialogs, which stand before the window: to choose a file, to print. They name what they
//! are about, so that they go when the vault is locked.

use gtk::prelude::{Cast, DialogExt};
use tauri::AppHandle;

/// Closes those that are open, as by their cancel button. One that another program draws (a portal's)
/// can't be closed from here: what is chosen in it afterwards is let go.
pub fn close(app: &AppHandle) {
    // Without a window there is none.
    let _ = app.run_on_main_thread(|| {
        for window in gtk::Window::list_toplevels() {
            if let Ok(dialog) = window.downcast::<gtk::Dialog>() {
                dialog.response(gtk::ResponseType::Cancel);
            }
        }
    });
}
