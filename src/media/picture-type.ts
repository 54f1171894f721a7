/** The kinds of pictures that are taken, by the names of sharp's encoders. */
export const pictureTypes = {
  jpeg: { mimeType: 'image/jpeg', extensions: ['jpg', 'jpeg'] },
  png: { mimeType: 'image/png', extensions: ['png'] },
  webp: { mimeType: 'image/webp', extensions: ['webp'] },
  avif: { mimeType: 'image/avif', extensions: ['avif'] },
  gif: { mimeType: 'image/gif', extensions: ['gif'] },
} as const

export type PictureType = keyof typeof pictureTypes

/** What a file is by its first bytes, whatever it is called; undefined when it is no picture that is taken. */
export function pictureTypeOf(file: Buffer): PictureType | undefined {
  const begins = (text: string, at = 0) => file.subarray(at, at + text.length).equals(bytes(text))
  if (begins('\xff\xd8\xff')) return 'jpeg'
  if (begins('\x89PNG\r\n\x1a\n')) return 'png'
  if (begins('RIFF') && begins('WEBP', 8)) return 'webp'
  if (begins('ftyp', 4) && file.subarray(8, 64).includes('avi')) return 'avif'
  if (begins('GIF87a') || begins('GIF89a')) return 'gif'
  return undefined
}

const bytes = (text: string): Buffer => Buffer.from(text, 'latin1')

/** Whether a file would be shown as SVG. */
export const isSvg = (file: Buffer): boolean =>
  /^[\s\ufeff]*</.test(file.subarray(0, 100).toString('utf8')) &&
  /<svg[\s>]/i.test(file.subarray(0, 4096).toString('utf8'))
