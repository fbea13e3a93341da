//! Photos that say more than they show, in every place where programs put it: it is gone from what is
//! kept, and the picture is the same, point by point and the right way up.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

use std::io::Cursor;

use farled_case::MediaType;
use farled_picture::{StripError, small, strip};
use image::{DynamicImage, ImageDecoder, ImageFormat, ImageReader, Rgb, RgbImage, codecs::jpeg::JpegEncoder};

/// What must not come out.
const CANARY: &[u8] = b"N 59 19 46 hemlig plats";

const SIDES: (u32, u32) = (96, 64);

/// The colours of the corners as they are stored: top left, top right, bottom left, bottom right.
const CORNERS: [[u8; 3]; 4] = [[200, 30, 30], [30, 200, 30], [30, 30, 200], [220, 220, 220]];

/// A picture that is another one however it is turned.
fn picture() -> DynamicImage {
    let (width, height) = SIDES;
    let colour = |x, y| CORNERS[usize::from(y >= height / 2) * 2 + usize::from(x >= width / 2)];
    DynamicImage::ImageRgb8(RgbImage::from_fn(width, height, |x, y| Rgb(colour(x, y))))
}

fn encoded(format: ImageFormat) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    picture().write_to(&mut bytes, format).unwrap();
    bytes.into_inner()
}

/// Exif (TIFF) with which way is up, a device, and a position that points at the canary.
fn exif(way: u16) -> Vec<u8> {
    let mut tiff = b"II*\0\x08\0\0\0\x03\0".to_vec();
    let mut entry = |tag: u16, kind: u16, count: u32, value: u32| {
        tiff.extend_from_slice(&tag.to_le_bytes());
        tiff.extend_from_slice(&kind.to_le_bytes());
        tiff.extend_from_slice(&count.to_le_bytes());
        tiff.extend_from_slice(&value.to_le_bytes());
    };
    let (device, position) = (50, 50 + CANARY.len() as u32);
    entry(0x010f, 2, CANARY.len() as u32, device);
    entry(0x0112, 3, 1, u32::from(way));
    entry(0x8825, 4, 1, position);
    tiff.extend_from_slice(&[0; 4]);
    tiff.extend_from_slice(CANARY);
    // A position of one entry: the reference to north, and the canary once more behind it.
    tiff.extend_from_slice(b"\x01\0\x01\0\x02\0\x02\0\0\0N\0\0\0\0\0\0\0");
    tiff.extend_from_slice(CANARY);
    tiff
}

fn kept(media: MediaType, bytes: &[u8]) -> Vec<u8> {
    let mut kept = Vec::new();
    strip::<StripError>(media, bytes, |piece| {
        kept.extend_from_slice(piece);
        Ok(())
    })
    .unwrap();
    kept
}

fn holds(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|window| window == part)
}

/// The points as a program shows them that minds which way is up.
fn shown(format: ImageFormat, bytes: &[u8]) -> RgbImage {
    let mut decoder = ImageReader::with_format(Cursor::new(bytes), format).into_decoder().unwrap();
    let way = decoder.orientation().unwrap();
    let mut image = DynamicImage::from_decoder(decoder).unwrap();
    image.apply_orientation(way);
    image.to_rgb8()
}

/// That what is kept of a file tells nothing, and shows the same as the picture it was made of.
#[track_caller]
fn tells_nothing(media: MediaType, format: ImageFormat, plain: &[u8], telling: &[u8], places: usize) {
    let canaries = telling.windows(CANARY.len()).filter(|window| *window == CANARY).count();
    assert_eq!(canaries, places, "the photo must tell for the test to tell");
    assert!(shown(format, telling) == shown(format, plain), "programs read it");
    let kept = kept(media, telling);
    assert!(!holds(&kept, CANARY));
    for word in [&b"hemlig"[..], b"GPS", b"xmpmeta", b"Exif\0\0II", b"II*\0"] {
        assert!(!holds(&kept, word), "{}", String::from_utf8_lossy(word));
    }
    assert!(shown(format, &kept) == shown(format, plain), "the picture is the same, point by point");
    let cells = SIDES.0 * SIDES.1;
    println!("{media:?}: {places} places with the canary, 0 after; {cells} points the same");
}

/// A chunk of a PNG, with its checksum (CRC-32 of kind and data).
fn png_chunk(kind: &[u8; 4], data: &[u8]) -> Vec<u8> {
    let mut crc = !0_u32;
    for byte in kind.iter().chain(data) {
        crc ^= u32::from(*byte);
        for _ in 0..8 {
            crc = if crc & 1 == 1 { crc >> 1 ^ 0xedb8_8320 } else { crc >> 1 };
        }
    }
    let length = (data.len() as u32).to_be_bytes();
    [&length[..], kind, data, &(!crc).to_be_bytes()].concat()
}

#[test]
fn a_png_keeps_its_points_and_loses_its_texts_its_time_and_its_position() {
    let plain = encoded(ImageFormat::Png);
    let xmp = [&b"XML:com.adobe.xmp\0\0\0\0\0<x:xmpmeta GPS>"[..], CANARY].concat();
    let before = [
        png_chunk(b"tEXt", &[b"Comment\0", CANARY].concat()),
        png_chunk(b"iTXt", &xmp),
        png_chunk(b"tIME", &[7, 234, 11, 23, 3, 30, 0]),
        png_chunk(b"eXIf", &exif(1)),
        // A maker's own.
        png_chunk(b"prVt", CANARY),
    ]
    .concat();
    // After the signature and the header; and more before the end and after it.
    let (head, rest) = plain.split_at(8 + 25);
    let (points, end) = rest.split_at(rest.len() - 12);
    let late = png_chunk(b"tEXt", &[b"Late\0", CANARY].concat());
    let telling = [head, &before, points, &late, end, CANARY].concat();
    tells_nothing(MediaType::Png, ImageFormat::Png, &plain, &telling, 7);
    assert_eq!(kept(MediaType::Png, &telling), plain, "what is left is the plain file, byte by byte");
}

fn riff_chunk(kind: &[u8; 4], data: &[u8]) -> Vec<u8> {
    let padding = &[0][..data.len() % 2];
    [&kind[..], &(data.len() as u32).to_le_bytes(), data, padding].concat()
}

#[test]
fn a_webp_keeps_its_points_and_loses_its_exif_and_its_xmp() {
    let plain = encoded(ImageFormat::WebP);
    let (width, height) = (SIDES.0 - 1, SIDES.1 - 1);
    let mut features = vec![0b0000_1100, 0, 0, 0];
    features.extend_from_slice(&width.to_le_bytes()[..3]);
    features.extend_from_slice(&height.to_le_bytes()[..3]);
    let xmp = [&b"<x:xmpmeta GPS>"[..], CANARY].concat();
    let body = [
        b"WEBP".to_vec(),
        riff_chunk(b"VP8X", &features),
        plain[12..].to_vec(),
        riff_chunk(b"EXIF", &exif(1)),
        riff_chunk(b"XMP ", &xmp),
        riff_chunk(b"OWN ", CANARY),
    ]
    .concat();
    let telling = [b"RIFF", &(body.len() as u32).to_le_bytes()[..], &body, CANARY].concat();
    tells_nothing(MediaType::Webp, ImageFormat::WebP, &plain, &telling, 5);
    let kept = kept(MediaType::Webp, &telling);
    assert_eq!(kept.len(), 8 + body.len(), "as long as its first line says, and nothing behind it");
    assert_eq!(kept[20] & 0b0000_1100, 0, "and it does not say that it has any");
}

/// A JPEG with its data as a telephone writes it.
fn jpeg(way: u16) -> (Vec<u8>, Vec<u8>) {
    let mut plain = Vec::new();
    picture().write_with_encoder(JpegEncoder::new_with_quality(&mut plain, 95)).unwrap();
    let segment = |marker: u8, data: &[u8]| {
        [&[0xff, marker], &(data.len() as u16 + 2).to_be_bytes()[..], data].concat()
    };
    let telling = [
        &plain[..2],
        &segment(0xe1, &[b"Exif\0\0", &exif(way)[..]].concat()),
        &segment(0xe1, &[b"http://ns.adobe.com/xap/1.0/\0<x:xmpmeta GPS>", CANARY].concat()),
        &segment(0xed, &[b"Photoshop 3.0\0", CANARY].concat()),
        &segment(0xfe, CANARY),
        &plain[2..],
        CANARY,
    ]
    .concat();
    (plain, telling)
}

#[test]
fn a_jpeg_keeps_its_points_and_loses_its_exif_its_xmp_and_its_comment() {
    let (plain, telling) = jpeg(1);
    tells_nothing(MediaType::Jpeg, ImageFormat::Jpeg, &plain, &telling, 6);
}

/// Which stored corner is shown top left, top right, bottom left and bottom right (Exif 2.3, tag 274).
const SHOWN: [[usize; 4]; 8] = [
    [0, 1, 2, 3],
    [1, 0, 3, 2],
    [3, 2, 1, 0],
    [2, 3, 0, 1],
    [0, 2, 1, 3],
    [2, 0, 3, 1],
    [3, 1, 2, 0],
    [1, 3, 0, 2],
];

/// The stored corners that an image shows.
fn corners(image: &RgbImage) -> [usize; 4] {
    let (right, bottom) = (image.width() - 5, image.height() - 5);
    [(4, 4), (right, 4), (4, bottom), (right, bottom)].map(|(x, y)| {
        let near = |colour: &[u8; 3]| -> i32 {
            image[(x, y)].0.iter().zip(colour).map(|(a, b)| (i32::from(*a) - i32::from(*b)).abs()).sum()
        };
        (0..4).min_by_key(|corner| near(&CORNERS[*corner])).unwrap()
    })
}

#[test]
fn a_photo_stays_the_right_way_up_whichever_way_the_telephone_was_held() {
    for (way, expected) in (1..).zip(SHOWN) {
        let (_, telling) = jpeg(way);
        let kept = kept(MediaType::Jpeg, &telling);
        assert!(!holds(&kept, CANARY), "{way}");
        let (before, after) = (shown(ImageFormat::Jpeg, &telling), shown(ImageFormat::Jpeg, &kept));
        assert_eq!(corners(&after), expected, "orientation {way}");
        assert!(before == after, "orientation {way}: every point");
        assert_eq!(after.dimensions(), if way < 5 { SIDES } else { (SIDES.1, SIDES.0) });
        // So too in the list.
        let small = small(MediaType::Jpeg, kept.into()).unwrap();
        assert_eq!(corners(&shown(ImageFormat::Jpeg, &small)), expected, "small, orientation {way}");
    }
    println!("8 of 8 orientations are shown as they were, whole and small");
}
