import type { Payload } from 'payload'
import { sendNews } from './send-news.ts'

/** A document that has gone on in its review. */
export type Notice = {
  of: string
  document: string
  /** Who wrote what is reviewed. */
  author: string | undefined
  wasInReview: boolean
  /** When it was noted, in milliseconds. */
  since: number
  /** In which it was noted, and which may be taken back. */
  transaction: number | string | undefined
}

export type Outbox = { add(payload: Payload, notice: Notice): void }

const closers = new WeakMap<Payload, () => Promise<void>>()

/** Busy desks do not put off their mail for ever: after that many times it goes out. */
const mostTimes = 20

/**
 * Collects what happens in reviews until there has been nothing for a while, so that many moves, whether in
 * one request or clicked one by one, are one message to each person. It holds up no write, and fails none.
 */
export function createOutbox(quiet: number): Outbox {
  const notices = new Map<string, Notice>()
  let timer: NodeJS.Timeout | undefined
  let latest = Number.POSITIVE_INFINITY
  let sending = Promise.resolve()

  function flush(payload: Payload): Promise<void> {
    clearTimeout(timer)
    timer = undefined
    latest = Number.POSITIVE_INFINITY
    const due = [...notices].filter(([, { transaction }]) => !isOpen(payload, transaction))
    for (const [key] of due) notices.delete(key)
    sending = sending
      .then(() =>
        sendNews(
          payload,
          due.map(([, notice]) => notice),
        ),
      )
      .catch((err) => payload.logger.error({ err }, 'Mail about reviews could not be sent.'))
    if (notices.size > 0) wait(payload)
    return sending
  }

  function wait(payload: Payload): void {
    clearTimeout(timer)
    const now = Date.now()
    latest = Math.min(latest, now + mostTimes * quiet)
    timer = setTimeout(() => void flush(payload), Math.min(quiet, latest - now))
    timer.unref()
  }

  return {
    add(payload, notice) {
      const key = `${notice.of}/${notice.document}`
      const earlier = notices.get(key)
      notices.set(key, earlier ? { ...notice, since: earlier.since } : notice)
      closers.set(payload, () => flush(payload))
      wait(payload)
    },
  }
}

const isOpen = ({ db }: Payload, transaction: Notice['transaction']): boolean =>
  transaction !== undefined && db.sessions?.[transaction] !== undefined

/** Sends what is collected; nothing more may happen then. */
export const closeReviewMail = async (payload: Payload): Promise<void> => closers.get(payload)?.()
