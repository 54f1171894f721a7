import type { Change } from '../changes/change.ts'
import { collectionTag, type Tag, tagsOf } from '../changes/tags.ts'

/** More single documents of a collection than this are taken for all of it. */
const mostDocuments = 50

const collectionOf = (tag: Tag): string => tag.split('/', 1)[0] ?? tag

/** The same dependencies in fewer tags: a collection stands for its documents, and for many of them. */
export function condensed(tags: Iterable<Tag>): Tag[] {
  const byCollection = new Map<string, Set<Tag>>()
  for (const tag of tags) {
    const collection = collectionOf(tag)
    const own = byCollection.get(collection) ?? new Set<Tag>()
    byCollection.set(collection, own.add(tag))
  }
  return [...byCollection].flatMap(([collection, own]) => {
    const whole = collectionTag(collection)
    return own.has(whole) || own.size > mostDocuments ? [whole] : [...own]
  })
}

/** What has changed lately, so that an answer that was in the making meanwhile is known to be outdated. */
export class RecentChanges {
  private readonly tags: (readonly Tag[])[] = []
  private first = 0
  private readonly lastChanged: Map<string, number>

  /**
   * @param lastChanged when each collection last changed, as ISO dates
   * @param kept how many changes are remembered
   */
  constructor(
    lastChanged: ReadonlyMap<string, string>,
    private readonly kept = 10_000,
  ) {
    this.lastChanged = new Map([...lastChanged].map(([name, at]) => [name, Date.parse(at)]))
  }

  /** How many changes there have been. */
  get count(): number {
    return this.first + this.tags.length
  }

  /** @returns what depends on the change */
  add(change: Change): readonly Tag[] {
    const tags = tagsOf(change)
    this.tags.push(tags)
    const at = Math.max(Date.parse(change.at), this.lastChanged.get(change.collection) ?? 0)
    this.lastChanged.set(change.collection, at)
    if (this.tags.length > 2 * this.kept) {
      this.tags.splice(0, this.kept)
      this.first += this.kept
    }
    return tags
  }

  /** Has anything that was in the making taken for outdated. */
  forget(): void {
    this.first += this.tags.length + 1
    this.tags.length = 0
  }

  /** Whether one of the tags has changed after there had been `count` changes, or might have. */
  haveTouched(tags: readonly Tag[], count: number): boolean {
    if (count < this.first) return true
    const wanted = new Set(tags)
    return this.tags.slice(count - this.first).some((own) => own.some((tag) => wanted.has(tag)))
  }

  /** When any collection that the tags are of last changed, in milliseconds; undefined when none did. */
  lastChangeOf(tags: readonly Tag[]): number | undefined {
    const times = tags.map((tag) => this.lastChanged.get(collectionOf(tag)) ?? 0)
    return Math.max(0, ...times) || undefined
  }
}
