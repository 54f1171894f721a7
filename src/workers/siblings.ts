import cluster from 'node:cluster'
import type { ShareCounts } from '../gate/sharing.ts'
import { type Answer, type Asked, isOurs, type Message } from './messages.ts'

/** The other workers of this machine, as one of them sees them. */
export type Siblings = {
  /** Adds to counts that all of them share. */
  share: ShareCounts
  /** Waits until all the others have followed the change log to its present end, or for as long as they may take. */
  follow(): Promise<void>
  /** Says how this worker follows the change log when another one asks for that. */
  onFollow(catchUp: () => Promise<void>): void
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
  let catchUp = async () => {}

  process.on('message', (message) => {
    if (!isOurs(message)) return
    if (message.handbill === 'answered') open.get(message.call)?.(message.answer)
    if (message.handbill === 'follow') {
      const { call } = message
      // Who cannot follow has emptied its cache, or will.
      void catchUp()
        .catch(() => {})
        .then(() => send({ handbill: 'followed', call }))
    }
  })

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
    follow: () => ask({ ask: 'follow' }).then(() => {}),
    onFollow(given) {
      catchUp = given
    },
  }
}

function send(message: Message): void {
  // A primary that has gone takes its workers with it.
  if (process.connected) process.send?.(message)
}
