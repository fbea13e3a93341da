//! A keyboard for a display without a person: the X server takes these keys for real ones (XTEST), so
//! that the very app that people use can be driven, which no automation can.

use std::ffi::{CStr, CString, c_char, c_int, c_long};
use std::ptr;
use std::thread::sleep;
use std::time::Duration;

use x11_dl::{xlib, xtest};

/// A keyboard, connected to a display.
pub struct Keyboard {
    lib: xlib::Xlib,
    test: xtest::Xf86vmode,
    display: *mut xlib::Display,
}

impl Keyboard {
    /// The keyboard of a display such as `:99`.
    pub fn of(display: &str) -> Self {
        let lib = xlib::Xlib::open().expect("libX11, which GTK brings");
        let test = xtest::Xf86vmode::open().expect("libXtst, which GTK brings");
        let name = CString::new(display).unwrap();
        // SAFETY: the name lives through the call, and the handler is a function.
        let display = unsafe {
            (lib.XSetErrorHandler)(Some(overlook));
            (lib.XOpenDisplay)(name.as_ptr())
        };
        assert!(!display.is_null(), "the display answers");
        Self { lib, test, display }
    }

    /// Presses keys together, by name: `["Control_L", "k"]`.
    pub fn press(&self, keys: &[&str]) {
        let codes: Vec<u32> = keys.iter().map(|key| self.code(key)).collect();
        for code in &codes {
            self.key(*code, 1);
        }
        for code in codes.iter().rev() {
            self.key(*code, 0);
        }
        sleep(Duration::from_millis(12));
    }

    /// Types small letters, digits and what else needs no shift.
    pub fn type_text(&self, text: &str) {
        for letter in text.chars() {
            let name = match letter {
                ' ' => "space".to_owned(),
                '/' => "slash".to_owned(),
                '.' => "period".to_owned(),
                '-' => "minus".to_owned(),
                other => other.to_string(),
            };
            self.press(&[&name]);
        }
    }

    /// Gives the keys to the topmost window whose title begins so. False: there is none.
    pub fn focus(&self, title: &str) -> bool {
        let Some(window) = self.find(title) else { return false };
        // SAFETY: the display is open; a window that has gone meanwhile is overlooked.
        unsafe {
            (self.lib.XSetInputFocus)(self.display, window, xlib::RevertToPointerRoot, xlib::CurrentTime);
            (self.lib.XSync)(self.display, 0);
        }
        true
    }

    /// Asks the topmost window whose title begins so to close, as the button in its frame does. False: there
    /// is none.
    pub fn close(&self, title: &str) -> bool {
        let Some(window) = self.find(title) else { return false };
        // SAFETY: the display is open, the names live through the calls, and the message is copied.
        unsafe {
            let atom =
                |name: &CStr| (self.lib.XInternAtom)(self.display, name.as_ptr().cast_mut(), xlib::False);
            let mut data = xlib::ClientMessageData::new();
            data.set_long(0, c_long::from_ne_bytes(atom(c"WM_DELETE_WINDOW").to_ne_bytes()));
            let mut event = xlib::XEvent::from(xlib::XClientMessageEvent {
                type_: xlib::ClientMessage,
                serial: 0,
                send_event: xlib::True,
                display: self.display,
                window,
                message_type: atom(c"WM_PROTOCOLS"),
                format: 32,
                data,
            });
            (self.lib.XSendEvent)(self.display, window, xlib::False, xlib::NoEventMask, &raw mut event);
            (self.lib.XSync)(self.display, 0);
        }
        true
    }

    fn find(&self, title: &str) -> Option<xlib::Window> {
        self.windows().into_iter().rfind(|window| self.title(*window).starts_with(title))
    }

    /// The titles of all windows that are shown.
    pub fn titles(&self) -> Vec<String> {
        self.windows()
            .into_iter()
            .map(|window| self.title(window))
            .filter(|title| !title.is_empty())
            .collect()
    }

    /// The windows that are shown, the topmost last.
    fn windows(&self) -> Vec<xlib::Window> {
        let (mut root, mut parent, mut children, mut count) = (0, 0, ptr::null_mut(), 0);
        // SAFETY: the display is open, the server fills the list and we give it back.
        unsafe {
            let top = (self.lib.XDefaultRootWindow)(self.display);
            (self.lib.XQueryTree)(
                self.display,
                top,
                &raw mut root,
                &raw mut parent,
                &raw mut children,
                &raw mut count,
            );
            if children.is_null() {
                return Vec::new();
            }
            let windows = std::slice::from_raw_parts(children, count as usize).to_vec();
            (self.lib.XFree)(children.cast());
            windows.into_iter().filter(|window| self.is_shown(*window)).collect()
        }
    }

    fn is_shown(&self, window: xlib::Window) -> bool {
        // SAFETY: the server fills the attributes; all zero is a valid value of them.
        unsafe {
            let mut attributes: xlib::XWindowAttributes = std::mem::zeroed();
            (self.lib.XGetWindowAttributes)(self.display, window, &raw mut attributes) != 0
                && attributes.map_state == xlib::IsViewable
        }
    }

    fn title(&self, window: xlib::Window) -> String {
        let mut name: *mut c_char = ptr::null_mut();
        // SAFETY: the server gives a string that we copy and give back.
        unsafe {
            if (self.lib.XFetchName)(self.display, window, &raw mut name) == 0 || name.is_null() {
                return String::new();
            }
            let title = std::ffi::CStr::from_ptr(name).to_string_lossy().into_owned();
            (self.lib.XFree)(name.cast());
            title
        }
    }

    fn code(&self, name: &str) -> u32 {
        let wanted = CString::new(name).unwrap();
        // SAFETY: the name lives through the call.
        unsafe {
            let symbol = (self.lib.XStringToKeysym)(wanted.as_ptr());
            assert_ne!(symbol, 0, "{name} is a key");
            let code = (self.lib.XKeysymToKeycode)(self.display, symbol);
            assert_ne!(code, 0, "{name} is on the keyboard");
            u32::from(code)
        }
    }

    fn key(&self, code: u32, is_down: c_int) {
        // SAFETY: the display is open.
        unsafe {
            (self.test.XTestFakeKeyEvent)(self.display, code, is_down, xlib::CurrentTime);
            (self.lib.XSync)(self.display, 0);
        }
    }
}

impl Drop for Keyboard {
    fn drop(&mut self) {
        // SAFETY: the display is open, and nobody uses it after this.
        unsafe { (self.lib.XCloseDisplay)(self.display) };
    }
}

/// A window that goes while it is asked about is no reason to end the program, which is what the
/// library would do.
unsafe extern "C" fn overlook(_: *mut xlib::Display, _: *mut xlib::XErrorEvent) -> c_int {
    0
}
