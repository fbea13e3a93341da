//! The pages of a PDF as images. The webview shows no PDF by itself, and what a PDF could do beside
//! being looked at, such as running scripts or following links, nobody wants.

use std::{io::Cursor, sync::Arc};

use hayro::{
    RenderCache, RenderSettings,
    hayro_interpret::{
        InterpreterSettings,
        font::{FontData, FontQuery, StandardFont},
    },
    hayro_syntax::{DecryptionError, LoadPdfError, Pdf},
    render,
    vello_cpu::color::palette::css::WHITE,
};
use image::{DynamicImage, ImageFormat, RgbaImage};
use zeroize::Zeroizing;

use crate::{DrawError, draw::apart};

/// The longest side of a page that is drawn, in points.
const LONGEST: u32 = 4_096;

/// The most pages that are shown. Nobody turns more, and a file of a few bytes can say it has millions.
const MOST_PAGES: usize = 2_000;

/// How many pages a PDF has.
///
/// # Errors
/// When the file does not read, asks for a password or takes too long.
pub fn pages(bytes: Zeroizing<Vec<u8>>) -> Result<u32, DrawError> {
    apart(move || {
        let count = open(bytes)?.pages().len().min(MOST_PAGES);
        Ok(u32::try_from(count).unwrap_or(u32::MAX))
    })
}

/// Draws a page, counted from 0, so that its longer side is `side` points: a PNG.
///
/// # Errors
/// As for [`pages`], and when there is no such page.
pub fn page(bytes: Zeroizing<Vec<u8>>, number: u32, side: u32) -> Result<Zeroizing<Vec<u8>>, DrawError> {
    apart(move || {
        let mut png = Cursor::new(Vec::new());
        draw(bytes, number, side)?.write_to(&mut png, ImageFormat::Png).map_err(|_| DrawError::Damaged)?;
        Ok(Zeroizing::new(png.into_inner()))
    })
}

pub(crate) fn draw(bytes: Zeroizing<Vec<u8>>, number: u32, side: u32) -> Result<DynamicImage, DrawError> {
    let pdf = open(bytes)?;
    let page = pdf.pages().get(number as usize).filter(|_| (number as usize) < MOST_PAGES);
    let page = page.ok_or(DrawError::NoPage)?;
    let (width, height) = page.render_dimensions();
    if !(width.is_finite() && height.is_finite() && width > 0.0 && height > 0.0) {
        return Err(DrawError::Damaged);
    }
    let side = side.clamp(1, LONGEST) as f32;
    let scale = side / width.max(height);
    // A page like a thread has at least one point in its width.
    let points = |length: f32| (length * scale).round().clamp(1.0, LONGEST as f32) as u16;
    let drawn = render(
        page,
        &RenderCache::new(),
        &InterpreterSettings { font_resolver: Arc::new(font), ..InterpreterSettings::default() },
        &RenderSettings {
            x_scale: scale,
            y_scale: scale,
            width: Some(points(width)),
            height: Some(points(height)),
            bg_color: WHITE,
        },
    );
    let (width, height) = (u32::from(drawn.width()), u32::from(drawn.height()));
    // On white nothing is transparent, so that the colours need no undoing of what transparency did.
    let colours: Vec<u8> = drawn.data().iter().flat_map(|point| [point.r, point.g, point.b, 255]).collect();
    let image = RgbaImage::from_raw(width, height, colours).ok_or(DrawError::Damaged)?;
    Ok(DynamicImage::ImageRgb8(DynamicImage::ImageRgba8(image).to_rgb8()))
}

fn open(bytes: Zeroizing<Vec<u8>>) -> Result<Pdf, DrawError> {
    Pdf::new(Arc::new(bytes)).map_err(|error| match error {
        LoadPdfError::Decryption(DecryptionError::PasswordProtected) => DrawError::Encrypted,
        LoadPdfError::Decryption(_) | LoadPdfError::Invalid => DrawError::Damaged,
    })
}

/// The fonts for text whose own font is not in the file; those of paper.
fn font(query: &FontQuery) -> Option<(FontData, u32)> {
    static REGULAR: &[u8] = include_bytes!("../../../../assets/fonts/NotoSans-Regular.ttf");
    static BOLD: &[u8] = include_bytes!("../../../../assets/fonts/NotoSans-SemiBold.ttf");
    let is_bold = match query {
        FontQuery::Standard(font) => matches!(
            font,
            StandardFont::HelveticaBold
                | StandardFont::HelveticaBoldOblique
                | StandardFont::CourierBold
                | StandardFont::CourierBoldOblique
                | StandardFont::TimesBold
                | StandardFont::TimesBoldItalic
        ),
        FontQuery::Fallback(font) => font.is_bold || font.font_weight >= 600,
    };
    Some((Arc::new(if is_bold { BOLD } else { REGULAR }), 0))
}
