//! The small image by which a photo or a PDF is shown in a list.

use std::io::Cursor;

use farled_case::MediaType;
use image::{
    DynamicImage, ImageDecoder, ImageFormat, ImageReader, Limits, codecs::jpeg::JpegEncoder,
    imageops::FilterType,
};
use zeroize::Zeroizing;

use crate::{DrawError, draw::apart, pdf};

/// The longer side of a small image, in points: two for each point of the place in which it is shown.
pub const SMALL: u32 = 480;

/// The longest side of a photo that is read. Telephones make up to 16,384.
const LONGEST: u32 = 20_000;

/// The most memory that reading a photo may take, in bytes: 108 million points of three colours and as
/// much again.
const MOST_MEMORY: u64 = 650 << 20;

/// How faithful small images are, of 100.
const QUALITY: u8 = 82;

/// Makes the small image of a photo, or of a PDF's first page: a JPEG.
///
/// # Errors
/// When the file does not read, is too large or takes too long.
pub fn small(media: MediaType, bytes: Zeroizing<Vec<u8>>) -> Result<Zeroizing<Vec<u8>>, DrawError> {
    apart(move || {
        let image = match media {
            MediaType::Pdf => pdf::draw(bytes, 0, SMALL)?,
            MediaType::Jpeg => photo(&bytes, ImageFormat::Jpeg)?,
            MediaType::Png => photo(&bytes, ImageFormat::Png)?,
            MediaType::Webp => photo(&bytes, ImageFormat::WebP)?,
        };
        let mut small = Vec::new();
        // JPEG knows no transparency: what is transparent becomes white, as on paper.
        let flat = on_white(&image);
        flat.write_with_encoder(JpegEncoder::new_with_quality(&mut small, QUALITY))
            .map_err(|_| DrawError::Damaged)?;
        Ok(Zeroizing::new(small))
    })
}

fn photo(bytes: &[u8], format: ImageFormat) -> Result<DynamicImage, DrawError> {
    let mut limits = Limits::default();
    limits.max_image_width = Some(LONGEST);
    limits.max_image_height = Some(LONGEST);
    limits.max_alloc = Some(MOST_MEMORY);
    let mut reader = ImageReader::with_format(Cursor::new(bytes), format);
    reader.limits(limits);
    let mut decoder = reader.into_decoder().map_err(told)?;
    let way = decoder.orientation().map_err(told)?;
    if decoder.total_bytes() > MOST_MEMORY {
        return Err(DrawError::TooLarge);
    }
    let image = DynamicImage::from_decoder(decoder).map_err(told)?;
    let mut image = if image.width().max(image.height()) > SMALL {
        // First coarsely, then well: reading every point of a large photo once is enough.
        image.thumbnail(2 * SMALL, 2 * SMALL).resize(SMALL, SMALL, FilterType::Triangle)
    } else {
        image
    };
    image.apply_orientation(way);
    Ok(image)
}

fn told(error: image::ImageError) -> DrawError {
    match error {
        image::ImageError::Limits(_) => DrawError::TooLarge,
        _ => DrawError::Damaged,
    }
}

fn on_white(image: &DynamicImage) -> DynamicImage {
    let mut flat = image.to_rgba8();
    for point in flat.pixels_mut() {
        let alpha = u16::from(point[3]);
        for colour in &mut point.0[..3] {
            // At most 255: a mean of two such.
            *colour = ((u16::from(*colour) * alpha + 255 * (255 - alpha)) / 255) as u8;
        }
    }
    DynamicImage::ImageRgb8(DynamicImage::ImageRgba8(flat).to_rgb8())
}
