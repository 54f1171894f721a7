import { UsageError } from '../../errors.ts'
import type { Flyer, Resource, Section } from '../flyer.ts'
import { hasWords, links, plainText } from '../inline.ts'
import { tidyBlock } from '../markdown-text.ts'
import type { Block, Inline } from '../rich-text.ts'
import { Drafts, inlinesOf } from './drafts.ts'
import { hashtagIn, isHashtagLine } from './hashtag.ts'
import { outline, type Part } from './outline.ts'
import { parseMarkdown } from './parse-markdown.ts'
import { placeSection } from './place-section.ts'
import { separateLines } from './separate-lines.ts'
import { targetIn } from './target.ts'

/** A flyer beside its own text: the blocks in their order, and those that found no place. */
export type Understood = { flyer: Flyer; blocks: Block[]; unplaced: Block[] }

/**
 * Turns a campaign's flyer in Markdown into the drafts it describes. Every sentence of the flyer is in
 * them, and no word that is not the flyer's own.
 *
 * @throws UsageError when the flyer has no words.
 */
export const parseFlyer = (markdown: string): Flyer => understandFlyer(markdown).flyer

/** As `parseFlyer`, for whoever is to see what became of the text. */
export function understandFlyer(markdown: string): Understood {
  const { blocks: parsed, warnings } = parseMarkdown(markdown)
  const blocks = separateLines(parsed)
  const lines = blocks.flatMap(linesOf)
  const hashtag = hashtagIn(lines.join('\n'))
  const target = targetIn(lines)
  const told = blocks.filter((block) => !(isHashtagLine(block) && linesOf(block)[0] === hashtag))
  const { title, isTitled, above, intro, parts } = outline(
    told.flatMap(linesOf).some(hasWords) ? told : blocks,
  )
  const name = plainText(title)
  if (!hasWords(name)) throw new UsageError('The flyer has no text')

  const drafts = new Drafts(warnings)
  if (!isTitled) drafts.warnings.push(`No title line, so the first words are the title: "${name}"`)
  if (above.length > 0) drafts.setAside(above)
  const [summary, rest] = summaryOf(intro)
  const opening = placeSection(rest, 'claims', drafts)
  const sections = parts.map((part) => section(part, drafts))
  if (opening.items.length > 0) sections.unshift({ heading: '', body: [], items: opening.items })
  const body = [title, summary].flatMap((text) => inBody(text, drafts))
  body.push(...opening.body, ...drafts.unplaced)
  const { claims, demands, resources } = drafts
  const flyer: Flyer = {
    campaign: {
      title: name,
      summary: plainText(summary),
      body: body.map(tidyBlock),
      ...(target ? { target } : {}),
      ...(hashtag ? { hashtag } : {}),
    },
    sections: sections.map((s) => ({ ...s, body: s.body.map(tidyBlock) })),
    claims: claims.map((claim) => ({ ...claim, body: claim.body.map(tidyBlock) })),
    demands: demands.map((demand) => ({ ...demand, body: demand.body.map(tidyBlock) })),
    resources,
    warnings: [...drafts.warnings, ...withoutAddress(resources)],
  }
  return { flyer, blocks, unplaced: drafts.unplaced }
}

function section({ heading, holds, blocks }: Part, drafts: Drafts): Section {
  const text = plainText(heading)
  const { body, items } = placeSection(blocks, holds, drafts)
  return { heading: text.replace(/\s*:$/, ''), body: [...inBody(heading, drafts), ...body], items }
}

const withoutAddress = (resources: readonly Resource[]): string[] =>
  resources
    .filter((resource) => !resource.url)
    .map((resource) => `The resource "${resource.title}" has no address yet`)

/** The first paragraph is the summary. */
function summaryOf(intro: readonly Block[]): [Inline[], readonly Block[]] {
  const [first, ...others] = intro
  return first?.type === 'paragraph' ? [first.children, others] : [[], intro]
}

/** Plain text holds no address, so words with a link stand in the body once more. */
function inBody(text: Inline[], drafts: Drafts): Block[] {
  if (links(text).length === 0) return []
  drafts.addDocuments(text)
  return [{ type: 'paragraph', children: text }]
}

const linesOf = (block: Block): string[] => inlinesOf(block).map(plainText)
