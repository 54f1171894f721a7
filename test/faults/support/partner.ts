import { setTimeout as sleep } from 'node:timers/promises'
import { placeOf } from '../../../src/sync/place.ts'
import type { Server } from './server.ts'

type Change = { collection: string; id: string; revision: number; at: string }

/** Follows the changes that a server tells of, as a partner does, and notes what must not be. */
export class Partner {
  readonly missed: string[] = []
  changes = 0
  private since = ''
  private sequence = 0
  private latest = ''
  private readonly known = new Set<string>()
  private isOver = false
  private readonly running: Promise<void>

  constructor(private readonly server: Server) {
    this.running = this.follow().catch((error: Error) => {
      this.missed.push(`a partner was left without an answer: ${error.cause ?? error}`)
    })
  }

  async stop(): Promise<void> {
    this.isOver = true
    await this.running
    await this.read()
  }

  private async follow(): Promise<void> {
    while (!this.isOver) {
      await this.read()
      await sleep(100)
    }
  }

  private async read(): Promise<void> {
    const { status, text } = await this.server.ask(`/api/changes?since=${this.since}`)
    // It is asked again.
    if (status === 503) return
    if (status !== 200) return void this.missed.push(`the changes were answered ${status}: ${text}`)
    const { changes, next } = JSON.parse(text) as { changes: Change[]; next: string }
    const { sequence } = placeOf(next, 'next')
    if (sequence < this.sequence) this.missed.push(`the cursor went back to ${sequence}`)
    for (const { at, collection, id, revision } of changes) {
      const name = `${collection}/${id} revision ${revision}`
      if (this.known.has(name)) this.missed.push(`told twice: ${name}`)
      if (at < this.latest) this.missed.push(`time went back from ${this.latest} to ${at}: ${name}`)
      this.known.add(name)
      this.latest = at
    }
    this.changes += changes.length
    this.sequence = sequence
    this.since = next
  }
}
