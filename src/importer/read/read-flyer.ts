import { open } from 'node:fs/promises'
import { UsageError } from '../../errors.ts'

/** Far more than a one-pager, and little enough for the Markdown parser's slowest inputs. */
export const largest = 256 * 1024

/**
 * Reads a flyer's text from a file, and never more of the file than the limit.
 *
 * @throws UsageError in one line when the file cannot be a flyer.
 */
export async function readFlyer(path: string): Promise<string> {
  return decodeFlyer(await readStart(path), path)
}

/** The text in a flyer's bytes; `name` is what the error calls the file. */
function decodeFlyer(bytes: Uint8Array, name: string): string {
  if (bytes.length > largest) {
    throw new UsageError(`${name}: larger than the ${largest / 1024} KB a flyer may have`)
  }
  // Before the NUL test: UTF-16 text is full of NULs, and "binary" would be no help with it.
  if (isUtf16(bytes)) throw new UsageError(`${name}: UTF-16 text; save the flyer as UTF-8`)
  if (bytes.some(isControl)) throw new UsageError(`${name}: a binary file, not Markdown text`)
  const text = decodeUtf8(bytes, name)
  if (text.trim() === '') throw new UsageError(`${name}: empty`)
  return text
}

async function readStart(path: string): Promise<Uint8Array> {
  try {
    const file = await open(path)
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(largest + 1))
      let length = bytesRead
      // A pipe hands over what it holds so far, so one read may be a part.
      while (length > 0 && length < buffer.length) {
        const more = await file.read(buffer, length, buffer.length - length)
        if (more.bytesRead === 0) break
        length += more.bytesRead
      }
      return buffer.subarray(0, length)
    } finally {
      await file.close()
    }
  } catch (error) {
    throw new UsageError(`${path}: ${reasonOf(error as NodeJS.ErrnoException)}`)
  }
}

function reasonOf(error: NodeJS.ErrnoException): string {
  if (error.code === 'ENOENT') return 'no such file'
  if (error.code === 'EISDIR') return 'a folder, not a file'
  return `cannot be read (${error.code ?? error.message})`
}

function decodeUtf8(bytes: Uint8Array, name: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new UsageError(`${name}: not UTF-8 text; save the flyer as UTF-8`)
  }
}

const isUtf16 = ([first, second]: Uint8Array): boolean =>
  (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)

/** Control characters other than tab, line ends and form feed. */
const isControl = (byte: number): boolean => byte < 0x09 || (byte > 0x0d && byte < 0x20)
