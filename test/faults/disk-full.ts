import { execFileSync } from 'node:child_process'
import { mkdtemp, rm, statfs, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Fault } from './fault.ts'
import { Readers } from './support/readers.ts'
import { startServer } from './support/server.ts'

const megabyte = 1024 * 1024

export const diskFull: Fault = {
  name: 'Disk full',
  done: 'the file system of database and uploads is filled, then freed; claims are written meanwhile',
  passMark:
    'writes 507 or 503, no acknowledged one lost; reads go on; writes again without a restart',
  on: ['sqlite'],
  times: { short: 0, full: 3 },
  async run(given) {
    if (process.getuid?.() !== 0) throw new Error('only root can mount a file system to fill')
    const folder = await mkdtemp(join(tmpdir(), 'handbill-full-'))
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64m', 'tmpfs', folder])
    given.after(async () => {
      execFileSync('umount', ['-l', folder])
      await rm(folder, { recursive: true })
    })
    const server = await startServer({
      ...given,
      databaseUrl: `file:${join(folder, 'content.db')}`,
    })
    const readers = await Readers.begin(server, 4)
    const missed: string[] = []
    const acknowledged: string[] = []
    const answers = new Map<number, number>()
    const write = async (statement: string) => {
      const claim = { statement, _status: 'published' }
      const { status } = await server
        .askAsAdmin('/api/claims?depth=0', 'POST', claim)
        .catch(() => ({ status: 0 }))
      if (status === 201) acknowledged.push(statement)
      answers.set(status, (answers.get(status) ?? 0) + 1)
      return status
    }
    for (let round = 0; round < given.times; round++) {
      const filler = join(folder, 'filler')
      const { bavail, bsize } = await statfs(folder)
      // What cannot be written whole is written as far as there is room.
      await writeFile(filler, Buffer.alloc(Math.max(megabyte, bavail * bsize + megabyte))).catch(
        () => {},
      )
      for (let turn = 0; turn < 20; turn++) await write(`Full ${round} ${turn}`)
      await rm(filler)
      if ((await write(`Freed ${round}`)) !== 201) missed.push('no write once there was room again')
    }
    await readers.stop()
    missed.push(...readers.failures)
    const odd = [...answers].filter(([status]) => ![201, 503, 507].includes(status))
    for (const [status, count] of odd) missed.push(`${count} writes were answered ${status}`)
    const { text } = await server.askAsAdmin('/api/claims?depth=0&limit=10000')
    const stored = new Set(JSON.parse(text).docs.map((doc: { statement: string }) => doc.statement))
    for (const one of acknowledged) if (!stored.has(one)) missed.push(`lost: ${one}`)
    return {
      missed,
      result: `${[...answers].map(([status, count]) => `${count} of ${status}`).join(', ')}; ${readers.times.length} reads`,
    }
  },
}
