// Keeps an exact copy of what is public: node mirror.mjs SERVER FOLDER [collections, such as claims,demands]
// Run it as often as you like; it goes on where it was. A document is FOLDER/documents/COLLECTION/ID.json.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

const [server, folder, collections] = process.argv.slice(2)
const [documents, tokenFile] = [join(folder, 'documents'), join(folder, 'token')]

for (let more = true; more; ) {
  const since = existsSync(tokenFile) ? readFileSync(tokenFile, 'utf8') : ''
  const query = new URLSearchParams({ since, ...(collections && { collections }) })
  const response = await fetch(`${server}/api/changes?${query}`)
  const page = await response.json()
  if (response.status === 410) rmSync(documents, { recursive: true, force: true })
  if (response.status === 410) rmSync(tokenFile)
  else if (!response.ok) throw new Error(page.errors[0].message)
  for (const change of page.changes ?? []) take(change)
  if (page.next) write(tokenFile, page.next) // Last: broken off before it, the page is taken again.
  more = page.more ?? true
}
function take({ collection, id, digest, document }) {
  const file = join(documents, collection, `${id}.json`)
  if (document === null) return rmSync(file, { force: true })
  const text = canonical(document)
  if (createHash('sha256').update(text).digest('hex') !== digest)
    throw new Error(`damaged: ${file}`)
  write(file, text)
}
function write(file, text) {
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(`${file}.new`, text)
  renameSync(`${file}.new`, file)
}
function canonical(value) {
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  if (Array.isArray(value)) return `[${value.map(canonical)}]`
  const pair = (key) => `${JSON.stringify(key)}:${canonical(value[key])}`
  return `{${Object.keys(value).sort().map(pair)}}`
}
