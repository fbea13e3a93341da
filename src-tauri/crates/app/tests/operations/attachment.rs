//! Photos and PDFs, from the file to the vault, the window, a colleague and back out.

use std::{
    fs,
    io::Write,
    ops::ControlFlow,
    path::{Path, PathBuf},
    process::Command,
};

use farled_app::{
    Failure,
    attachment::{self, AttachmentRow, Wording},
    disclosure, exchange, unwatched,
};
use farled_case::{AttachmentId, CaseId, DisclosureKind, MediaType, Section};

use crate::support::{Place, colleagues, merge, open, refused, sealed};

/// A photo that says where it was taken, in Exif, XMP, a comment and behind its end; and a letter.
fn document(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../tests/e2e/documents").join(name)
}

fn add(place: &mut Place, case: CaseId, path: &Path) -> Result<AttachmentId, Failure> {
    attachment::add(place, case, path, &mut unwatched).map(|added| added.id)
}

fn rows(place: &Place, case: CaseId) -> Vec<AttachmentRow> {
    attachment::list(place, case).unwrap()
}

fn saved(place: &mut Place, id: AttachmentId) -> Vec<u8> {
    let path = place.file("copy");
    attachment::save_copy(place, id, "consent", &path).unwrap();
    fs::read(path).unwrap()
}

fn holds(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|window| window == part)
}

#[test]
fn a_photo_comes_out_without_what_tells_where_it_was_taken_and_a_pdf_as_it_went_in() {
    let mut place = Place::new();
    let case = place.case("Ek");
    let photo = add(&mut place, case, &document("photo.jpg")).unwrap();
    let letter = add(&mut place, case, &document("letter.pdf")).unwrap();
    let original = fs::read(document("photo.jpg")).unwrap();
    let kept = saved(&mut place, photo);
    for part in [&b"Exif"[..], b"Telefonen X", b"hemlig plats", b"tagen hemma", b"makernote"] {
        assert!(holds(&original, part), "the photo must have it for the test to tell");
        assert!(!holds(&kept, part), "{}", String::from_utf8_lossy(part));
    }
    // The coded picture itself, from the first table on, is bit for bit the same.
    let tables = kept.windows(2).position(|pair| pair == [0xff, 0xdb]).unwrap();
    assert!(holds(&original, &kept[tables..]));
    assert_eq!(saved(&mut place, letter), fs::read(document("letter.pdf")).unwrap());

    let names: Vec<_> = rows(&place, case).into_iter().map(|row| (row.name, row.media)).collect();
    assert!(names.contains(&("photo.jpg".to_owned(), MediaType::Jpeg)));
    let log = disclosure::list(&place, Some(case)).unwrap();
    assert_eq!(log.len(), 2);
    assert!(log.iter().all(|entry| entry.kind == DisclosureKind::Export && entry.what == "attachment"));
}

#[test]
fn what_cannot_be_kept_is_refused_by_name_and_leaves_nothing() {
    let mut place = Place::new();
    let case = place.case("Ek");
    let file = place.file("x.jpg");
    let png = b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR";
    for (bytes, code) in [
        (&b""[..], "attachment-empty"),
        (b"hej", "attachment-unknown-kind"),
        (b"\0\0\0\x18ftypheic\0\0\0\0", "attachment-heic"),
        (b"\xff\xd8\xff\xe1\xff\xff", "attachment-broken"),
        (png, "attachment-broken"),
        (b"RIFF\xff\0\0\0WEBPVP8 \xff\xff\xff\xff", "attachment-broken"),
    ] {
        fs::write(&file, bytes).unwrap();
        refused(add(&mut place, case, &file), code);
    }
    let none = place.file("none");
    refused(add(&mut place, case, &none), "file-missing");
    let large = fs::File::create(&file).unwrap();
    large.set_len(101 << 20).unwrap();
    refused(add(&mut place, case, &file), "attachment-too-large");
    let stop = &mut |_| ControlFlow::Break(());
    refused(attachment::add(&mut place, case, &document("letter.pdf"), stop), "cancelled");
    assert!(rows(&place, case).is_empty());
}

#[test]
fn a_document_is_renamed_removed_and_brought_back_whole() {
    let mut place = Place::new();
    let case = place.case("Ek");
    let id = add(&mut place, case, &document("letter.pdf")).unwrap();
    let wording =
        |name: &str| Wording { name: name.into(), description: "Om bistånd".into(), dated_on: None };
    refused(attachment::edit(&mut place, id, wording(" ")), "attachment-name-missing");
    attachment::edit(&mut place, id, wording("Beslut")).unwrap();
    assert_eq!(attachment::file_name(&place, id).unwrap(), "Beslut.pdf");
    attachment::remove(&mut place, id).unwrap();
    assert!(rows(&place, case).is_empty());
    place.undo().unwrap();
    assert_eq!(rows(&place, case)[0].name, "Beslut");
    assert_eq!(saved(&mut place, id), fs::read(document("letter.pdf")).unwrap());
}

#[test]
fn both_are_drawn_and_the_small_image_is_drawn_once() {
    let mut place = Place::new();
    let case = place.case("Ek");
    for (name, pages) in [("photo.jpg", 1), ("letter.pdf", 2)] {
        let id = add(&mut place, case, &document(name)).unwrap();
        let look = |place: &Place| attachment::look(place, id).unwrap();
        assert_eq!(attachment::pages(look(&place)).unwrap(), pages);
        assert!(attachment::look_small(&place, id).unwrap().is_none());
        let small = look(&place).small().unwrap();
        assert!(small.bytes.starts_with(&[0xff, 0xd8]) && small.bytes.len() < 60_000);
        small.keep_small(&mut place, id).unwrap();
        assert_eq!(*attachment::look_small(&place, id).unwrap().unwrap().bytes, *small.bytes);
        let picture = attachment::picture(look(&place), pages - 1, 800).unwrap();
        assert!(["image/jpeg", "image/png"].contains(&picture.mime));
        let beyond = attachment::picture(look(&place), 2, 800).map(|_| ());
        assert_eq!(
            beyond.map_err(|failure| failure.code).err(),
            (pages == 2).then(|| "picture-no-page".to_owned())
        );
    }
}

#[test]
fn a_colleague_gets_the_same_bytes_and_so_does_stock_age_with_tar() {
    let (mut here, mut there) = colleagues();
    let case = here.case("Ek");
    let photo = add(&mut here, case, &document("photo.jpg")).unwrap();
    let letter = add(&mut here, case, &document("letter.pdf")).unwrap();
    let bytes = sealed(&mut here, &[case], &[Section::Documents]).unwrap();

    let (bundle, preview) = open(&mut there, &bytes).unwrap();
    let sizes: u32 = rows(&here, case).iter().map(|row| row.size).sum();
    assert_eq!(preview.document_bytes, sizes, "the preview tells how large they are");
    assert_eq!(merge(&mut there, &bundle).unwrap(), preview);
    for id in [photo, letter] {
        assert_eq!(saved(&mut there, id), saved(&mut here, id));
    }
    assert_eq!(there.vault_mut().check().unwrap().problems, []);
    // Once more, and nothing is new.
    let again = sealed(&mut here, &[case], &[Section::Documents]).unwrap();
    let (bundle, preview) = open(&mut there, &again).unwrap();
    assert_eq!((preview.document_bytes, preview.cases.len()), (0, 0));
    merge(&mut there, &bundle).unwrap();

    let key = there.file("identity");
    exchange::save_identity_key(&mut there, "own_programme", &key).unwrap();
    let (file, folder) = (there.file("bundle.farled"), there.file("out"));
    fs::write(&file, &bytes).unwrap();
    fs::create_dir(&folder).unwrap();
    let script = "age -d -i \"$1\" \"$2\" | tar -x -C \"$3\"";
    let ran =
        std::process::Command::new("sh").args(["-c", script, "sh"]).args([&key, &file, &folder]).status();
    assert!(ran.unwrap().success(), "the age command is needed (apt install age)");
    let out = fs::read(folder.join(format!("attachments/{letter}"))).unwrap();
    assert_eq!(out, fs::read(document("letter.pdf")).unwrap());
}

const MEMORY_CHILD: &str = "FARLED_ATTACHMENT_MEMORY_CHILD";

/// In a process of its own: the peak is the process's.
#[test]
fn a_hundred_megabytes_are_added_and_handed_out_without_being_held_in_memory() {
    let name = "attachment::a_hundred_megabytes_are_added_and_handed_out_without_being_held_in_memory";
    if std::env::var_os(MEMORY_CHILD).is_some() {
        return add_large_ones();
    }
    let output = Command::new(std::env::current_exe().unwrap())
        .args([name, "--exact", "--nocapture"])
        .env(MEMORY_CHILD, "1")
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(output.status.success() && said.matches("memory grew by").count() == 2, "{said} {output:?}");
    println!("{said}");
}

/// A document of a hundred megabytes: a photo whose coded picture goes on and on, or a letter with a long
/// end.
fn large(place: &Place, name: &str) -> PathBuf {
    let small = fs::read(document(name)).unwrap();
    // Within the coded picture of the photo, before the two bytes that end it; a letter goes on at its end.
    let from = |start: usize, mark: [u8; 2]| {
        small[start..].windows(2).position(|pair| pair == mark).map(|place| start + place)
    };
    let end = match small.starts_with(b"%PDF") {
        true => small.len(),
        false => from(from(0, [0xff, 0xda]).unwrap(), [0xff, 0xd9]).unwrap(),
    };
    let path = place.file(name);
    let mut file = fs::File::create(&path).unwrap();
    file.write_all(&small[..end]).unwrap();
    let piece: Vec<u8> = (0..1 << 20).map(|at: u32| (at % 251) as u8).collect();
    let mut missing = (100 << 20) - small.len();
    while missing > 0 {
        let part = missing.min(piece.len());
        file.write_all(&piece[..part]).unwrap();
        missing -= part;
    }
    file.write_all(&small[end..]).unwrap();
    path
}

fn add_large_ones() {
    let forget_peak = || fs::write("/proc/self/clear_refs", "5").unwrap();
    let peak = || {
        let status = fs::read_to_string("/proc/self/status").unwrap();
        let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap();
        line.trim().trim_end_matches(" kB").parse::<u64>().unwrap() / 1024
    };
    let mut place = Place::new();
    let case = place.case("Ek");
    // What every first adding needs: SQLite's cache and its journal's.
    add(&mut place, case, &document("photo.jpg")).unwrap();
    for name in ["photo.jpg", "letter.pdf"] {
        let (path, copy) = (large(&place, name), place.file("copy"));
        forget_peak();
        let before = peak();
        let id = add(&mut place, case, &path).unwrap();
        let added = peak() - before;
        attachment::save_copy(&mut place, id, "consent", &copy).unwrap();
        let grown = peak() - before;
        let kept = fs::metadata(&copy).unwrap().len();
        assert!(kept > 99 << 20, "{name}: {kept} bytes came out");
        assert!(grown < 48, "{name}: adding took {added} MiB, in all {grown} MiB");
        println!("{name}: memory grew by {added} MiB for adding, by {grown} MiB in all, for 100 MiB");
        fs::remove_file(path).unwrap();
        fs::remove_file(copy).unwrap();
    }
    // What would have been seen.
    forget_peak();
    let before = peak();
    let held = vec![1_u8; 100 << 20];
    assert!(peak() - before > 90 && held.len() == 100 << 20);
}
