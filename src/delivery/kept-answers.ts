import { LRUCache } from 'lru-cache'
import type { Tag } from '../changes/tags.ts'
import type { Answer } from './answer.ts'
import { noTally, type Tally } from './tally.ts'

export type Entry = {
  key: string
  answer: Answer
  tags: ReadonlySet<Tag>
  /** Ways in which it was asked for. */
  aliases: string[]
  tally: Tally
}

const mostAliases = 8
const longestAlias = 4096
/** Bytes of an entry's objects and of its place in the maps, measured generously. */
const perEntry = 1500
const perString = 100

/**
 * The answers in memory: by what they answer, by the ways it was asked, and by what they depend on.
 *
 * @param maxBytes of everything; the answer asked for longest ago goes first
 */
export function createKeptAnswers(maxBytes: number) {
  const aliases = new Map<string, Entry>()
  const byTag = new Map<Tag, Set<Entry>>()
  let evictions = 0
  // In an object of its own each time, for the size of a value that is there already is not taken anew.
  const entries = new LRUCache<string, { entry: Entry }>({
    maxSize: maxBytes,
    sizeCalculation: ({ entry }) => sizeOf(entry),
    noDisposeOnSet: true,
    dispose({ entry }, _, reason) {
      if (reason === 'evict') evictions += 1
      forget(entry)
    },
  })

  function forget(entry: Entry): void {
    entry.answer.onGrow = undefined
    for (const alias of entry.aliases) aliases.delete(alias)
    for (const tag of entry.tags) {
      const dependents = byTag.get(tag)
      dependents?.delete(entry)
      if (dependents?.size === 0) byTag.delete(tag)
    }
  }

  function weigh(entry: Entry): void {
    entries.set(entry.key, { entry })
    // What is too large for the whole is not taken.
    if (entries.peek(entry.key)?.entry !== entry) forget(entry)
  }

  return {
    /** The entry that was asked for in this way before; it counts as used. */
    find(alias: string): Entry | undefined {
      const entry = aliases.get(alias)
      if (entry) entries.get(entry.key)
      return entry
    },

    get: (key: string): Entry | undefined => entries.get(key)?.entry,

    /** @returns the entry for the key: one that is there already is as current as the new one */
    add(key: string, answer: Answer, tags: ReadonlySet<Tag>): Entry {
      const there = entries.get(key)?.entry
      if (there) return there
      const entry: Entry = { key, answer, tags, aliases: [], tally: noTally }
      for (const tag of tags) {
        const dependents = byTag.get(tag)
        if (dependents) dependents.add(entry)
        else byTag.set(tag, new Set([entry]))
      }
      answer.onGrow = () => weigh(entry)
      weigh(entry)
      return entry
    },

    /** Remembers a way to ask for an entry that is kept. */
    addAlias(entry: Entry, alias: string): void {
      if (alias.length > longestAlias || entry.aliases.length >= mostAliases) return
      if (aliases.has(alias) || entries.peek(entry.key)?.entry !== entry) return
      entry.aliases.push(alias)
      aliases.set(alias, entry)
      weigh(entry)
    },

    /** Drops everything that depends on the tag. */
    drop(tag: Tag): void {
      for (const { key } of [...(byTag.get(tag) ?? [])]) entries.delete(key)
    },

    clear: (): void => entries.clear(),

    stats: () => ({
      entries: entries.size,
      bytes: entries.calculatedSize,
      tags: byTag.size,
      aliases: aliases.size,
      evictions,
    }),
  }
}

export type KeptAnswers = ReturnType<typeof createKeptAnswers>

function sizeOf({ key, answer, tags, aliases }: Entry): number {
  let size = perEntry + answer.size + key.length
  for (const text of [...tags, ...aliases]) size += text.length + perString
  return size
}
