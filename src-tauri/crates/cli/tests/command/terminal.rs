//! A terminal with the program before it, and a person who reads and types.

use std::{
    fs::File,
    io::{self, Read, Write},
    os::{
        fd::{AsRawFd, FromRawFd, OwnedFd},
        unix::process::CommandExt,
    },
    process::{Child, Command, Stdio},
    sync::mpsc::{Receiver, RecvTimeoutError, channel},
    thread,
    time::{Duration, Instant},
};

/// How long a word on the screen is waited for; a key is derived meanwhile, beside other tests.
const PATIENCE: Duration = Duration::from_secs(120);

/// A terminal, and the program that runs in it. Ended when dropped.
pub struct Terminal {
    person: File,
    program: Child,
    pieces: Receiver<Vec<u8>>,
    screen: String,
}

impl Terminal {
    /// Starts a program in a terminal of its own.
    pub fn of(mut command: Command) -> Self {
        let person = File::options().read(true).write(true).open("/dev/ptmx").unwrap();
        let flags = libc::O_RDWR | libc::O_NOCTTY | libc::O_CLOEXEC;
        // SAFETY: the descriptor is open; the program's end is a new one that nobody else has.
        let program = unsafe {
            assert_eq!(libc::unlockpt(person.as_raw_fd()), 0, "{}", io::Error::last_os_error());
            let program = libc::ioctl(person.as_raw_fd(), libc::TIOCGPTPEER, flags);
            assert_ne!(program, -1, "{}", io::Error::last_os_error());
            OwnedFd::from_raw_fd(program)
        };
        let end = || Stdio::from(program.try_clone().unwrap());
        command.stdin(end()).stdout(end()).stderr(end()).env("LC_ALL", "C.UTF-8");
        // SAFETY: both calls may be made between fork and exec.
        unsafe {
            command.pre_exec(|| {
                let is_set = libc::setsid() != -1 && libc::ioctl(0, libc::TIOCSCTTY, 0) == 0;
                if is_set { Ok(()) } else { Err(io::Error::last_os_error()) }
            });
        }
        let child = command.spawn().unwrap();
        // The program's end is the program's alone, so that reading ends with it.
        drop((command, program));
        let (tell, pieces) = channel();
        let mut reader = person.try_clone().unwrap();
        thread::spawn(move || {
            let mut piece = [0; 4096];
            while let Ok(read @ 1..) = reader.read(&mut piece) {
                if tell.send(piece[..read].to_vec()).is_err() {
                    break;
                }
            }
        });
        Self { person, program: child, pieces, screen: String::new() }
    }

    /// The program's process.
    pub fn process(&self) -> u32 {
        self.program.id()
    }

    /// Waits until the screen ends in these words and what is typed next is not shown.
    pub fn asks(&mut self, words: &str) {
        let begun = Instant::now();
        while !self.screen.ends_with(words) || self.is_shown() {
            assert!(begun.elapsed() < PATIENCE, "{words} was awaited: {}", self.screen);
            match self.pieces.recv_timeout(Duration::from_millis(20)) {
                Ok(piece) => self.screen.push_str(&String::from_utf8_lossy(&piece)),
                Err(RecvTimeoutError::Timeout) => {}
                Err(RecvTimeoutError::Disconnected) => panic!("it has ended: {}", self.screen),
            }
        }
    }

    /// Types a line.
    pub fn type_line(&mut self, line: &str) {
        self.person.write_all(format!("{line}\n").as_bytes()).unwrap();
    }

    /// Waits for the end. Answers with the exit code and everything that stood on the screen.
    pub fn ends(mut self) -> (i32, String) {
        let begun = Instant::now();
        while let Ok(piece) = self.pieces.recv_timeout(PATIENCE.saturating_sub(begun.elapsed())) {
            self.screen.push_str(&String::from_utf8_lossy(&piece));
        }
        let status = self.program.wait().unwrap();
        (status.code().unwrap_or_else(|| panic!("it ended by {status}")), std::mem::take(&mut self.screen))
    }

    /// Whether the terminal shows what is typed.
    fn is_shown(&self) -> bool {
        // SAFETY: all zero is a valid value of it, and the call fills it.
        let settings = unsafe {
            let mut settings: libc::termios = std::mem::zeroed();
            assert_eq!(libc::tcgetattr(self.person.as_raw_fd(), &raw mut settings), 0);
            settings
        };
        settings.c_lflag & libc::ECHO != 0
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        let _ = self.program.kill();
        let _ = self.program.wait();
    }
}
