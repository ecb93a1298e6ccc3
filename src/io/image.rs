//! Images as arrays of rows, columns and channels. The only user of image.

use crate::data::Chunk;
use crate::data::raised::{Res, value_error};

/// Read an image: two axes if it is grey, else three with the channels last.
///
/// # Errors
/// `ValueError` that names the file, for what is no image of a known format.
pub fn read(path: &str) -> Res<Chunk> {
    let found = image::open(path).map_err(|error| value_error(format!("{path}: {error}")))?;
    let (rows, columns) = (found.height() as usize, found.width() as usize);
    let channels = usize::from(found.color().channel_count());
    let shape = if channels == 1 { vec![rows, columns] } else { vec![rows, columns, channels] };
    use image::DynamicImage as Image;
    Ok(match found {
        Image::ImageLuma8(image) => Chunk::of(image.into_raw(), shape),
        Image::ImageLumaA8(image) => Chunk::of(image.into_raw(), shape),
        Image::ImageRgb8(image) => Chunk::of(image.into_raw(), shape),
        Image::ImageRgba8(image) => Chunk::of(image.into_raw(), shape),
        Image::ImageLuma16(image) => Chunk::of(image.into_raw(), shape),
        Image::ImageLumaA16(image) => Chunk::of(image.into_raw(), shape),
        Image::ImageRgb16(image) => Chunk::of(image.into_raw(), shape),
        Image::ImageRgba16(image) => Chunk::of(image.into_raw(), shape),
        Image::ImageRgb32F(image) => Chunk::of(image.into_raw(), shape),
        Image::ImageRgba32F(image) => Chunk::of(image.into_raw(), shape),
        _ => return Err(value_error(format!("{path}: pixels of this kind are not in rdask yet"))),
    })
}
