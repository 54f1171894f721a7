import { z } from 'zod'
import { UsageError } from '../../errors.ts'
import { hasWords } from '../inline.ts'
import type { Block } from '../rich-text.ts'
import { asText, convert } from './convert.ts'
import { listsOf, type Part, partKinds, partsOf, type Sheet } from './sheet.ts'

const name = z.string().min(1).max(100)
const longestTitle = 1000

const titleAccepted = `accepted: a title of 1 to ${longestTitle} characters`
const title = z.string().trim().min(1, titleAccepted).max(longestTitle, titleAccepted)

/** What an editor may change of a flyer before it is imported, one thing at a time. */
export const changeSchema = z.union(
  [
    z.strictObject({ part: name, kind: z.enum(partKinds) }),
    z.strictObject({ part: name, title }),
    z.strictObject({ part: name, merge: z.literal(true) }),
  ],
  {
    error: `accepted: { part, kind: ${partKinds.join(' | ')} }, { part, title } with 1 to ${longestTitle} characters, or { part, merge: true }`,
  },
)

export type Change = z.infer<typeof changeSchema>

/**
 * Does the changes one after the other, in the sheet itself.
 *
 * @throws UsageError for a change that cannot be done, which it names
 */
export function applyChanges(sheet: Sheet, changes: readonly Change[]): void {
  for (const [i, change] of changes.entries()) {
    const problem = apply(sheet, change)
    if (problem) throw new UsageError(`changes.${i}: ${problem}`)
  }
}

function apply(sheet: Sheet, change: Change): string | undefined {
  if ('title' in change) return retitle(sheet, change.part, change.title)
  const one = partsOf(sheet).find(({ id }) => id === change.part)
  if (!one) return noSuchPart(sheet, change.part)
  return 'merge' in change ? merge(sheet, one) : become(sheet, one, change.kind)
}

function become(sheet: Sheet, one: Part, kind: Part['kind']): string | undefined {
  const rest = convert(one, kind)
  if (kind !== 'text' && kind !== 'nothing' && !hasWords(one.title)) {
    return `${one.id} has no words that could be a title`
  }
  if (rest) {
    const list = listOf(sheet, one)
    list.splice(list.indexOf(one) + 1, 0, rest)
  }
  if (kind === 'nothing') leaveSourcesOut(sheet, one)
  else bringSourcesBack(one)
  return undefined
}

/** A source that is nothing but a left-out claim's goes with it. */
function leaveSourcesOut(sheet: Sheet, one: Part): void {
  for (const source of one.sources) {
    const isElsewhere = partsOf(sheet).some(
      (other) => other.kind === 'claim' && other.sources.includes(source),
    )
    if (!sheet.loose.includes(source) || isElsewhere || source.kind === 'nothing') continue
    source.kind = 'nothing'
    source.leftWith = one.id
  }
}

function bringSourcesBack({ id, sources }: Part): void {
  for (const source of sources) {
    if (source.leftWith !== id) continue
    source.kind = 'resource'
    source.leftWith = undefined
  }
}

function retitle(sheet: Sheet, id: string, title: string): string | undefined {
  if (id === 'title' || id === 'summary') {
    sheet.campaign[id] = title
    return undefined
  }
  const section = sheet.sections.find((one) => one.id === id)
  if (section) {
    section.heading = title
    return undefined
  }
  const one = partsOf(sheet).find((other) => other.id === id)
  if (!one) return noSuchPart(sheet, id)
  if (one.form === 'text') return `${id} is a text and has no title`
  if (!hasWords(title)) return 'a title has words'
  one.title = title
  return undefined
}

function merge(sheet: Sheet, one: Part): string | undefined {
  const before = mergesInto(sheet, one)
  if (!before) return `${one.id} has nothing before it that it could be merged into`
  before.body =
    before.form === 'text' ? joined(before.body, asText(one)) : [...before.body, ...asText(one)]
  before.sources = [...new Set([...before.sources, ...one.sources])]
  const list = listOf(sheet, one)
  list.splice(list.indexOf(one), 1)
  one.kind = 'nothing'
  one.mergedInto = before.id
  return undefined
}

/** What stands right before a part in its section and can hold its words. */
export function mergesInto(sheet: Sheet, one: Part): Part | undefined {
  const list = listOf(sheet, one)
  if (list === sheet.loose || one.kind === 'nothing') return undefined
  const before = list.slice(0, list.indexOf(one)).findLast(({ kind }) => kind !== 'nothing')
  return before?.form === 'resource' ? undefined : before
}

/** Two paragraphs become one; anything else stands below. */
function joined(before: readonly Block[], after: readonly Block[]): Block[] {
  const last = before.at(-1)
  const [first, ...others] = after
  if (last?.type !== 'paragraph' || first?.type !== 'paragraph') return [...before, ...after]
  const children = [...last.children, { type: 'text' as const, text: ' ' }, ...first.children]
  return [...before.slice(0, -1), { type: 'paragraph', children }, ...others]
}

const listOf = (sheet: Sheet, one: Part): Part[] =>
  listsOf(sheet).find((list) => list.includes(one)) ?? []

const noSuchPart = (sheet: Sheet, id: string): string =>
  `there is no part "${id}"; accepted: ${[
    'title',
    'summary',
    ...sheet.sections.map((section) => section.id),
    ...partsOf(sheet).map((one) => one.id),
  ].join(', ')}`
