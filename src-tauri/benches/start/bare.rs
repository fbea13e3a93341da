//! The least: a window with the web engine in it, and one word.

use gtk::prelude::{ContainerExt, GtkWindowExt, WidgetExt};
use webkit2gtk::{WebView, WebViewExt};

/// What this program is called with to be it.
pub const WORD: &str = "--bare-window";

/// Shows the window and stays.
pub fn show() {
    gtk::init().expect("there is a display");
    let window = gtk::Window::new(gtk::WindowType::Toplevel);
    window.set_default_size(1280, 800);
    let view = WebView::new();
    view.load_html("<body style='font: 40px sans-serif'>Farled</body>", None);
    window.add(&view);
    window.show_all();
    gtk::main();
}
