import { setTimeout as sleep } from 'node:timers/promises'
import type { Server } from './server.ts'

/** A document as its writer knows it: what was acknowledged, and what may have been written since. */
type Written = { id: string; acknowledged: string; inDoubt: string[]; isPublished: boolean }

/** Writers that go on whatever happens to the server, and remember what it has acknowledged. */
export class Writers {
  readonly written = new Map<string, Written>()
  readonly refused = new Map<string, number>()
  acknowledged = 0
  /** When a write was acknowledged last, by performance.now(). */
  lastAt = performance.now()
  /** Milliseconds of the longest time in which none was. */
  longestPause = 0
  private isOver = false
  private readonly running: Promise<void>[]

  constructor(
    private readonly server: Server,
    count: number,
  ) {
    this.running = Array.from({ length: count }, (_, writer) => this.write(writer))
  }

  /** Resolves when so many more have been acknowledged. */
  async more(count: number, patience = 120_000): Promise<void> {
    const aim = this.acknowledged + count
    const end = Date.now() + patience
    while (this.acknowledged < aim) {
      if (Date.now() > end) {
        const told = JSON.stringify(Object.fromEntries(this.refused))
        throw new Error(`Only ${this.acknowledged} of ${aim} writes were acknowledged: ${told}`)
      }
      await sleep(5)
    }
  }

  async stop(): Promise<void> {
    this.isOver = true
    await Promise.all(this.running)
  }

  /** Makes a claim, as a draft or published, and then changes it twice. */
  private async write(writer: number): Promise<void> {
    let own: Written | undefined
    for (let turn = 0; !this.isOver; turn++) {
      const statement = `Writer ${writer} turn ${turn}`
      const isNew = turn % 3 === 0 || !own
      if (isNew) own = undefined
      const isPublished: boolean = own?.isPublished ?? turn % 2 === 0
      own?.inDoubt.push(statement)
      const data = { statement, _status: isPublished ? 'published' : 'draft' }
      const path: string = `/api/claims${own ? `/${own.id}` : ''}?depth=0`
      const answer = await this.server
        .askAsAdmin(path, own ? 'PATCH' : 'POST', data)
        .catch((error: Error) => ({ status: 0, text: String(error.cause ?? error) }))
      if (answer.status === 200 || answer.status === 201) {
        this.note()
        const { doc } = JSON.parse(answer.text)
        own ??= { id: doc.id, acknowledged: '', inDoubt: [], isPublished }
        own.acknowledged = statement
        own.inDoubt = []
        this.written.set(own.id, own)
      } else {
        const what = answer.status === 0 ? 'no connection' : String(answer.status)
        this.refused.set(what, (this.refused.get(what) ?? 0) + 1)
        await sleep(50)
      }
    }
  }

  private note(): void {
    const now = performance.now()
    this.longestPause = Math.max(this.longestPause, now - this.lastAt)
    this.lastAt = now
    this.acknowledged++
  }
}

/** Every way in which what the server has is not what it acknowledged. */
export async function compare(server: Server, { written }: Writers): Promise<string[]> {
  // Not as drafts: these are read from the versions, also where the document itself is gone.
  const docs = await all(server, '/api/claims?draft=false')
  const versions = await all(server, '/api/claims/versions?where[latest][equals]=true')
  const publics = await publicStatements(server)
  const stored = new Map(docs.map((doc) => [doc.id, doc]))
  const versioned = new Map(versions.map(({ parent, version }) => [parent, version]))
  const missed: string[] = []
  for (const { id, acknowledged, inDoubt } of written.values()) {
    const statement = stored.get(id)?.statement
    if (statement !== acknowledged && !inDoubt.includes(statement))
      missed.push(`lost: ${id} is ${statement}, acknowledged was ${acknowledged}`)
  }
  const seen = new Set<string>()
  for (const { id, statement, _status } of docs.filter((doc) => /^Writer/.test(doc.statement))) {
    if (seen.has(statement)) missed.push(`doubled: ${statement}`)
    seen.add(statement)
    if (versioned.get(id)?.statement !== statement)
      missed.push(`without its version: ${id} is ${statement}`)
    const told = publics.get(id)
    if (_status === 'published' && told !== statement)
      missed.push(`without its change: ${id} is ${statement}, the log tells of ${told}`)
    if (_status !== 'published' && told !== undefined) missed.push(`told, but a draft: ${id}`)
  }
  return missed
}

type Doc = Record<string, unknown> & { id: string; statement: string; _status: string }
// biome-ignore lint/suspicious/noExplicitAny: an answer as it comes
type Row = any

async function all(server: Server, path: string): Promise<Row[]> {
  const found: Row[] = []
  for (let page = 1; ; page++) {
    const { status, text } = await server.askAsAdmin(
      `${path}&depth=0&limit=500&page=${page}&sort=createdAt`,
    )
    if (status !== 200) throw new Error(`${path} answered ${status}: ${text}`)
    const { docs, hasNextPage } = JSON.parse(text)
    found.push(...docs)
    if (!hasNextPage) return found
  }
}

/** What partners who follow the changes have of each claim. */
async function publicStatements(server: Server): Promise<Map<string, string>> {
  const found = new Map<string, string>()
  for (let since = ''; ; ) {
    const { text } = await server.ask(`/api/changes?collections=claims&since=${since}`)
    const { changes, next, more } = JSON.parse(text)
    for (const { id, document } of changes as { id: string; document?: Record<string, Doc> }[]) {
      const statement: unknown = document?.statement
      const inEnglish = (statement as { en?: string } | undefined)?.en ?? statement
      if (typeof inEnglish === 'string') found.set(id, inEnglish)
      else found.delete(id)
    }
    since = next
    if (!more) return found
  }
}
