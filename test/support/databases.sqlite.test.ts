import { existsSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { expect, onTestFinished, test } from 'vitest'
import { freshDatabase } from './databases.ts'

test('a fresh SQLite database is a file of its own in a folder that drop removes', async () => {
  const [one, other] = await Promise.all([freshDatabase(), freshDatabase()])
  onTestFinished(other.drop)
  expect(one.url).toMatch(/^file:\/.*\/content\.db$/)
  expect(one.url).not.toBe(other.url)

  const file = one.url.slice('file:'.length)
  // Payload and SQLite keep more beside it, such as content.db-wal.
  for (const name of [file, `${file}-wal`]) await writeFile(name, '')
  await one.drop()
  expect(existsSync(file)).toBe(false)
  expect(existsSync(other.url.slice('file:'.length).replace('/content.db', ''))).toBe(true)
})
