import { plainText } from '../inline.ts'
import type { Block, Inline } from '../rich-text.ts'
import { type HeadingLine, headingOf, isQuestion } from './headings.ts'
import { asksFor, pointsToMore } from './phrases.ts'
import { titleOf } from './title.ts'

/** What the lists under a heading are lists of. */
export type Holds = 'claims' | 'demands' | 'resources'

/** A heading and what stands under it. */
export type Part = {
  heading: Inline[]
  holds: Holds
  /** The rank of the heading that asks; deeper headings ask with it. */
  asksFrom?: number
  blocks: Block[]
}

export type Outline = {
  title: Inline[]
  /** Whether the title is a line of its own, and not the first words of the text. */
  isTitled: boolean
  /** What stands before the title. */
  above: readonly Block[]
  intro: Block[]
  parts: Part[]
}

/** Divides a flyer at its headings. */
export function outline(blocks: readonly Block[]): Outline {
  const { words, at } = titleOf(blocks)
  const intro: Block[] = []
  const parts: Part[] = []
  for (let i = at + 1; i < blocks.length; i++) {
    const block = blocks[i] as Block
    const next = blocks[i + 1]
    const heading = headingOf(block, next)
    const part = parts.at(-1)
    if (!heading || (part && introducesList(heading, part))) (part?.blocks ?? intro).push(block)
    else if (part && isDemandHeading(heading, part, next)) {
      part.blocks.push({ type: 'heading', level: 6, children: heading.children })
    } else parts.push(openPart(heading, part, next))
  }
  return { title: words, isTitled: at >= 0, above: blocks.slice(0, Math.max(at, 0)), intro, parts }
}

function openPart(heading: HeadingLine, above: Part | undefined, next: Block | undefined): Part {
  const { children, rank } = heading
  const holds = holdsUnder(plainText(children))
  const from = holds === 'claims' && next?.type === 'list' ? asksOver(heading, above) : undefined
  if (holds !== 'demands' && from === undefined) return { heading: children, holds, blocks: [] }
  return { heading: children, holds: 'demands', asksFrom: from ?? rank, blocks: [] }
}

const holdsUnder = (heading: string): Holds => {
  if (pointsToMore(heading)) return 'resources'
  return asksFor(heading) ? 'demands' : 'claims'
}

/** "Amazon must:" right under "What we ask" leads to the list there, and heads nothing of its own. */
function introducesList({ children, isLine }: HeadingLine, part: Part): boolean {
  const text = plainText(children)
  if (!isLine || !/:$/.test(text)) return false
  const holds = holdsUnder(text)
  const isFirstList = !part.blocks.some((block) => block.type === 'list')
  if (part.holds === 'demands') return isFirstList && holds !== 'resources'
  return part.blocks.length === 0 && holds === 'claims'
}

/** A heading under "What we ask", as long as no list there has named the demands. */
function isDemandHeading(heading: HeadingLine, part: Part, next: Block | undefined): boolean {
  return (
    asksOver(heading, part) !== undefined &&
    next?.type !== 'list' &&
    !part.blocks.some((block) => block.type === 'list') &&
    holdsUnder(plainText(heading.children)) !== 'resources'
  )
}

/** The rank of the asking heading that this one is under. A question asks something else. */
function asksOver({ children, rank }: HeadingLine, part: Part | undefined): number | undefined {
  const from = part?.asksFrom
  return from !== undefined && rank > from && !isQuestion(children) ? from : undefined
}
