import { join } from 'node:path'
import { provideMongod } from '../support/mongod-binary.ts'
import { picture, uploadForm } from '../support/picture.ts'
import type { Fault, Given, Measured } from './fault.ts'
import { Readers } from './support/readers.ts'
import { type Server, startServer } from './support/server.ts'
import { mountSmallDisk, type SmallDisk } from './support/small-disk.ts'
import { startThreeMongods } from './support/three-mongods.ts'

const passMark =
  'writes and uploads 507 or 503, no acknowledged one lost; cached reads go on; writes again without a restart of the server'

/** What is written while there is room and while there is none, and what came of it. */
class Tries {
  readonly answers = new Map<string, number>()
  private readonly statements: string[] = []
  private readonly files: { url: string; length: number }[] = []

  constructor(private readonly server: Server) {}

  async write(statement: string): Promise<number> {
    const claim = { statement, _status: 'published' }
    const { status } = await this.server
      .askAsAdmin('/api/claims?depth=0', 'POST', claim)
      .catch(() => ({ status: 0 }))
    if (status === 201) this.statements.push(statement)
    return this.count('write', status)
  }

  async upload(name: string): Promise<number> {
    const image = await picture(200)
    const answer = await fetch(`${this.server.url}/api/media`, {
      method: 'POST',
      headers: { Authorization: `JWT ${this.server.token}` },
      body: uploadForm(image, `${name}.png`, { alt: name, _status: 'published' }),
    })
    const text = await answer.text()
    if (answer.status === 201) {
      const { url, filesize } = JSON.parse(text).doc
      this.files.push({ url, length: filesize })
    }
    return this.count('upload', answer.status)
  }

  /** Every way in which the answers, or what is there, is not as it should be. */
  async missed(): Promise<string[]> {
    const missed = [...this.answers]
      .filter(([what]) => !/ (201|503|507)$/.test(what))
      .map(([what, count]) => `${count} answers: ${what}`)
    const { text } = await this.server.askAsAdmin('/api/claims?depth=0&limit=10000')
    const stored = new Set(JSON.parse(text).docs.map((doc: { statement: string }) => doc.statement))
    for (const one of this.statements) if (!stored.has(one)) missed.push(`lost: ${one}`)
    for (const { length, url } of this.files) {
      const path = new URL(url, this.server.url).pathname
      const file = await fetch(this.server.url + path)
      const { byteLength } = await file.arrayBuffer()
      if (file.status !== 200 || byteLength !== length) missed.push(`lost: ${path}`)
    }
    return missed
  }

  told(): string {
    return [...this.answers].map(([what, count]) => `${count} of ${what}`).join(', ')
  }

  private count(what: string, status: number): number {
    const name = `${what} ${status}`
    this.answers.set(name, (this.answers.get(name) ?? 0) + 1)
    return status
  }
}

type Parts = { server: Server; disk: SmallDisk; writes: number; hasFiles: boolean }

async function run(
  { times }: Given,
  { server, disk, writes, hasFiles }: Parts,
  recovered: () => Promise<void>,
): Promise<Measured> {
  const readers = await Readers.begin(server, 4)
  const tries = new Tries(server)
  const missed: string[] = []
  for (let round = 0; round < times; round++) {
    for (let turn = 0; turn < writes; turn++) {
      await disk.fill()
      await tries.write(`Full ${round} ${turn}`)
      if (hasFiles && turn % 4 === 0) await tries.upload(`full-${round}-${turn}`)
    }
    await disk.free()
    await recovered()
    if ((await tries.write(`Freed ${round}`)) !== 201) missed.push('no write once there was room')
    if (hasFiles && (await tries.upload(`freed-${round}`)) !== 201)
      missed.push('no upload once there was room')
  }
  await readers.stop()
  missed.push(...readers.failures, ...(await tries.missed()))
  return { missed, result: `${tries.told()}; ${readers.times.length} cached reads` }
}

export const diskFull: Fault = {
  name: 'Disk full',
  done: 'the file system of database and uploads is filled, then freed; claims and pictures are written meanwhile',
  passMark,
  on: ['sqlite'],
  times: { short: 0, full: 3 },
  async run(given) {
    const disk = await mountSmallDisk(given, 64)
    const databaseUrl = `file:${join(disk.folder, 'content.db')}`
    const server = await startServer({ ...given, databaseUrl })
    return run(given, { server, disk, writes: 20, hasFiles: true }, async () => {})
  },
}

export const diskOfMongodbFull: Fault = {
  name: 'Disk of MongoDB full',
  done: 'the file system of a set of three is filled, on which mongod ends, then freed; what ends is started again after 3 s',
  passMark,
  on: ['mongodb'],
  times: { short: 0, full: 3 },
  async run(given) {
    const mongod = await provideMongod()
    if ('missing' in mongod) throw new Error(mongod.missing)
    const disk = await mountSmallDisk(given, 2048)
    const set = await startThreeMongods(mongod.path, 'faults', disk.folder)
    given.after(() => set.stop())
    const server = await startServer({ ...given, databaseUrl: set.url })
    return run(given, { server, disk, writes: 10, hasFiles: false }, () => set.whole())
  },
}
