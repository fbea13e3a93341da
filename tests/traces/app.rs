//! The real app, as people start it: no automation, its network filter on, a home of its own, watched by
//! `strace` for every file that it or the web engine opens to write, and for every socket.

use std::fs::{self, File};
use std::io::{BufRead, BufReader};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use crate::canary::Finder;
use crate::keyboard::Keyboard;
use crate::memory::Memory;
use crate::trace::Trace;

/// How long something on the screen is waited for. Generous: other tests run beside this one.
const PATIENCE: Duration = Duration::from_secs(40);
/// How often it is looked for.
const LOOK: Duration = Duration::from_millis(150);

/// What `strace` is to tell of.
const WATCHED: &str = "--trace=open,openat,openat2,creat,rename,renameat,renameat2,link,linkat,socket";

/// What may be looked into afterwards: everything that a user's programs write to.
pub const FOLDERS: [&str; 9] =
    ["home", "data", "config", "cache", "state", "runtime", "tmp", "here", "backups"];

/// A home, and a display with a keyboard.
pub struct Place {
    /// Where everything lies.
    pub root: PathBuf,
    /// What is pressed there.
    pub keyboard: Keyboard,
    display: String,
    /// Last, so that it goes after the keyboard that is connected to it.
    _server: Server,
}

/// A display, ended when dropped.
struct Server(Child);

impl Place {
    /// A display of its own, and empty folders.
    pub fn new(root: &Path) -> Self {
        for folder in FOLDERS {
            fs::create_dir_all(root.join(folder)).unwrap();
        }
        let mut server = Command::new("Xvfb")
            .args(["-displayfd", "1", "-screen", "0", "1280x800x24", "-nolisten", "tcp"])
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("Xvfb is installed by cargo xtask test");
        let mut number = String::new();
        BufReader::new(server.stdout.take().unwrap()).read_line(&mut number).unwrap();
        let display = format!(":{}", number.trim());
        Self { root: root.to_owned(), keyboard: Keyboard::of(&display), display, _server: Server(server) }
    }

    /// Where the app looks for its vault.
    pub fn vault(&self) -> PathBuf {
        self.root.join("data/farled/vault")
    }

    /// Where its backups go.
    pub fn backups(&self) -> PathBuf {
        self.root.join("backups")
    }

    /// Starts the app; `time` tells the runs apart.
    pub fn start(&self, time: u8) -> App<'_> {
        let trace = self.root.join(format!("trace-{time}"));
        let said = File::create(self.root.join(format!("said-{time}"))).unwrap();
        // A user may allow cores of any size: the app must not leave one all the same.
        let mut command = Command::new("sh");
        command
            .args(["-c", "ulimit -c unlimited; exec \"$@\"", "sh", "dbus-run-session", "--"])
            .args([
                "strace",
                "--follow-forks",
                "--output-separately",
                "--seccomp-bpf",
                "--quiet=all",
                "--decode-fds=path",
            ])
            .args([WATCHED, "--output"])
            .arg(&trace)
            .arg(env!("CARGO_BIN_EXE_farled"))
            .current_dir(self.root.join("here"))
            .env("HOME", self.root.join("home"))
            .env("TMPDIR", self.root.join("tmp"))
            .env("LANG", "C.UTF-8")
            .env("LANGUAGE", "sv")
            .env("DISPLAY", &self.display)
            .env_remove("WAYLAND_DISPLAY")
            .stdout(Stdio::null())
            .stderr(said)
            .process_group(0);
        for folder in ["data", "config", "cache", "state"] {
            command.env(format!("XDG_{}_HOME", folder.to_uppercase()), self.root.join(folder));
        }
        command.env("XDG_RUNTIME_DIR", self.root.join("runtime"));
        let runner = command.spawn().expect("dbus-run-session and strace are installed by cargo xtask test");
        let mut app = App { place: self, runner, trace, process: 0 };
        app.process = app.until("the app runs", || app.find("farled").first().copied());
        app.until("the window is there", || self.keyboard.focus("Farled").then_some(()));
        app
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// The running app.
pub struct App<'a> {
    place: &'a Place,
    runner: Child,
    trace: PathBuf,
    /// The app's own process.
    pub process: u32,
}

impl App<'_> {
    /// Waits until something is there.
    pub fn until<T>(&self, what: &str, mut look: impl FnMut() -> Option<T>) -> T {
        let begun = Instant::now();
        loop {
            if let Some(found) = look() {
                return found;
            }
            assert!(begun.elapsed() < PATIENCE, "waited for this in vain: {what}. {}", self.picture());
            sleep(LOOK);
        }
    }

    /// What is on the screen, for a person to look at when something fails.
    pub fn picture(&self) -> String {
        let said = self
            .trace
            .with_file_name(self.trace.file_name().unwrap().to_string_lossy().replace("trace", "said"));
        format!(
            "Windows: {:?}. It said: {}",
            self.place.keyboard.titles(),
            fs::read_to_string(said).unwrap_or_default()
        )
    }

    /// The processes of this app by the beginning of their name.
    fn find(&self, name: &str) -> Vec<u32> {
        let family = family(self.runner.id());
        family.into_iter().filter(|process| name_of(*process).starts_with(name)).collect()
    }

    /// The processes that show the page.
    pub fn pages(&self) -> Vec<u32> {
        self.find("WebKitWebProces")
    }

    /// All its processes: itself, and the web engine's.
    pub fn processes(&self) -> Vec<(u32, String)> {
        family(self.process).into_iter().map(|process| (process, name_of(process))).collect()
    }

    /// Whether the vault is open: by the lock upon it.
    pub fn is_unlocked(&self) -> bool {
        match File::open(self.place.vault().join("vault.lock")) {
            Ok(file) => file.try_lock().is_err(),
            Err(_) => false,
        }
    }

    /// Types the passphrase until the vault is open and the first screen is there, which shows this text.
    pub fn unlock(&self, passphrase: &str, shown: &str) {
        self.until("the vault opens", || {
            self.until("the page's process runs", || self.pages().first().copied());
            sleep(Duration::from_millis(1500));
            self.place.keyboard.focus("Farled");
            self.press(&["Control_L", "a"]);
            self.place.keyboard.type_text(passphrase);
            self.press(&["Return"]);
            let (begun, mut tried) = (Instant::now(), Instant::now());
            while tried.elapsed() < Duration::from_secs(6) && begun.elapsed() < PATIENCE {
                // A passphrase that lost its first letters takes the lock too, for as long as it is tried.
                if self.is_unlocked() {
                    tried = Instant::now();
                    if self.shows(shown) {
                        return Some(());
                    }
                }
                sleep(LOOK);
            }
            None
        });
        sleep(Duration::from_millis(1200));
    }

    /// Presses keys together.
    pub fn press(&self, keys: &[&str]) {
        self.place.keyboard.press(keys);
    }

    /// The titles of the windows that are shown.
    pub fn windows(&self) -> Vec<String> {
        self.place.keyboard.titles()
    }

    /// Gives the keys to a window.
    pub fn focus(&self, title: &str) {
        self.place.keyboard.focus(title);
    }

    /// Types text.
    pub fn type_text(&self, text: &str) {
        self.place.keyboard.type_text(text);
    }

    /// Goes somewhere by Ctrl+K.
    pub fn go(&self, words: &str) {
        self.place.keyboard.focus("Farled");
        self.press(&["Control_L", "k"]);
        sleep(Duration::from_millis(400));
        self.type_text(words);
        sleep(Duration::from_millis(400));
        self.press(&["Return"]);
        sleep(Duration::from_millis(900));
    }

    /// Waits until a page's process holds this text.
    pub fn wait_for_text(&self, text: &str) {
        self.until(text, || self.shows(text).then_some(()));
    }

    /// Whether a page's process holds this text: then it has reached the screen, or is about to.
    fn shows(&self, text: &str) -> bool {
        let mut flock = crate::canary::Flock::new();
        flock.note("awaited", text.as_bytes());
        let finder = Finder::new(flock.all());
        let found =
            |page: &u32| Memory::of(&finder, *page, "page").is_ok_and(|memory| !memory.hits.is_empty());
        self.pages().iter().any(found)
    }

    /// Crashes one of its processes, as a bad pointer would.
    pub fn crash(&self, process: u32) {
        // The script engine takes the first one for a trap of its own, and lets the next one through.
        self.until("the crash", || {
            let mut kill = Command::new("kill");
            kill.args(["-SEGV", &process.to_string()]).stderr(Stdio::null());
            let _ = kill.status().expect("kill is part of every system");
            sleep(LOOK);
            parent_of(process).is_none().then_some(())
        });
    }

    /// Closes the window, as the button in its frame does.
    pub fn close(&self) {
        assert!(self.place.keyboard.close("Farled"), "a window. {}", self.picture());
    }

    /// Waits until the app has ended, and its helpers too.
    pub fn ended(mut self) -> Trace {
        self.until("the app ends", || parent_of(self.process).is_none().then_some(()));
        let begun = Instant::now();
        let mut status = None;
        while status.is_none() && begun.elapsed() < PATIENCE {
            sleep(LOOK);
            status = self.runner.try_wait().unwrap();
        }
        Trace::read(&self.trace, status.and_then(|status| status.code()))
    }
}

impl Drop for App<'_> {
    fn drop(&mut self) {
        for process in family(self.runner.id()) {
            let _ = Command::new("kill").args(["-KILL", &process.to_string()]).stderr(Stdio::null()).status();
        }
        let _ = self.runner.wait();
    }
}

/// A process and all that descend from it.
fn family(root: u32) -> Vec<u32> {
    let parents: Vec<(u32, u32)> = fs::read_dir("/proc")
        .unwrap()
        .filter_map(|entry| entry.ok()?.file_name().to_str()?.parse().ok())
        .filter_map(|process: u32| Some((process, parent_of(process)?)))
        .collect();
    let mut family = vec![root];
    let mut at = 0;
    while let Some(parent) = family.get(at).copied() {
        family.extend(parents.iter().filter(|(_, of)| *of == parent).map(|(process, _)| *process));
        at += 1;
    }
    family
}

fn parent_of(process: u32) -> Option<u32> {
    let stat = fs::read_to_string(format!("/proc/{process}/stat")).ok()?;
    // After the name, which stands in parentheses and may hold anything: the state, the parent.
    let mut fields = stat.rsplit_once(") ")?.1.split(' ');
    if fields.next()? == "Z" { None } else { fields.next()?.parse().ok() }
}

fn name_of(process: u32) -> String {
    fs::read_to_string(format!("/proc/{process}/comm")).unwrap_or_default().trim().to_owned()
}
