import { hasWords, links, plainText, rawText, splitAt, tidy } from '../inline.ts'
import type { Inline } from '../rich-text.ts'
import { labelsNote } from './phrases.ts'
import { firstSentenceEnd } from './sentences.ts'

const longestLead = 80
const mostWords = 8

/** A text in two: what stands for it, and what it goes on to say. */
export type Lead = { lead: Inline[]; rest: Inline[] }

/**
 * A bold beginning set apart from what follows, or a few words before a colon. The colon or dash that
 * only sets them apart goes; every word stays.
 */
export function leadOf(inlines: readonly Inline[]): Lead | undefined {
  return boldLead(inlines) ?? colonLead(inlines)
}

/** The text's first sentence and the others. */
export function firstSentence(inlines: readonly Inline[]): Lead {
  const [lead, rest] = splitAt(inlines, firstSentenceEnd(rawText(inlines).replace(/\n/g, ' ')))
  if (!hasWords(rawText(lead))) return { lead: tidy(inlines), rest: [] }
  return { lead: tidy(lead), rest: tidy(rest) }
}

function boldLead(inlines: readonly Inline[]): Lead | undefined {
  const size = inlines.findIndex((inline) => !isBold(inline))
  if (size < 1) return undefined
  const raw = rawText(inlines)
  const bold = rawText(inlines.slice(0, size))
  const after = raw.slice(bold.length)
  const ends = /([:.?!…]|\s[—–-]|[—–])\s*$/.test(bold) && !/^[\p{Ll},;]/u.test(after.trimStart())
  const apart = ends || /:\s*$/.test(bold) || /^(\s*:|\s+[—–-]\s|[—–]|[.?!…]|\s*\n)/.test(after)
  if (!apart) return undefined
  // "**Stop it**. Now": the full stop belongs to the lead, a colon or dash to neither.
  const stop = /^\s*[.?!…]+/.exec(after)?.[0].length ?? 0
  return separate(inlines, bold.length + stop)
}

function colonLead(inlines: readonly Inline[]): Lead | undefined {
  const raw = rawText(inlines)
  const colon = /:\s/.exec(raw)?.index ?? -1
  if (colon < 1 || colon > longestLead) return undefined
  const label = raw.slice(0, colon)
  if (label.trim().split(/\s+/).length > mostWords) return undefined
  if (/[.?!;\n]\s|[“"«(][^”"»)]*$/.test(label) || labelsNote(label)) return undefined
  return separate(inlines, colon)
}

function separate(inlines: readonly Inline[], offset: number): Lead | undefined {
  const raw = rawText(inlines)
  const lead = /\s*[:—–-]?\s*$/.exec(raw.slice(0, offset))?.[0] ?? ''
  const rest = /^\s*([:—–]|-\s)?\s*/.exec(raw.slice(offset))?.[0] ?? ''
  const [head] = splitAt(inlines, offset - lead.length)
  const [, tail] = splitAt(inlines, offset + rest.length)
  const found = { lead: tidy(head), rest: tidy(tail) }
  return hasWords(plainText(found.lead)) && hasWords(plainText(found.rest)) ? found : undefined
}

const isBold = (inline: Inline): boolean =>
  inline.type === 'text'
    ? inline.bold === true
    : links([inline]).some((l) => l.children.every(isBold))
