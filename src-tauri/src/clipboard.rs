//! The clipboard: what is copied in Farled is marked as a secret for those programs that keep what was
//! copied, and taken away again after a while and at lock.
//!
//! Taken away only while it is still ours: the desktop tells who owns the clipboard, so that what
//! somebody copied elsewhere since stays. A program that took the text meanwhile keeps it; those that
//! know the mark (KDE's Klipper, CopyQ, GNOME's and others') don't.

use std::{cell::Cell, time::Duration};

use gtk::{Clipboard, SelectionData, TargetEntry, TargetFlags, gdk, glib};
use tauri::AppHandle;
use zeroize::Zeroizing;

/// The mark, and what stands in it (KDE's Klipper, `historymodel`; taken up by password managers).
const HINT: (&str, &[u8]) = ("x-kde-passwordManagerHint", b"secret");

/// What plain text is called on X11 and Wayland (ICCCM §2.6.2; freedesktop clipboards specification).
const PLAIN: [&str; 5] = ["UTF8_STRING", "text/plain;charset=utf-8", "text/plain", "STRING", "TEXT"];

thread_local! {
    /// Which copy is the latest: an older one's time must not take it away. The window's thread alone.
    static LATEST: Cell<u64> = const { Cell::new(0) };
}

/// Copies a text, for so long.
///
/// # Errors
/// When there is no window any more to do it.
pub fn copy(app: &AppHandle, text: Zeroizing<String>, keep: Duration) -> tauri::Result<()> {
    app.run_on_main_thread(move || {
        let clipboard = Clipboard::get(&gdk::SELECTION_CLIPBOARD);
        let plain = PLAIN.iter().map(|name| TargetEntry::new(name, TargetFlags::empty(), 0));
        let targets: Vec<_> = plain.chain([TargetEntry::new(HINT.0, TargetFlags::empty(), 1)]).collect();
        // The text is wiped when another one takes its place, also another program's.
        clipboard.set_with_data(&targets, move |_, selection: &SelectionData, which| match which {
            0 => {
                selection.set_text(&text);
            }
            _ => selection.set(&selection.target(), 8, HINT.1),
        });
        let mine = LATEST.get() + 1;
        LATEST.set(mine);
        glib::timeout_add_local_once(keep, move || {
            if LATEST.get() == mine {
                clear();
            }
        });
    })
}

/// Takes away what was copied in Farled, and what is marked in it with the mouse.
pub fn forget(app: &AppHandle) {
    // Without a window there is nothing that could own a clipboard.
    let _ = app.run_on_main_thread(clear);
}

fn clear() {
    for selection in [gdk::SELECTION_CLIPBOARD, gdk::SELECTION_PRIMARY] {
        // What another program has put there since is not ours to take: GTK would, and names a stranger's
        // window as well.
        let owner = gdk::selection_owner_get(&selection);
        if owner.is_some_and(|owner| owner.window_type() != gdk::WindowType::Foreign) {
            Clipboard::get(&selection).clear();
        }
    }
}
