import { randomBytes } from 'node:crypto'
import sharp from 'sharp'

/** A PNG of noise, which does not compress: several hundred kilobytes at 400 pixels. */
export function picture(size = 32): Promise<Buffer> {
  const channels = 3
  return sharp(randomBytes(size * size * channels), {
    raw: { width: size, height: size, channels },
  })
    .png()
    .toBuffer()
}

/** The form in which Payload takes an upload. */
export function uploadForm(image: Uint8Array, name: string, data: object): FormData {
  const form = new FormData()
  form.append('file', new Blob([new Uint8Array(image)], { type: 'image/png' }), name)
  form.append('_payload', JSON.stringify(data))
  return form
}
