import cluster from 'node:cluster'
import type { ShareCounts } from '../gate/sharing.ts'
import { type Answer, type Asked, isOurs, type Message, type Task } from './messages.ts'

/** The other workers of this machine, as one of them sees them. */
export type Siblings = {
  /** Adds to counts that all of them share. */
  share: ShareCounts
  /** Waits until all the others have followed the change log to its present end, or for as long as they may take. */
  follow(): Promise<void>
  /** The metrics of each of the others. */
  metrics(): Promise<unknown[]>
  /** Says what this worker does when another one asks for it. */
  on(task: Task, run: () => Promise<unknown>): void
}

/** Milliseconds that the primary may take; one that takes longer is stopping. */
const patience = 2000

/** Whether this process is the one that speaks for all: the first worker, or the only process. */
export const isFirst = (): boolean => (cluster.worker?.id ?? 1) === 1

/** @returns undefined where one process serves alone */
export function siblings(): Siblings | undefined {
  if (!cluster.isWorker) return undefined
  const open = new Map<number, (answer: Answer) => void>()
  let calls = 0
  const tasks = new Map<Task, () => Promise<unknown>>()

  process.on('message', (message) => {
    if (!isOurs(message)) return
    if (message.handbill === 'answered') open.get(message.call)?.(message.answer)
    if (message.handbill === 'do') void perform(message.call, message.task)
  })

  async function perform(call: number, task: Task): Promise<void> {
    // What fails is told where it fails.
    const result = await tasks
      .get(task)?.()
      .catch(() => {})
    send({ handbill: 'done', call, ...(result === undefined ? {} : { result }) })
  }

  function ask(asked: Asked): Promise<Answer> {
    const call = ++calls
    return new Promise<Answer>((resolve, reject) => {
      const late = setTimeout(() => {
        open.delete(call)
        reject(new Error('The primary process does not answer.'))
      }, patience)
      open.set(call, (answer) => {
        clearTimeout(late)
        open.delete(call)
        resolve(answer)
      })
      send({ handbill: 'asked', call, asked })
    })
  }

  return {
    async share(additions) {
      const sent = additions.map(({ until, ...more }) => ({ ...more, until: until.getTime() }))
      const { totals } = await ask({ ask: 'count', additions: sent })
      return new Map(totals)
    },
    async follow() {
      await ask({ ask: 'others', task: 'follow' })
    },
    async metrics() {
      const { results = [] } = await ask({ ask: 'others', task: 'metrics' })
      return results
    },
    on: (task, run) => void tasks.set(task, run),
  }
}

function send(message: Message): void {
  // A primary that has gone takes its workers with it.
  if (process.connected) process.send?.(message)
}
