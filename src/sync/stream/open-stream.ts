import { after, type Place, tokenOf } from '../place.ts'
import { isWanted, type Reading } from '../reading.ts'
import { StartOver } from '../refusals.ts'
import { beatFrame, changeFrame, closingFrame, openingFrame, resetFrame } from './frames.ts'
import type { Hub } from './hub.ts'
import type { Listener } from './listener.ts'

export type Opening = {
  /** Where to begin; now, when nothing is given, or with the news that the place is lost. */
  place?: Place
  lost?: StartOver
  collections: Place['collections']
  documents: boolean
}

/** Changes that are read at once for a stream that is behind. */
const catchingUp = 50
/** Characters after which what is there is sent. */
const chunkSize = 64_000

/** A reader that does not take what it is sent. Not the server's failure, so its status is a client's. */
class SlowReader extends Error {
  override name = 'SlowReader'
  readonly status = 408
}

/**
 * The changes from a place on, as events, for as long as the client stays.
 *
 * Nothing is made before the reader takes what was made before, so a stream holds one chunk at most. One that is
 * behind reads pages of the log like everybody else, until it has come to what the hub remembers.
 */
export function openStream(
  hub: Hub,
  reading: Reading,
  { collections, documents, ...opening }: Opening,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  let place = opening.place
  /** Whether the log is known to lead on from the place. */
  let isChecked = false
  let sent: string | undefined
  let isEnded = false
  let wake: ((why: 'news' | 'beat') => void) | undefined
  /** Whether the reader waits for us, and how often it has begun to. */
  let isAsked = false
  let asked = 0
  let askedBefore = -1

  function framesOf(entries: Parameters<typeof changeFrame>[0][], from: Place): string {
    let text = ''
    let at = from
    for (const entry of entries) {
      if (text.length > chunkSize) break
      at = after(at, entry.change)
      if (!isWanted(entry.change, from)) continue
      sent = tokenOf(at)
      text += changeFrame(entry, sent, documents)
    }
    place = at
    return text
  }

  async function begin(): Promise<string> {
    isChecked = place === undefined
    const { lost } = opening
    place ??= await reading.now(collections)
    sent = tokenOf(place)
    return openingFrame(sent) + (lost ? resetFrame(lost, sent) : '')
  }

  /** What the hub remembers, or else a page of the log; nothing when nothing is wanted. */
  async function advance(from: Place): Promise<string> {
    const news = isChecked ? hub.after(from.sequence) : undefined
    if (!news) return readPage(from)
    const text = framesOf(news.entries, from)
    const isAll = !text || place?.sequence === news.entries.at(-1)?.change.sequence
    if (isAll && news.head && place) place = after(place, news.head)
    return text
  }

  async function readPage(from: Place): Promise<string> {
    try {
      const page = await reading.read(from, catchingUp)
      isChecked = true
      const text = framesOf(page.entries, from)
      const isAll = (page.entries.at(-1)?.change.sequence ?? 0) <= (place?.sequence ?? 0)
      if (isAll) place = page.place
      return text
    } catch (error) {
      if (!(error instanceof StartOver)) throw error
      // The client makes a new copy while it listens on: from here on it misses nothing.
      place = await reading.now(from.collections)
      sent = tokenOf(place)
      return resetFrame(error, sent)
    }
  }

  /** @returns what to send next; nothing when it is time to end */
  async function next(): Promise<string | undefined> {
    if (sent === undefined) return begin()
    for (let isStill = false; ; ) {
      if (isEnded || hub.isEnding()) return undefined
      const before = place as Place
      const text = await advance(before)
      if (text) return text
      const hasMoved = (place as Place).sequence !== before.sequence
      // The hub may have gone on while a page was read; that is looked at once.
      const isBehind = (place as Place).sequence < hub.cursor() && !isStill
      isStill = !hasMoved
      if (hasMoved || isBehind) continue
      if ((await waitForNews()) === 'beat') return beat()
      isStill = false
    }
  }

  function beat(): string {
    const token = tokenOf(place as Place)
    if (token === sent) return beatFrame(undefined)
    sent = token
    return beatFrame(token)
  }

  function waitForNews(): Promise<'news' | 'beat'> {
    return new Promise((resolve) => {
      if (isEnded || hub.isEnding()) return resolve('news')
      wake = resolve
    })
  }

  function end(): void {
    isEnded = true
    hub.leave(listener)
    tell('news')
  }

  function tell(why: 'news' | 'beat'): void {
    const woken = wake
    wake = undefined
    woken?.(why)
  }

  let controller: ReadableStreamDefaultController<Uint8Array>
  const listener: Listener = {
    wake: () => tell('news'),
    beat() {
      const isStuck = !isAsked && asked === askedBefore
      askedBefore = asked
      if (isStuck) listener.cut()
      else tell('beat')
    },
    cut() {
      end()
      controller.error(new SlowReader('The reader takes nothing.'))
    },
  }

  return new ReadableStream<Uint8Array>(
    {
      start(given) {
        controller = given
        hub.join(listener)
      },
      async pull() {
        isAsked = true
        asked++
        const text = await next().catch((error: unknown) => {
          end()
          throw error
        })
        isAsked = false
        if (isEnded) return
        controller.enqueue(encoder.encode(text ?? closingFrame()))
        if (text !== undefined) return
        end()
        controller.close()
      },
      cancel: end,
    },
    { highWaterMark: 0 },
  )
}
