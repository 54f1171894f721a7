import { mkdtemp, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { UsageError } from '../../src/errors.ts'
import { readFlyer } from '../../src/importer/read/read-flyer.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'flyer-'))
})
afterAll(() => rm(folder, { recursive: true }))

async function reading(content: string | Uint8Array): Promise<unknown> {
  const path = join(folder, 'flyer.md')
  await writeFile(path, content)
  return readFlyer(path).catch((error: unknown) => error)
}

const refusal = (reason: string) =>
  expect.objectContaining({
    name: UsageError.name,
    message: expect.stringMatching(new RegExp(`^[^\\n]*flyer\\.md: ${reason}[^\\n]*$`)),
  })

describe('a file that cannot be a flyer is refused in one line', () => {
  it.each([
    ['empty', '', 'empty'],
    ['only spaces', ' \n\t\n', 'empty'],
    ['a picture', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), 'a binary file'],
    ['not UTF-8', Buffer.from('¿Qué pedimos?', 'latin1'), 'not UTF-8'],
    ['UTF-16', Buffer.from('\ufeffflyer', 'utf16le'), 'UTF-16'],
    ['longer than 256 KB', 'a'.repeat(256 * 1024 + 1), 'larger than the 256 KB'],
  ])('%s', async (_, content, reason) => {
    expect(await reading(content)).toEqual(refusal(reason))
  })

  it('50 MB, without reading them', async () => {
    const path = join(folder, 'flyer.md')
    await writeFile(path, 'a')
    await truncate(path, 50 * 1024 * 1024)
    await expect(readFlyer(path)).rejects.toEqual(refusal('larger than'))
  })

  it('a path with no file, or with a folder', async () => {
    await expect(readFlyer(join(folder, 'none.md'))).rejects.toThrow(/none\.md: no such file$/)
    await expect(readFlyer(folder)).rejects.toThrow(/a folder, not a file$/)
  })
})

it('a flyer is its text, without the mark that some editors put before UTF-8', async () => {
  expect(await reading('\ufeff# ¿Qué pedimos?\r\n')).toBe('# ¿Qué pedimos?\r\n')
  expect(await reading('a'.repeat(256 * 1024))).toHaveLength(256 * 1024)
})
