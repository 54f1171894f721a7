import { setTimeout as sleep } from 'node:timers/promises'
import type { Server } from './server.ts'

/** Readers of what the server has in its cache and nobody changes. */
export class Readers {
  readonly failures: string[] = []
  readonly times: number[] = []
  private isOver = false
  private readonly running: Promise<void>[]

  private constructor(
    private readonly server: Server,
    private readonly path: string,
    count: number,
  ) {
    this.running = Array.from({ length: count }, () => this.read())
  }

  /** Makes the document that is read. */
  static async begin(server: Server, count: number): Promise<Readers> {
    const demand = { title: 'Nobody changes this', _status: 'published' }
    const path = `/api/demands/${await server.make('/api/demands', demand)}?depth=0`
    await server.ask(path)
    return new Readers(server, path, count)
  }

  async stop(): Promise<void> {
    this.isOver = true
    await Promise.all(this.running)
  }

  /** Milliseconds within which so many of a hundred were answered. */
  percentile(share: number): number {
    const sorted = this.times.toSorted((a, b) => a - b)
    return sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * share) / 100))] ?? 0
  }

  private async read(): Promise<void> {
    while (!this.isOver) {
      const began = performance.now()
      try {
        const { status } = await this.server.ask(this.path, 'GET', undefined, 10_000)
        if (status !== 200) this.failures.push(`a cached read was answered ${status}`)
      } catch (error) {
        this.failures.push(`a cached read failed: ${(error as Error).message}`)
      }
      this.times.push(performance.now() - began)
      await sleep(10)
    }
  }
}
