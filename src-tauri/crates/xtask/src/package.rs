//! `cargo xtask package`: the Debian package, laid out by hand and closed by `dpkg-deb`.
//!
//! Debian's own tool rather than a bundler's: it is on every Debian machine, and what goes into the
//! package is what stands here.

use std::fs;
use std::path::{Path, PathBuf};

use crate::error::Error;
use crate::interface;
use crate::node::Node;
use crate::project::Project;
use crate::shell;
use crate::system::{self, Need};

/// The icon's files by their size in pixels, as desktops look for them.
const ICONS: [(u32, &str); 6] = [
    (16, "farled-16.png"),
    (32, "farled-32.png"),
    (48, "farled-48.png"),
    (128, "farled-128.png"),
    (256, "farled-256.png"),
    (512, "farled.png"),
];

/// The menu entry. It tells no more than the name does: an icon must not give anyone away.
const MENU_ENTRY: &str = "\
[Desktop Entry]
Type=Application
Name=Farled
Exec=farled
Icon=farled
Categories=Office;
Terminal=false
StartupWMClass=farled
";

/// Builds the release and packs it into `target/package`.
pub fn package(project: &Project) -> Result<(), Error> {
    system::ensure(Need::Build)?;
    let node = Node::ensure(project)?;
    interface::build(project, &node)?;
    let build = ["build", "--release", "--workspace", "--bin", "farled", "--bin", "farled-cli"];
    shell::run(&mut shell::cargo(project.root(), &build))?;

    let folder = project.made("package");
    let tree = folder.join("farled");
    if tree.exists() {
        fs::remove_dir_all(&tree).map_err(Error::file(&tree))?;
    }
    lay_out(project, &tree)?;

    let file = folder.join(format!("farled_{}_{}.deb", version(), architecture()));
    let words = ["--build", "--root-owner-group", &tree.to_string_lossy(), &file.to_string_lossy()]
        .map(str::to_owned);
    let words: Vec<&str> = std::iter::once("dpkg-deb").chain(words.iter().map(String::as_str)).collect();
    shell::run(&mut shell::program(project.root(), &words))?;
    let size = file.metadata().map_err(Error::file(&file))?.len();
    println!("{} ({} kB)", file.display(), size / 1000);
    Ok(())
}

fn lay_out(project: &Project, tree: &Path) -> Result<(), Error> {
    for name in ["farled", "farled-cli"] {
        copy(&project.binary("release", name), &tree.join("usr/bin").join(name))?;
    }
    let icons = project.root().join("assets/icons");
    for (size, name) in ICONS {
        let to = format!("usr/share/icons/hicolor/{size}x{size}/apps/farled.png");
        copy(&icons.join(name), &tree.join(to))?;
    }
    copy(&icons.join("farled.svg"), &tree.join("usr/share/icons/hicolor/scalable/apps/farled.svg"))?;
    copy(&project.root().join("LICENSE"), &tree.join("usr/share/doc/farled/copyright"))?;
    write(&tree.join("usr/share/applications/farled.desktop"), MENU_ENTRY)?;
    write(&tree.join("DEBIAN/control"), &control())
}

fn control() -> String {
    format!(
        "Package: farled\nVersion: {}\nArchitecture: {}\nMaintainer: The Farled project <farled@localhost>\n\
         Section: utils\nPriority: optional\nDepends: libc6, libgtk-3-0 | libgtk-3-0t64, libwebkit2gtk-4.1-0\n\
         Description: Farled\n A notebook and calendar that works without a network.\n",
        version(),
        architecture()
    )
}

fn version() -> &'static str {
    env!("CARGO_PKG_VERSION")
}

/// Debian's name for the processor.
fn architecture() -> &'static str {
    match std::env::consts::ARCH {
        "x86_64" => "amd64",
        "aarch64" => "arm64",
        other => other,
    }
}

fn copy(from: &Path, to: &Path) -> Result<(), Error> {
    make_parent(to)?;
    fs::copy(from, to).map(drop).map_err(Error::file(from))
}

fn write(to: &Path, text: &str) -> Result<(), Error> {
    make_parent(to)?;
    fs::write(to, text).map_err(Error::file(to))
}

fn make_parent(path: &Path) -> Result<(), Error> {
    let parent: PathBuf = path.parent().unwrap_or(Path::new("/")).into();
    fs::create_dir_all(&parent).map_err(Error::file(&parent))
}
