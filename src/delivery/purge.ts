import { setTimeout as sleep } from 'node:timers/promises'
import type { Change } from '../changes/change.ts'
import { type Tag, tagsOf } from '../changes/tags.ts'
import type { Logger } from '../logger.ts'
import { surrogateKey } from './surrogate-key.ts'

export type PurgeOptions = {
  /** With `{tag}` where the tag goes, percent-encoded; as a CDN knows it from `Surrogate-Key`. */
  url: string
  method: string
  /** With what the CDN knows us by. */
  header?: [name: string, value: string]
  logger: Logger
  /** Milliseconds before the first repetition; each further one waits twice as long. 1 second unless given. */
  firstDelay?: number
  /** Milliseconds after which a request has failed. 10 seconds unless given. */
  timeout?: number
}

export type Purge = {
  /**
   * Purges what the changes touch, after what earlier calls asked for.
   *
   * @throws Error when it was closed before everything was purged
   */
  handle(changes: readonly Change[]): Promise<void>
  /** Ends what is under way and what waits. */
  close(): void
}

/** Milliseconds. */
const longestDelay = 60_000

/** Has a CDN forget what changes touch, a request a tag, and repeats what fails until it works. */
export function createPurge(options: PurgeOptions): Purge {
  const { logger, firstDelay = 1000 } = options
  const closing = new AbortController()
  const { signal } = closing
  let before: Promise<unknown> = Promise.resolve()

  async function purge(tags: Iterable<Tag>): Promise<void> {
    for (const tag of tags) await purgeTag(tag)
  }

  async function purgeTag(tag: Tag): Promise<void> {
    for (let delay = firstDelay; ; delay = Math.min(delay * 2, longestDelay)) {
      signal.throwIfAborted()
      const failure = await attempt(tag, options, signal)
      if (!failure) return
      // Closing is what ended it.
      signal.throwIfAborted()
      if (failure.isFinal) return logger.error({ tag, ...failure }, 'the CDN refused a purge')
      logger.warn({ tag, ...failure, delay }, 'the CDN did not purge; trying again')
      await sleep(delay, undefined, { signal })
    }
  }

  return {
    handle(changes) {
      const tags = new Set(changes.flatMap(tagsOf))
      const purged = before.then(() => purge(tags))
      before = purged.catch(() => {})
      return purged
    },
    close: () => closing.abort(new Error('The purge was closed.')),
  }
}

type Failure = { isFinal: boolean; status?: number; err?: unknown }

/** @returns why it failed */
async function attempt(
  tag: Tag,
  { url, method, header, timeout = 10_000 }: PurgeOptions,
  closing: AbortSignal,
): Promise<Failure | undefined> {
  try {
    const response = await fetch(
      url.replaceAll('{tag}', () => encodeURIComponent(surrogateKey(tag))),
      {
        method,
        headers: { 'Accept-Encoding': 'identity', ...(header && { [header[0]]: header[1] }) },
        redirect: 'manual',
        signal: AbortSignal.any([closing, AbortSignal.timeout(timeout)]),
      },
    )
    await response.body?.cancel()
    const { ok, status } = response
    return ok ? undefined : { isFinal: !isPassing(status), status }
  } catch (err) {
    return { isFinal: false, err }
  }
}

/** Whether it may work another time: a time-out, too many requests, or a fault of the server. */
const isPassing = (status: number): boolean => status === 408 || status === 429 || status >= 500
