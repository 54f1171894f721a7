import type { Inline, Text } from './rich-text.ts'

/** The text as it stands, line ends included; offsets for `splitAt` count in it. */
export function rawText(inlines: readonly Inline[]): string {
  return inlines.map(rawOf).join('')
}

/** The words alone, on one line. */
export function plainText(inlines: readonly Inline[]): string {
  return rawText(inlines).replace(/\s+/g, ' ').trim()
}

/** Cuts after `offset` characters of the raw text; a link cut in two keeps its address on both sides. */
export function splitAt(inlines: readonly Inline[], offset: number): [Inline[], Inline[]] {
  const before: Inline[] = []
  const after: Inline[] = []
  let left = offset
  for (const inline of inlines) {
    const { length } = rawOf(inline)
    if (length <= left) before.push(inline)
    else if (left <= 0) after.push(inline)
    else {
      const [head, tail] = cut(inline, left)
      before.push(head)
      after.push(tail)
    }
    left -= length
  }
  return [before, after]
}

/** The lines a paragraph was written in. */
export function linesOf(inlines: readonly Inline[]): Inline[][] {
  const lines: Inline[][] = []
  let rest = [...inlines]
  for (;;) {
    const end = rawText(rest).indexOf('\n')
    if (end < 0) break
    const [line, more] = splitAt(rest, end)
    lines.push(line)
    rest = splitAt(more, 1)[1]
  }
  return [...lines, rest].map(tidy).filter((line) => line.length > 0)
}

/** Soft line ends become spaces, runs of space one space, the ends are trimmed, like pieces joined. */
export function tidy(inlines: readonly Inline[]): Inline[] {
  const tidied: Inline[] = []
  let open = false
  for (const inline of inlines) {
    if (inline.type === 'break') {
      trimEnd(tidied)
      if (tidied.length > 0) tidied.push(inline)
      open = false
      continue
    }
    const pieces = inline.type === 'link' ? inline.children : [inline]
    const kept: Text[] = []
    for (const piece of pieces) {
      let text = piece.text.replace(/\s+/g, ' ')
      if (!open) text = text.trimStart()
      if (text === '') continue
      open = !text.endsWith(' ')
      joinText(kept, { ...piece, text })
    }
    if (inline.type === 'link') {
      if (kept.length > 0) tidied.push({ ...inline, children: kept })
    } else for (const piece of kept) joinText(tidied, piece)
  }
  trimEnd(tidied)
  return tidied
}

export const links = (inlines: readonly Inline[]) => inlines.filter((i) => i.type === 'link')

export const hasWords = (text: string): boolean => /[\p{L}\p{N}]/u.test(text)

function rawOf(inline: Inline): string {
  if (inline.type === 'break') return '\n'
  if (inline.type === 'text') return inline.text
  return inline.children.map((child) => child.text).join('')
}

function cut(inline: Inline, offset: number): [Inline, Inline] {
  if (inline.type === 'link') {
    const [head, tail] = splitAt(inline.children, offset) as [Text[], Text[]]
    return [
      { ...inline, children: head },
      { ...inline, children: tail },
    ]
  }
  if (inline.type === 'break') return [inline, inline]
  return [
    { ...inline, text: inline.text.slice(0, offset) },
    { ...inline, text: inline.text.slice(offset) },
  ]
}

function joinText<T extends Inline>(to: (T | Text)[], piece: Text): void {
  const last = to.at(-1)
  const alike =
    last?.type === 'text' &&
    last.bold === piece.bold &&
    last.italic === piece.italic &&
    last.code === piece.code
  if (alike) to[to.length - 1] = { ...last, text: last.text + piece.text }
  else to.push(piece)
}

function trimEnd(inlines: Inline[]): void {
  for (let last = inlines.pop(); last; last = inlines.pop()) {
    if (last.type === 'break') continue
    if (last.type === 'link') {
      const children = [...last.children]
      trimEnd(children)
      if (children.length === 0) continue
      inlines.push({ ...last, children })
      return
    }
    const text = last.text.trimEnd()
    if (text === '') continue
    inlines.push({ ...last, text })
    return
  }
}
