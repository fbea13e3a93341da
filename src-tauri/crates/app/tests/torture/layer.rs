//! A layer between this program and the system: sees, and can refuse, every call that changes a file.
//!
//! The functions at the end have the names of libc's. A name that a program defines itself comes before
//! one of a shared library, so that SQLite and Rust's own library, which are linked into this program,
//! call these, and these ask the kernel. Nothing happens but that, unless the calling thread has begun
//! to [`record`] or to [`refuse`].
//!
//! That nothing passes the layer by is shown in `power`: what was recorded, done again, is the folder
//! byte for byte.

use std::{
    cell::{Cell, RefCell},
    collections::BTreeMap,
    ffi::{CStr, OsStr, c_char, c_int, c_long, c_uint, c_void},
    fs,
    os::unix::ffi::OsStrExt,
    path::{Path, PathBuf},
    ptr,
};

use libc::{mode_t, off_t, size_t, ssize_t};

/// A file, whatever its name is just then. Numbers are never used again, as those of inodes are.
pub type FileId = usize;

/// One step of what reached the system.
#[derive(Clone, Debug)]
pub enum Step {
    /// A new file, empty.
    Made {
        path: PathBuf,
        file: FileId,
    },
    Written {
        file: FileId,
        at: usize,
        bytes: Vec<u8>,
    },
    Cut {
        file: FileId,
        length: usize,
    },
    Synced {
        file: FileId,
    },
    Renamed {
        from: PathBuf,
        to: PathBuf,
    },
    Removed {
        path: PathBuf,
    },
    FolderSynced {
        path: PathBuf,
    },
    /// An operation has returned.
    Done,
}

/// What a refused call answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// With this error, once.
    Once(c_int),
    /// With this error, and so does every later one.
    FromThenOn(c_int),
    /// Half of the bytes are written; every later call that needs space fails with `ENOSPC`.
    Short,
}

/// The kind of a call that changes a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Call {
    Make,
    Write,
    Cut,
    Sync,
    SyncFolder,
    Rename,
    Remove,
}

enum Mode {
    Recording,
    /// The calls that are still to come before the first refusal, how, and the call that was refused.
    Refusing {
        after: u64,
        how: Refusal,
        refused: Option<Call>,
    },
}

struct Session {
    root: PathBuf,
    mode: RefCell<Mode>,
    names: RefCell<BTreeMap<PathBuf, FileId>>,
    next: Cell<FileId>,
    steps: RefCell<Vec<Step>>,
}

thread_local! {
    /// Without a destructor and without first use, so that it can be read at any moment of a thread.
    static SESSION: Cell<*const Session> = const { Cell::new(ptr::null()) };
}

/// The session of this thread, for as long as it lasts.
struct Begun(Box<Session>);

impl Begun {
    fn begin(root: &Path, mode: Mode) -> Self {
        assert!(SESSION.get().is_null(), "one at a time");
        let names: BTreeMap<PathBuf, FileId> =
            files(root).into_iter().enumerate().map(|(file, path)| (path, file)).collect();
        let session = Box::new(Session {
            root: root.to_owned(),
            mode: RefCell::new(mode),
            next: Cell::new(names.len()),
            names: RefCell::new(names),
            steps: RefCell::default(),
        });
        SESSION.set(ptr::from_ref(session.as_ref()));
        Self(session)
    }
}

impl Drop for Begun {
    fn drop(&mut self) {
        SESSION.set(ptr::null());
    }
}

/// Every file below a folder, sorted: the numbers of the files that were there before.
pub fn files(root: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![root.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() { folders.push(path) } else { found.push(path) }
        }
    }
    found.sort();
    found
}

/// Records what this thread changes below `root` while it does `work`.
pub fn record(root: &Path, work: impl FnOnce()) -> Vec<Step> {
    let begun = Begun::begin(root, Mode::Recording);
    work();
    begun.0.steps.take()
}

/// Notes in the recording that an operation has returned.
pub fn done() {
    with(|session| session.note(Step::Done));
}

/// Refuses the call that comes after `after` others, of those with which this thread changes something
/// below `root` while it does `work`. Answers with which call that was; `None` when there were no more.
pub fn refuse<R>(root: &Path, after: u64, how: Refusal, work: impl FnOnce() -> R) -> (R, Option<Call>) {
    let begun = Begun::begin(root, Mode::Refusing { after, how, refused: None });
    let result = work();
    let Mode::Refusing { refused, .. } = *begun.0.mode.borrow() else { unreachable!() };
    (result, refused)
}

/// Counts the calls with which this thread changes something below `root` while it does `work`.
pub fn count(root: &Path, work: impl FnOnce()) -> u64 {
    let mode = Mode::Refusing { after: u64::MAX, how: Refusal::Short, refused: None };
    let begun = Begun::begin(root, mode);
    work();
    let Mode::Refusing { after, .. } = *begun.0.mode.borrow() else { unreachable!() };
    u64::MAX - after
}

fn with<R: Default>(work: impl FnOnce(&Session) -> R) -> R {
    let session = SESSION.get();
    // SAFETY: set by `Begun`, on this thread, to what it owns, and unset before that goes.
    unsafe { session.as_ref() }.map(work).unwrap_or_default()
}

/// What is to be done about a call.
#[derive(Default)]
enum Verdict {
    /// Let it pass: nobody is watching, or it is about a file elsewhere.
    #[default]
    Pass,
    /// Let it pass, and note it.
    Note,
    /// Write half of the bytes.
    Half,
    Refuse(c_int),
}

impl Session {
    fn judge(&self, path: &Path, call: Call) -> Verdict {
        if !path.starts_with(&self.root) {
            return Verdict::Pass;
        }
        match &mut *self.mode.borrow_mut() {
            Mode::Recording => Verdict::Note,
            Mode::Refusing { after, how, refused } => {
                if refused.is_none() && *after > 0 {
                    *after -= 1;
                    return Verdict::Note;
                }
                let is_first = refused.is_none();
                refused.get_or_insert(call);
                let needs_space = matches!(call, Call::Make | Call::Write);
                match *how {
                    Refusal::Once(error) if is_first => Verdict::Refuse(error),
                    Refusal::FromThenOn(error) if error != libc::ENOSPC || needs_space || is_first => {
                        Verdict::Refuse(error)
                    }
                    Refusal::Short if is_first && call == Call::Write => Verdict::Half,
                    Refusal::Short if needs_space => Verdict::Refuse(libc::ENOSPC),
                    _ => Verdict::Note,
                }
            }
        }
    }

    fn file(&self, path: &Path) -> Option<FileId> {
        self.names.borrow().get(path).copied()
    }

    fn note(&self, step: Step) {
        self.steps.borrow_mut().push(step);
    }
}

/// Judges a call, makes it, and notes what it did.
fn through<R: Answer>(
    path: Option<PathBuf>,
    call: Call,
    make: impl FnOnce(bool) -> R,
    note: impl FnOnce(&Session, PathBuf, R) -> Option<Step>,
) -> R {
    let Some(path) = path else { return make(false) };
    let verdict = with(|session| session.judge(&path, call));
    let result = match verdict {
        Verdict::Pass => return make(false),
        Verdict::Refuse(error) => {
            // SAFETY: the errno of this thread.
            unsafe { *libc::__errno_location() = error };
            return R::REFUSED;
        }
        Verdict::Note => make(false),
        Verdict::Half => make(true),
    };
    if result.is_good() {
        // SAFETY: as above; what notes must not change what the caller reads.
        let error = unsafe { *libc::__errno_location() };
        with(|session| {
            if let Some(step) = note(session, path, result) {
                session.note(step);
            }
        });
        // SAFETY: as above.
        unsafe { *libc::__errno_location() = error };
    }
    result
}

trait Answer: Copy {
    const REFUSED: Self;
    fn is_good(self) -> bool;
}

impl Answer for c_int {
    const REFUSED: Self = -1;
    fn is_good(self) -> bool {
        self >= 0
    }
}

impl Answer for ssize_t {
    const REFUSED: Self = -1;
    fn is_good(self) -> bool {
        self >= 0
    }
}

fn is_watched() -> bool {
    !SESSION.get().is_null()
}

/// The file that a descriptor belongs to, if anybody wants to know. One that was removed has none.
fn path_of(fd: c_int) -> Option<PathBuf> {
    if !is_watched() {
        return None;
    }
    let path = fs::read_link(format!("/proc/self/fd/{fd}")).ok()?;
    let is_gone = path.as_os_str().as_bytes().ends_with(b" (deleted)");
    (path.is_absolute() && !is_gone).then_some(path)
}

/// A path as it was given, absolute or from a folder, if anybody wants to know.
///
/// # Safety
/// `path` is a string of C.
unsafe fn path_at(folder: c_int, path: *const c_char) -> Option<PathBuf> {
    if !is_watched() {
        return None;
    }
    // SAFETY: as the caller promises.
    let path = Path::new(OsStr::from_bytes(unsafe { CStr::from_ptr(path) }.to_bytes()));
    if path.is_absolute() {
        return Some(path.to_owned());
    }
    let folder = if folder == libc::AT_FDCWD { std::env::current_dir().ok()? } else { path_of(folder)? };
    Some(folder.join(path))
}

fn open_at(folder: c_int, path: *const c_char, flags: c_int, mode: c_uint) -> c_int {
    // SAFETY: the caller's own arguments, as the function whose name it called would take them.
    let make = |_| unsafe { libc::syscall(libc::SYS_openat, folder, path, flags, mode) as c_int };
    if flags & (libc::O_CREAT | libc::O_TRUNC) == 0 {
        return make(false);
    }
    // SAFETY: a path that was given to open a file by.
    let path = unsafe { path_at(folder, path) };
    let was_there = path.as_ref().is_some_and(|path| path.symlink_metadata().is_ok());
    if was_there && flags & libc::O_TRUNC == 0 {
        return make(false);
    }
    through(path, Call::Make, make, |session, path, _| {
        if was_there {
            return Some(Step::Cut { file: session.file(&path)?, length: 0 });
        }
        let file = session.next.replace(session.next.get() + 1);
        session.names.borrow_mut().insert(path.clone(), file);
        Some(Step::Made { path, file })
    })
}

fn write_at(fd: c_int, bytes: *const c_void, count: size_t, at: Option<off_t>) -> ssize_t {
    let path = path_of(fd).filter(|path| path.is_file());
    // SAFETY: asks for the place in a file; does nothing to it.
    let start =
        at.unwrap_or_else(|| unsafe { libc::syscall(libc::SYS_lseek, fd, 0, libc::SEEK_CUR) as off_t });
    let make = |half: bool| {
        let count = if half { count.div_ceil(2) } else { count };
        // SAFETY: the caller's own arguments, or less of its bytes.
        unsafe {
            match at {
                Some(at) => libc::syscall(libc::SYS_pwrite64, fd, bytes, count, at) as ssize_t,
                None => libc::syscall(libc::SYS_write, fd, bytes, count) as ssize_t,
            }
        }
    };
    through(path, Call::Write, make, |session, path, written| {
        // SAFETY: the kernel has just read as many from there.
        let bytes = unsafe { std::slice::from_raw_parts(bytes.cast::<u8>(), written as usize) };
        Some(Step::Written { file: session.file(&path)?, at: start as usize, bytes: bytes.to_vec() })
    })
}

fn cut(fd: c_int, length: off_t) -> c_int {
    // SAFETY: the caller's own arguments.
    let make = |_| unsafe { libc::syscall(libc::SYS_ftruncate, fd, length) as c_int };
    through(path_of(fd), Call::Cut, make, |session, path, _| {
        Some(Step::Cut { file: session.file(&path)?, length: length as usize })
    })
}

fn sync(fd: c_int, how: c_long) -> c_int {
    let path = path_of(fd);
    let is_folder = path.as_ref().is_some_and(|path| path.is_dir());
    let call = if is_folder { Call::SyncFolder } else { Call::Sync };
    // SAFETY: the caller's own arguments.
    let make = |_| unsafe { libc::syscall(how, fd) as c_int };
    through(path, call, make, |session, path, _| {
        Some(if is_folder {
            Step::FolderSynced { path }
        } else {
            Step::Synced { file: session.file(&path)? }
        })
    })
}

fn remove(folder: c_int, path: *const c_char, flags: c_int) -> c_int {
    // SAFETY: the caller's own arguments.
    let make = |_| unsafe { libc::syscall(libc::SYS_unlinkat, folder, path, flags) as c_int };
    // SAFETY: a path that was given to remove a file by.
    let path = unsafe { path_at(folder, path) };
    through(path, Call::Remove, make, |session, path, _| {
        session.names.borrow_mut().remove(&path);
        Some(Step::Removed { path })
    })
}

fn rename_at(
    from_folder: c_int,
    from: *const c_char,
    to_folder: c_int,
    to: *const c_char,
    flags: c_uint,
) -> c_int {
    // SAFETY: the caller's own arguments.
    let make =
        |_| unsafe { libc::syscall(libc::SYS_renameat2, from_folder, from, to_folder, to, flags) as c_int };
    // SAFETY: paths that were given to rename a file by.
    let (from, to) = unsafe { (path_at(from_folder, from), path_at(to_folder, to)) };
    through(to, Call::Rename, make, |session, to, _| {
        let from = from?;
        let file = session.names.borrow_mut().remove(&from)?;
        session.names.borrow_mut().insert(to.clone(), file);
        Some(Step::Renamed { from, to })
    })
}

fn make_folder(path: *const c_char, mode: mode_t) -> c_int {
    // SAFETY: the caller's own arguments.
    let make = |_| unsafe { libc::syscall(libc::SYS_mkdirat, libc::AT_FDCWD, path, mode) as c_int };
    // SAFETY: a path that was given to make a folder by.
    let path = unsafe { path_at(libc::AT_FDCWD, path) };
    // A folder that is made is taken to last: nothing of ours depends on that it doesn't.
    through(path, Call::Make, make, |_, _, _| None)
}

/// Functions with libc's names, each with what its manual page says of its arguments. Where libc's takes
/// the mode as one of any number of arguments, it comes in the same place as one that is always there,
/// on every processor that we run on; without `O_CREAT` nobody reads it.
macro_rules! instead_of_libc {
    ($($name:ident($($argument:ident: $type:ty),*) -> $answer:ty = $body:expr;)+) => {$(
        #[unsafe(no_mangle)]
        extern "C" fn $name($($argument: $type),*) -> $answer { $body }
    )+};
}

instead_of_libc! {
    mkdir(path: *const c_char, mode: mode_t) -> c_int = make_folder(path, mode);
    open(path: *const c_char, flags: c_int, mode: c_uint) -> c_int = open_at(libc::AT_FDCWD, path, flags, mode);
    open64(path: *const c_char, flags: c_int, mode: c_uint) -> c_int = open_at(libc::AT_FDCWD, path, flags, mode);
    openat(folder: c_int, path: *const c_char, flags: c_int, mode: c_uint) -> c_int = open_at(folder, path, flags, mode);
    openat64(folder: c_int, path: *const c_char, flags: c_int, mode: c_uint) -> c_int = open_at(folder, path, flags, mode);
    write(fd: c_int, bytes: *const c_void, count: size_t) -> ssize_t = write_at(fd, bytes, count, None);
    pwrite(fd: c_int, bytes: *const c_void, count: size_t, at: off_t) -> ssize_t = write_at(fd, bytes, count, Some(at));
    pwrite64(fd: c_int, bytes: *const c_void, count: size_t, at: off_t) -> ssize_t = write_at(fd, bytes, count, Some(at));
    ftruncate(fd: c_int, length: off_t) -> c_int = cut(fd, length);
    ftruncate64(fd: c_int, length: off_t) -> c_int = cut(fd, length);
    fsync(fd: c_int) -> c_int = sync(fd, libc::SYS_fsync);
    fdatasync(fd: c_int) -> c_int = sync(fd, libc::SYS_fdatasync);
    unlink(path: *const c_char) -> c_int = remove(libc::AT_FDCWD, path, 0);
    unlinkat(folder: c_int, path: *const c_char, flags: c_int) -> c_int = remove(folder, path, flags);
    rename(from: *const c_char, to: *const c_char) -> c_int = rename_at(libc::AT_FDCWD, from, libc::AT_FDCWD, to, 0);
    renameat(from_folder: c_int, from: *const c_char, to_folder: c_int, to: *const c_char) -> c_int = rename_at(from_folder, from, to_folder, to, 0);
    renameat2(from_folder: c_int, from: *const c_char, to_folder: c_int, to: *const c_char, flags: c_uint) -> c_int = rename_at(from_folder, from, to_folder, to, flags);
}
