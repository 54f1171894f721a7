import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Fault } from '../fault.ts'
import { allClaims, halfWritten } from '../stored.ts'

export const diskFull: Fault = {
  name: 'disk full',
  done: 'the database lies on a small disk that somebody else fills; claims are written, a picture is uploaded, then there is room again',
  mark: '507 or 503, nothing acknowledged that is not there; reads go on; writes go on without a restart',
  on: ['sqlite'],
  onlyInFull: true,
  times: { short: 1, full: 3 },
  async run({ start }, times) {
    const folder = mkdtempSync(join(tmpdir(), 'handbill-full-'))
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=48m', 'tmpfs', folder])
    try {
      const server = await start({ env: { DATABASE_URL: `file:${join(folder, 'content.db')}` } })
      const token = await server.logIn()
      const failures: string[] = []
      const acknowledged: string[] = []
      const statuses = new Map<string, number>()
      const note = (what: string, status: number) => {
        const key = `${what} ${status}`
        statuses.set(key, (statuses.get(key) ?? 0) + 1)
      }
      const write = async (statement: string) => {
        const data = { statement, body: undefined, _status: 'published' }
        const { status, body } = await server.ask('/api/claims', 'POST', data, token)
        if (status === 201) acknowledged.push((body.doc as { id: string }).id)
        return status
      }
      for (let n = 0; n < times; n++) {
        if ((await write(`Before ${n}`)) !== 201) failures.push('refused with room on the disk')
        const filler = join(folder, 'filler')
        fill(folder, filler)
        for (let i = 0; i < 60; i++) {
          const status = await write(`Full ${n} ${i} ${'x'.repeat(20_000)}`)
          note('write', status)
          if (![201, 503, 507].includes(status))
            failures.push(`a write was answered with ${status}`)
        }
        const read = await server.ask(`/api/claims/${acknowledged[0]}`)
        if (read.status !== 200) failures.push(`a read was answered with ${read.status}`)
        const uploaded = await upload(server.url, token)
        note('upload', uploaded)
        if (![201, 503, 507].includes(uploaded))
          failures.push(`an upload was answered with ${uploaded}`)
        rmSync(filler)
        const after = await write(`After ${n}`)
        if (after !== 201) failures.push(`with room again a write was answered with ${after}`)
      }
      const there = new Set((await allClaims(server, token)).map(({ id }) => id))
      const lost = acknowledged.filter((id) => !there.has(id))
      if (![...statuses.keys()].some((key) => /50[37]/.test(key)))
        failures.push('it never was full')
      return {
        result: `${[...statuses].map(([key, count]) => `${key}: ${count}`).join(', ')}; ${lost.length} lost`,
        failures: [
          ...failures,
          ...lost.map((id) => `${id} is lost`),
          ...(await halfWritten(server, token)),
        ],
      }
    } finally {
      execFileSync('umount', ['-l', folder])
      rmSync(folder, { recursive: true, force: true })
    }
  },
}

/** Leaves a few hundred kilobytes. */
function fill(folder: string, file: string): void {
  const { bavail, bsize } = statfsSync(folder)
  writeFileSync(file, Buffer.alloc(Math.max(0, bavail * bsize - 300_000)))
}

async function upload(url: string, token: string): Promise<number> {
  const { default: sharp } = await import('sharp')
  const noise = { type: 'gaussian', mean: 128, sigma: 60 } as const
  const picture = await sharp({
    create: { width: 800, height: 800, channels: 3, background: 'red', noise },
  })
    .png()
    .toBuffer()
  const form = new FormData()
  form.append('file', new Blob([new Uint8Array(picture)], { type: 'image/png' }), 'x.png')
  form.append('_payload', JSON.stringify({ alt: 'x' }))
  const headers = { Authorization: `JWT ${token}` }
  const answer = await fetch(`${url}/api/media`, { method: 'POST', headers, body: form })
  return answer.status
}
