import sharp, { type Sharp } from 'sharp'
import { isSvg, type PictureType, pictureTypeOf } from './picture-type.ts'

/** A file that is not taken; the message says what would be. */
export class RefusedPicture extends Error {
  override name = 'RefusedPicture'
}

/** Of all frames together: what a picture of a few kilobytes may take in memory when it is unpacked. */
const mostPixels = 50_000_000
const accepted = 'Accepted: JPEG, PNG, WebP, AVIF and GIF.'

const encoders: Record<PictureType, (picture: Sharp) => Sharp> = {
  jpeg: (picture) => picture.jpeg({ quality: 92 }),
  png: (picture) => picture.png({ compressionLevel: 9 }),
  webp: (picture) => picture.webp({ quality: 92 }),
  avif: (picture) => picture.avif({ quality: 70 }),
  gif: (picture) => picture.gif(),
}

/**
 * The picture in a file, written anew: upright, with its colour profile, and nothing else of what the file
 * said, such as where it was taken. What is behind the picture in the file is left out with it.
 *
 * @throws RefusedPicture when it is no picture that is taken
 */
export async function cleanPicture(file: Buffer): Promise<{ data: Buffer; type: PictureType }> {
  const type = pictureTypeOf(file)
  if (!type) {
    const why = isSvg(file)
      ? 'file: SVG is not accepted, because it can carry script.'
      : 'file: this is not a picture, whatever it is called.'
    throw new RefusedPicture(`${why} ${accepted}`)
  }
  const picture = sharp(file, {
    animated: type === 'gif' || type === 'webp',
    // What is broken off is not shown as if it were whole.
    failOn: 'warning',
    limitInputPixels: mostPixels,
  })
  try {
    await refuseLarge(picture)
    const data = await encoders[type](picture.autoOrient().keepIccProfile()).toBuffer()
    return { data, type }
  } catch (error) {
    if (error instanceof RefusedPicture) throw error
    throw new RefusedPicture(`file: this picture is damaged, or not whole. ${accepted}`)
  }
}

/** Told by the head of the file: nothing is unpacked for it. */
async function refuseLarge(picture: Sharp): Promise<void> {
  const { width, height } = await picture.metadata().catch((error: Error) => {
    if (/pixel limit/i.test(error.message)) throw tooLarge('')
    throw error
  })
  if (width * height > mostPixels) throw tooLarge(` (${width} × ${height})`)
}

const tooLarge = (size: string): RefusedPicture =>
  new RefusedPicture(
    `file: the picture is too large${size}. Accepted: up to ${mostPixels / 1_000_000} million pixels, of all frames together.`,
  )
