import sharp, { type Sharp } from 'sharp'
import { isSvg, type PictureType, pictureTypeOf } from './picture-type.ts'

/** A file that is not taken. */
export class RefusedPicture extends Error {
  override name = 'RefusedPicture'

  constructor(
    readonly reason: 'damaged' | 'noPicture' | 'svg' | 'tooLarge',
    readonly size?: string,
  ) {
    super(reason)
  }
}

/** Of all frames together: what a picture of a few kilobytes may take in memory when it is unpacked. */
export const mostPixels = 50_000_000

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
  if (!type) throw new RefusedPicture(isSvg(file) ? 'svg' : 'noPicture')
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
    throw new RefusedPicture('damaged')
  }
}

/** Told by the head of the file: nothing is unpacked for it. */
async function refuseLarge(picture: Sharp): Promise<void> {
  const { width, height } = await picture.metadata().catch((error: Error) => {
    if (/pixel limit/i.test(error.message)) throw new RefusedPicture('tooLarge')
    throw error
  })
  if (width * height > mostPixels) throw new RefusedPicture('tooLarge', `${width} × ${height}`)
}
