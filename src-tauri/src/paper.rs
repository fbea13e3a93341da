//! Which way the sheet lies when the page is printed. The webview takes no notice of the page's own wish
//! (`@page { size: … }`), so the print dialog is told before it opens.

use std::sync::atomic::{AtomicBool, Ordering};

use farled_app::week_plan::PaperFormat;
use gtk::{PageOrientation, PageSetup, PaperSize};
use tauri::WebviewWindow;
use webkit2gtk::{PrintOperationExt, WebViewExt};

/// Whether the next sheet lies on its long side. Everything but the week stands.
static LIES: AtomicBool = AtomicBool::new(false);

/// The way of the next print. Printing takes the wish with it: what comes after stands again.
pub fn next(format: PaperFormat) {
    LIES.store(format == PaperFormat::Landscape, Ordering::Relaxed);
}

/// Makes every print dialog of the window begin with A4 the right way.
///
/// # Errors
/// When the window has no webview.
pub fn watch(window: &WebviewWindow) -> tauri::Result<()> {
    window.with_webview(|webview| {
        webview.inner().connect_print(|_, operation| {
            let sheet = PageSetup::new();
            sheet.set_paper_size_and_default_margins(&PaperSize::new(Some(gtk::PAPER_NAME_A4)));
            sheet.set_orientation(if LIES.swap(false, Ordering::Relaxed) {
                PageOrientation::Landscape
            } else {
                PageOrientation::Portrait
            });
            operation.set_page_setup(&sheet);
            // The dialog opens as it always does.
            false
        });
    })
}
