import type { Worker } from 'node:cluster'
import { type Answer, isOurs, type Message } from './messages.ts'

/** Milliseconds that workers may take to follow; every server follows within that by itself. */
const patience = 500

type Counted = { count: number; until: number }

/** What connects the workers: it keeps what they count together, and passes on who has to follow the log. */
export function createHub() {
  const workers = new Set<Worker>()
  const counts = new Map<string, Counted>()
  const following = new Map<number, { left: Set<Worker>; done: () => void }>()
  let calls = 0

  const sweeping = setInterval(() => {
    for (const [id, { until }] of counts) if (until < Date.now()) counts.delete(id)
  }, 60_000)
  sweeping.unref()

  function add(additions: readonly { id: string; count: number; until: number }[]): Answer {
    return {
      totals: additions.map(({ id, count, until }) => {
        const total = (counts.get(id)?.count ?? 0) + count
        counts.set(id, { count: total, until })
        return [id, total]
      }),
    }
  }

  /** Has all workers but one follow the log. */
  function haveFollow(asking: Worker): Promise<void> {
    const call = ++calls
    const left = new Set([...workers].filter((worker) => worker !== asking))
    if (left.size === 0) return Promise.resolve()
    return new Promise<void>((resolve) => {
      const done = () => {
        clearTimeout(late)
        following.delete(call)
        resolve()
      }
      const late = setTimeout(done, patience)
      following.set(call, { left, done })
      for (const worker of left) send(worker, { handbill: 'follow', call })
    })
  }

  function hasFollowed(worker: Worker, call: number): void {
    const one = following.get(call)
    one?.left.delete(worker)
    if (one?.left.size === 0) one.done()
  }

  return {
    /** Connects a worker that has just been started; until it listens it has nothing to follow for. */
    connect(worker: Worker): void {
      worker.once('listening', () => workers.add(worker))
      worker.on('message', async (message: unknown) => {
        if (!isOurs(message)) return
        if (message.handbill === 'followed') hasFollowed(worker, message.call)
        if (message.handbill !== 'asked') return
        const { asked, call } = message
        const answer = asked.ask === 'count' ? add(asked.additions) : {}
        if (asked.ask === 'follow') await haveFollow(worker)
        send(worker, { handbill: 'answered', call, answer })
      })
      worker.once('exit', () => {
        workers.delete(worker)
        for (const call of following.keys()) hasFollowed(worker, call)
      })
    },
  }
}

function send(worker: Worker, message: Message): void {
  // A worker that is ending hears nothing any more.
  if (worker.isConnected()) worker.send(message, () => {})
}
