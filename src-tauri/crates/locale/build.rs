//! Lists the catalogues in `assets/locales`, so that a new one needs no change here.
//!
//! `ui/<area>.<language>.ftl` and `print/<language>.ftl` are embedded as they are; a folder that is not
//! there is an empty one.

use std::{
    env,
    error::Error,
    fmt::Write as _,
    fs,
    path::{Path, PathBuf},
};

/// The languages and their variants of `Language`.
const LANGUAGES: [(&str, &str); 2] = [("sv", "Sv"), ("en", "En")];

fn main() {
    if let Err(error) = list_catalogues() {
        println!("cargo::error={error}");
    }
}

/// Writes the list of sources that `source.rs` includes.
fn list_catalogues() -> Result<(), Box<dyn Error>> {
    let root =
        PathBuf::from(env::var("CARGO_MANIFEST_DIR")?).join("../../../assets/locales").canonicalize()?;
    println!("cargo::rerun-if-changed={}", root.display());
    let mut list = String::from("&[\n");
    for folder in ["print", "ui"] {
        for path in catalogues(&root.join(folder))? {
            let file =
                path.file_name().and_then(|name| name.to_str()).ok_or("a catalogue's name is not UTF-8")?;
            let stem = file.strip_suffix(".ftl").unwrap_or(file);
            let (area, code) = stem.rsplit_once('.').unwrap_or(("", stem));
            let (_, variant) = LANGUAGES
                .into_iter()
                .find(|(known, _)| *known == code)
                .ok_or_else(|| format!("{folder}/{file}: no language has the code “{code}”"))?;
            let area = if area.is_empty() { folder.to_owned() } else { format!("{folder}/{area}") };
            writeln!(
                list,
                "    Source {{ area: {area:?}, language: Language::{variant}, text: include_str!({path:?}) }},"
            )?;
        }
    }
    list.push(']');
    fs::write(Path::new(&env::var("OUT_DIR")?).join("sources.rs"), list)?;
    Ok(())
}

/// The catalogues in a folder, in the order of their names.
fn catalogues(folder: &Path) -> Result<Vec<PathBuf>, Box<dyn Error>> {
    if !folder.is_dir() {
        return Ok(Vec::new());
    }
    let mut paths =
        fs::read_dir(folder)?.map(|entry| entry.map(|entry| entry.path())).collect::<Result<Vec<_>, _>>()?;
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "ftl"));
    paths.sort();
    Ok(paths)
}
