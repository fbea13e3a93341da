//! A display of its own, and what can be seen on it.

use std::{
    collections::HashSet,
    ffi::CString,
    io::{BufRead, BufReader},
    process::{Child, Command, Stdio},
    slice,
    thread::sleep,
    time::{Duration, Instant},
};

use x11_dl::xlib;

/// The size of the display, and so of what is looked at.
const SIZE: (u32, u32) = (1280, 800);
/// So many colours mean letters, whose edges are smoothed. An empty window has one or two.
const COLOURS_OF_TEXT: usize = 12;

/// The display; ended when dropped.
pub struct Display {
    server: Child,
    name: String,
    lib: xlib::Xlib,
    connection: *mut xlib::Display,
}

impl Display {
    pub fn start() -> Self {
        let mut server = Command::new("Xvfb")
            .args(["-displayfd", "1", "-screen", "0", "1280x800x24", "-nolisten", "tcp"])
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("Xvfb is installed by cargo xtask bench");
        let mut number = String::new();
        BufReader::new(server.stdout.take().unwrap()).read_line(&mut number).unwrap();
        let name = format!(":{}", number.trim());
        let lib = xlib::Xlib::open().expect("libX11, which GTK brings");
        let asked = CString::new(name.as_str()).unwrap();
        // SAFETY: the name lives through the call.
        let connection = unsafe { (lib.XOpenDisplay)(asked.as_ptr()) };
        assert!(!connection.is_null(), "the display answers");
        Self { server, name, lib, connection }
    }

    pub fn name(&self) -> &str {
        &self.name
    }

    /// Looks until text is there or not, as `wanted` says. None: it stayed otherwise.
    pub fn until(&self, wanted: impl Fn(bool) -> bool, patience: Duration) -> Option<()> {
        let begun = Instant::now();
        while begun.elapsed() < patience {
            if wanted(self.has_text()) {
                return Some(());
            }
            sleep(super::LOOK);
        }
        None
    }

    fn has_text(&self) -> bool {
        // SAFETY: the connection is open; the image is as large as it was asked for, of four bytes a
        // pixel on a display of 24 bits, and is given back.
        unsafe {
            let root = (self.lib.XDefaultRootWindow)(self.connection);
            let image = (self.lib.XGetImage)(self.connection, root, 0, 0, SIZE.0, SIZE.1, !0, xlib::ZPixmap);
            assert!(!image.is_null(), "the display can be looked at");
            let pixels = slice::from_raw_parts((*image).data.cast::<u32>(), (SIZE.0 * SIZE.1) as usize);
            let mut colours = HashSet::new();
            let is_text =
                pixels.iter().any(|pixel| colours.insert(*pixel) && colours.len() >= COLOURS_OF_TEXT);
            (self.lib.XDestroyImage)(image);
            is_text
        }
    }
}

impl Drop for Display {
    fn drop(&mut self) {
        // SAFETY: the connection is open, and nobody uses it after this.
        unsafe { (self.lib.XCloseDisplay)(self.connection) };
        let _ = self.server.kill();
        let _ = self.server.wait();
    }
}
