import { LRUCache } from 'lru-cache'
import type { Tag } from '../changes/tags.ts'
import type { Answer } from './answer.ts'

/** Spellings of a question by which its answer is found without reading them. */
const mostAliases = 8
const longestAlias = 4096

/** The answers, bounded in bytes: what was not asked for the longest goes first. */
export class Store {
  private readonly answers: LRUCache<string, Answer>
  private readonly aliased = new Map<string, Answer>()
  private readonly dependents = new Map<Tag, Set<Answer>>()

  constructor(private readonly maxBytes: number) {
    this.answers = new LRUCache<string, Answer>({
      maxSize: maxBytes,
      sizeCalculation: (answer) => answer.size,
      dispose: (answer) => this.unlink(answer),
      // Set again, an answer has only grown.
      noDisposeOnSet: true,
    })
  }

  get count(): number {
    return this.answers.size
  }

  get bytes(): number {
    return this.answers.calculatedSize
  }

  /** One answer must not push out all others. */
  takes(bytes: number): boolean {
    return bytes <= this.maxBytes / 8
  }

  /** @param alias a spelling of a question */
  byAlias(alias: string): Answer | undefined {
    const answer = this.aliased.get(alias)
    // Asked for, it goes to the end of the line.
    return answer && this.answers.get(answer.key)
  }

  byKey(key: string): Answer | undefined {
    return this.answers.get(key)
  }

  add(answer: Answer): void {
    this.answers.delete(answer.key)
    for (const tag of answer.tags) {
      const own = this.dependents.get(tag) ?? new Set<Answer>()
      this.dependents.set(tag, own.add(answer))
    }
    this.measure(answer)
  }

  addAlias(answer: Answer, alias: string): void {
    if (!this.has(answer) || alias.length > longestAlias || this.aliased.has(alias)) return
    answer.aliases.push(alias)
    this.aliased.set(alias, answer)
    const eldest = answer.aliases.length > mostAliases ? answer.aliases.shift() : undefined
    if (eldest !== undefined) this.aliased.delete(eldest)
    this.measure(answer)
  }

  /** Counts the bytes of an answer again, which grows when it is given in another encoding. */
  remeasure(answer: Answer): void {
    if (this.has(answer)) this.measure(answer)
  }

  /** Drops every answer that depends on one of the tags. */
  drop(tags: readonly Tag[]): void {
    for (const tag of tags) {
      for (const answer of this.dependents.get(tag) ?? []) this.answers.delete(answer.key)
    }
  }

  clear(): void {
    this.answers.clear()
  }

  private has(answer: Answer): boolean {
    return this.answers.peek(answer.key) === answer
  }

  private measure(answer: Answer): void {
    this.answers.set(answer.key, answer)
    // One that has come to be larger than all there is room for is not taken.
    if (!this.answers.has(answer.key)) this.unlink(answer)
  }

  private unlink(answer: Answer): void {
    for (const alias of answer.aliases) this.aliased.delete(alias)
    for (const tag of answer.tags) {
      const own = this.dependents.get(tag)
      own?.delete(answer)
      if (own?.size === 0) this.dependents.delete(tag)
    }
  }
}
