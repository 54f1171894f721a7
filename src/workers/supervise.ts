import cluster, { type Worker } from 'node:cluster'
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { createHub } from './hub.ts'

/** Milliseconds after which a worker that was told to stop is killed. */
const patience = 15_000
/** A worker that has served for so long, in milliseconds, is replaced at once when it ends. */
const steady = 60_000
const longestPause = 30_000

export type Supervisor = {
  /** Starts another worker for each, with the programs as they are now, and stops the old ones, one by one. */
  renew(): Promise<void>
  /** Has all finish what is under way. */
  stop(): Promise<void>
  /** Ends them at once. */
  kill(): void
}

/**
 * Keeps so many workers serving. The first one makes what all need (tables, the secret, a first account)
 * before there is another.
 *
 * @param tell is given a line for each thing that an operator should know
 * @returns once all serve
 * @throws StartError when the first one does not start: its settings are wrong, or the port is taken
 */
export async function supervise(count: number, tell: (line: string) => void): Promise<Supervisor> {
  const hub = createHub()
  const serving = new Set<Worker>()
  const starting = new Set<Worker>()
  let isStopping = false
  let pause = 0

  async function start(): Promise<Worker> {
    const worker = cluster.fork()
    starting.add(worker)
    hub.connect(worker)
    const ended = once(worker, 'exit').then(([code]) => {
      throw new StartError(code)
    })
    try {
      await Promise.race([once(worker, 'listening'), ended])
    } finally {
      starting.delete(worker)
    }
    serving.add(worker)
    const since = performance.now()
    worker.once('exit', (code, signal) => {
      if (!serving.delete(worker) || isStopping) return
      tell(`Worker ${worker.id} has ended (${signal ?? `exit code ${code}`}); another one starts.`)
      if (performance.now() - since > steady) pause = 0
      void replace()
    })
    return worker
  }

  /** Starts one until that succeeds, with growing pauses where they keep ending. */
  async function replace(): Promise<void> {
    for (;;) {
      await sleep(pause)
      if (isStopping) return
      pause = Math.min(longestPause, pause === 0 ? 1000 : pause * 2)
      try {
        const worker = await start()
        return tell(`Worker ${worker.id} serves.`)
      } catch {
        tell('A worker could not start; another one will be started.')
      }
    }
  }

  async function end(worker: Worker): Promise<void> {
    serving.delete(worker)
    if (worker.isDead()) return
    const ended = once(worker, 'exit')
    worker.process.kill('SIGTERM')
    const late = setTimeout(() => worker.process.kill('SIGKILL'), patience)
    await ended
    clearTimeout(late)
  }

  for (let i = 0; i < count; i++) await start()

  let renewing = Promise.resolve()
  const renew = async () => {
    for (const worker of [...serving]) {
      if (isStopping) return
      const next = await start()
      tell(`Worker ${next.id} takes the place of worker ${worker.id}.`)
      await end(worker)
    }
  }
  return {
    renew() {
      renewing = renewing.catch(() => {}).then(renew)
      return renewing
    },
    async stop() {
      isStopping = true
      await Promise.all([...serving, ...starting].map(end))
    },
    kill() {
      for (const worker of [...serving, ...starting]) worker.process.kill('SIGKILL')
    },
  }
}

/** A worker ended before it served; it has said why. */
export class StartError extends Error {
  override name = 'StartError'
  constructor(readonly code: number | null) {
    super('A worker did not start.')
  }
}
