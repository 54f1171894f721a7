import { type Change, newestEach } from '../../changes/change.ts'
import type { ChangeLog } from '../../changes/change-log.ts'
import { follow } from '../../changes/follower.ts'
import type { Logger } from '../../logger.ts'
import type { Entry } from '../entry.ts'
import type { Reading } from '../reading.ts'
import type { Listener } from './listener.ts'

/** What all streams share: one follower of the log, and what it has read last. */
export type Hub = {
  /** The sequence of the last entry that it has read. */
  cursor(): number
  /** What came after an entry; undefined when that is too long ago to be remembered. */
  after(sequence: number): News | undefined
  join(listener: Listener): void
  leave(listener: Listener): void
  /** How many streams there are. */
  size(): number
  isEnding(): boolean
  /** Ends all streams, at once where nothing is under way, and soon elsewhere. */
  end(): void
  stop(): Promise<void>
}

type News = { entries: Entry[]; head: Change | undefined }

export type HubOptions = {
  log: ChangeLog
  reading: Reading
  logger: Logger
  /** Milliseconds between two signs of life. */
  heartbeat: number
}

const slice = 50
/** What is remembered, for the streams that are a moment behind: entries, and characters of documents. */
const remembered = { entries: 1000, size: 4_000_000 }
/** Milliseconds that a reader has to take what is on its way when the server stops. */
const grace = 1000

export async function createHub({ log, reading, logger, heartbeat }: HubOptions): Promise<Hub> {
  const listeners = new Set<Listener>()
  const entries: Entry[] = []
  let size = 0
  let from = await log.latest()
  let head: Change | undefined
  let isEnding = false

  const cursor = () => head?.sequence ?? from

  const follower = follow(log, {
    after: from,
    async handle(changes) {
      for (let i = 0; i < changes.length; i += slice) await take(changes.slice(i, i + slice))
    },
    logger,
  })
  const beats = setInterval(() => {
    for (const listener of [...listeners]) listener.beat()
  }, heartbeat)
  beats.unref()

  /** A batch that failed halfway comes again from its beginning. */
  async function take(changes: Change[]): Promise<void> {
    const fresh = changes.filter(({ sequence }) => sequence > cursor())
    if (fresh.length === 0) return
    const described = listeners.size > 0 ? await reading.describe(fresh) : undefined
    head = fresh.at(-1)
    if (described) remember(described)
    else forgetAll()
    for (const listener of [...listeners]) listener.wake()
  }

  function remember(more: Entry[]): void {
    entries.push(...more)
    for (const one of more) size += sizeOf(one)
    while (entries.length > remembered.entries || size > remembered.size) {
      const oldest = entries.shift()
      if (!oldest) break
      size -= sizeOf(oldest)
      from = oldest.change.sequence
    }
  }

  /** Nobody listens, so nobody can be a moment behind. */
  function forgetAll(): void {
    entries.length = 0
    size = 0
    from = cursor()
  }

  function end(): void {
    isEnding = true
    clearInterval(beats)
    for (const listener of [...listeners]) listener.wake()
    setTimeout(() => {
      for (const listener of [...listeners]) listener.cut()
    }, grace).unref()
  }

  return {
    cursor,
    after(sequence) {
      if (sequence < from) return undefined
      const later = entries.slice(lastIndexUpTo(entries, sequence) + 1)
      return { entries: newest(later), head: cursor() > sequence ? head : undefined }
    },
    join: (listener) => void listeners.add(listener),
    leave: (listener) => void listeners.delete(listener),
    size: () => listeners.size,
    isEnding: () => isEnding,
    end,
    stop() {
      end()
      return follower.stop()
    },
  }
}

/** Most streams are at the end. */
const lastIndexUpTo = (entries: Entry[], sequence: number): number =>
  entries.findLastIndex(({ change }) => change.sequence <= sequence)

function newest(entries: Entry[]): Entry[] {
  if (entries.length < 2) return entries
  const kept = new Set(newestEach(entries.map(({ change }) => change)))
  return entries.filter(({ change }) => kept.has(change))
}

const sizeOf = ({ content }: Entry): number => content?.length ?? 0
