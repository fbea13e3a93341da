//! A page without any content policy, in a bare webview: the filter alone stands between it and a
//! server on this machine.

use std::collections::BTreeSet;
use std::io::{Read, Write};
use std::net::TcpListener;
use std::process::ExitCode;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use gtk::prelude::*;
use webkit2gtk::{WebView, WebViewExt};

/// Tells the child process which server to try, and is how it knows that it is the child.
const PORT: &str = "FARLED_TEST_PORT";
/// Tells the child process to leave the filter out.
const UNPROTECTED: &str = "FARLED_TEST_UNPROTECTED";

/// Every way out of a page that this engine has. Each asks for a path of its own name.
const WAYS_OUT: [&str; 9] =
    ["beacon", "events", "fetch", "form", "frame", "image", "script", "socket", "style"];

const PAGE: &str = r#"<!doctype html><title>trying</title>
<link rel="stylesheet" href="/style"><iframe name="answer" src="/frame"></iframe>
<form method="post" action="/form" target="other"></form><iframe name="other"></iframe>
<script>
  new Image().src = '/image';
  fetch('/fetch').catch(() => {});
  navigator.sendBeacon('/beacon', 'x');
  new EventSource('/events');
  new WebSocket(`ws://${location.host}/socket`);
  document.forms[0].submit();
  document.head.append(Object.assign(document.createElement('script'), { src: '/script' }));
  setTimeout(() => { document.title = 'tried'; }, 3000);
</script>"#;

#[test]
fn a_page_reaches_nothing_through_the_filter() {
    run("page::a_page_reaches_nothing_through_the_filter", Filter::On, |reached| {
        assert!(reached.is_empty(), "the filter let these through: {reached:?}");
    });
}

#[test]
fn without_the_filter_the_same_page_reaches_everything() {
    run("page::without_the_filter_the_same_page_reaches_everything", Filter::Off, |reached| {
        let all = WAYS_OUT.map(String::from).into();
        assert_eq!(reached, &all, "a way out that never works would prove nothing when it is refused");
    });
}

#[derive(PartialEq, Eq)]
enum Filter {
    On,
    Off,
}

/// Opens the page in a process of its own, and judges what reached the server meanwhile.
fn run(test: &str, filter: Filter, judge: fn(&BTreeSet<String>)) {
    if let Ok(port) = std::env::var(PORT) {
        assert_eq!(try_every_way_out(&port), ExitCode::SUCCESS);
        return;
    }
    let (port, reached) = serve();
    let home = tempfile::tempdir().unwrap();
    let mut child = crate::display::of_its_own(home.path());
    child
        .arg(std::env::current_exe().unwrap())
        .args(["--exact", test, "--nocapture"])
        .env(PORT, port.to_string());
    if filter == Filter::Off {
        child.env(UNPROTECTED, "1");
    }
    let output = child.output().expect("dbus-run-session and xvfb-run are installed by cargo xtask test");
    assert!(
        output.status.success(),
        "the page did not come up:\n{}{}",
        String::from_utf8_lossy(&output.stdout),
        String::from_utf8_lossy(&output.stderr)
    );
    judge(&reached.lock().unwrap());
}

/// A server that notes the path of every request and answers with nothing.
fn serve() -> (u16, Arc<Mutex<BTreeSet<String>>>) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = listener.local_addr().unwrap().port();
    let reached = Arc::new(Mutex::new(BTreeSet::new()));
    let noted = Arc::clone(&reached);
    std::thread::spawn(move || {
        for mut stream in listener.incoming().filter_map(Result::ok) {
            let noted = Arc::clone(&noted);
            std::thread::spawn(move || {
                let mut request = [0; 2048];
                let read = stream.read(&mut request).unwrap_or(0);
                let text = String::from_utf8_lossy(&request[..read]).into_owned();
                if let Some(path) = text.split(' ').nth(1) {
                    noted.lock().unwrap().insert(path.trim_start_matches('/').to_owned());
                }
                let _ = stream.write_all(b"HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n");
            });
        }
    });
    (port, reached)
}

/// In the child: the same protections as the app, the same engine, and the page.
fn try_every_way_out(port: &str) -> ExitCode {
    if std::env::var_os(UNPROTECTED).is_none() {
        farled::process::protect().unwrap();
    }
    gtk::init().unwrap();
    let window = gtk::Window::new(gtk::WindowType::Toplevel);
    let view = WebView::new();
    window.add(&view);
    window.show_all();
    view.connect_title_notify(|view| {
        if view.title().as_deref() == Some("tried") {
            gtk::main_quit();
        }
    });
    view.load_html(PAGE, Some(&format!("http://127.0.0.1:{port}/")));
    gtk::glib::timeout_add_local_once(Duration::from_secs(60), || panic!("the page never ran its script"));
    gtk::main();
    ExitCode::SUCCESS
}
