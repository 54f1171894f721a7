import type { Worker } from 'node:cluster'
import { type Answer, isOurs, type Message, type Task } from './messages.ts'

/** Milliseconds that workers may take. Every server follows within that by itself; metrics are read anew soon. */
const patience = 500

type Counted = { count: number; until: number }

/** What connects the workers: it keeps what they count together, and passes on what one asks of the others. */
export function createHub() {
  const workers = new Set<Worker>()
  const counts = new Map<string, Counted>()
  const open = new Map<number, { left: Set<Worker>; results: unknown[]; end: () => void }>()
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

  /** Has all workers but one do something. */
  function askOthers(asking: Worker, task: Task): Promise<unknown[]> {
    const call = ++calls
    const results: unknown[] = []
    const left = new Set([...workers].filter((worker) => worker !== asking))
    if (left.size === 0) return Promise.resolve(results)
    return new Promise((resolve) => {
      const end = () => {
        clearTimeout(late)
        open.delete(call)
        resolve(results)
      }
      const late = setTimeout(end, patience)
      open.set(call, { left, results, end })
      for (const worker of left) send(worker, { handbill: 'do', call, task })
    })
  }

  function done(worker: Worker, call: number, result?: unknown): void {
    const one = open.get(call)
    if (!one?.left.delete(worker)) return
    if (result !== undefined) one.results.push(result)
    if (one.left.size === 0) one.end()
  }

  return {
    /** Connects a worker that has just been started; until it listens it has nothing to follow for. */
    connect(worker: Worker): void {
      worker.once('listening', () => workers.add(worker))
      worker.on('message', async (message: unknown) => {
        if (!isOurs(message)) return
        if (message.handbill === 'done') done(worker, message.call, message.result)
        if (message.handbill !== 'asked') return
        const { asked, call } = message
        const answer =
          asked.ask === 'count'
            ? add(asked.additions)
            : { results: await askOthers(worker, asked.task) }
        send(worker, { handbill: 'answered', call, answer })
      })
      worker.once('exit', () => {
        workers.delete(worker)
        for (const call of open.keys()) done(worker, call)
      })
    },
  }
}

function send(worker: Worker, message: Message): void {
  // A worker that is ending hears nothing any more.
  if (worker.isConnected()) worker.send(message, () => {})
}
