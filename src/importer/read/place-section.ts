import type { Item, Resource } from '../flyer.ts'
import { links, plainText } from '../inline.ts'
import type { Block, Inline, List, Paragraph } from '../rich-text.ts'
import { type Drafts, inlinesOf } from './drafts.ts'
import { isHashtagLine } from './hashtag.ts'
import { leadOf } from './leads.ts'
import type { Holds } from './outline.ts'
import { introducesDemands, labelsSource, pointsToMore } from './phrases.ts'
import { resourcesOn } from './resource-lines.ts'

type Placed = { body: Block[]; items: Item[] }

/** Sorts what stands under a heading into its items and its own text. */
export function placeSection(blocks: readonly Block[], holds: Holds, drafts: Drafts): Placed {
  return new SectionPlacer(blocks, holds, drafts).placed
}

class SectionPlacer {
  readonly placed: Placed = { body: [], items: [] }
  readonly #holds: Holds
  readonly #drafts: Drafts
  /** Demands set apart by lists, headings or leads leave the other paragraphs to the section. */
  readonly #isListed: boolean

  constructor(blocks: readonly Block[], holds: Holds, drafts: Drafts) {
    this.#holds = holds
    this.#drafts = drafts
    this.#isListed = blocks.some(
      (block) => block.type !== 'paragraph' || (!isSourceLine(block) && leadOf(block.children)),
    )
    for (let i = 0; i < blocks.length; i++) {
      const block = blocks[i] as Block
      if (block.type === 'heading' && holds === 'demands') {
        const end = endOfDemand(blocks, i)
        this.#item(drafts.addDemand(blocks.slice(i, end)), blocks.slice(i, end))
        i = end - 1
      } else if (block.type === 'list') this.#list(block, blocks[i - 1])
      else if (block.type === 'paragraph') this.#paragraph(block)
      else this.#text(block)
    }
  }

  #list(list: List, before: Block | undefined): void {
    const introduced = before?.type === 'paragraph' && introducesDemands(plainText(before.children))
    const holds = this.#holds === 'claims' && introduced ? 'demands' : this.#holds
    for (const item of list.items) {
      if (holds === 'resources') this.#resourceItem(item)
      else if (holds === 'demands') this.#item(this.#drafts.addDemand(item), item)
      else if (isResource(item)) this.#resources(item)
      else this.#item(this.#drafts.addClaim(item), item)
    }
  }

  #paragraph(block: Paragraph): void {
    const { children } = block
    const isSource = isSourceLine(block) || (this.#holds === 'resources' && hasLink(children))
    if (isSource) this.#resourceLine(block)
    else if (leadOf(children) && !labelsLink(children)) this.#headlined(block)
    else if (this.#holds === 'demands' && !this.#isListed && !isHashtagLine(block)) {
      this.#headlined(block)
    } else this.#text(block)
  }

  #headlined(block: Paragraph): void {
    if (this.#holds === 'resources') this.#text(block)
    else if (this.#holds === 'demands') this.#item(this.#drafts.addDemand([block]), [block])
    else this.#item(this.#drafts.addClaim([block]), [block])
  }

  /** A line that holds more than its resources stays in the text as well. */
  #resourceLine(block: Paragraph): void {
    if (!this.#resources([block])) this.placed.body.push(block)
  }

  #resourceItem(item: Block[]): void {
    const [first, ...others] = item
    if (first?.type !== 'paragraph' || others.length > 0) this.#text(...item)
    else if (hasLink(first.children)) this.#resourceLine(first)
    else this.#resource({ title: plainText(first.children) })
  }

  /** @returns whether the resources hold every word of the blocks. */
  #resources(blocks: readonly Block[]): boolean {
    const lines = blocks.flatMap(inlinesOf).map(resourcesOn)
    for (const resource of lines.flatMap((line) => line.resources)) this.#resource(resource)
    return lines.every((line) => line.isWhole)
  }

  #resource(resource: Resource): void {
    const item = this.#drafts.addResource(resource)
    const isThere = this.placed.items.some((i) => i.kind === 'resource' && i.index === item.index)
    if (!isThere) this.placed.items.push(item)
  }

  #item(item: Item | undefined, blocks: readonly Block[]): void {
    if (item) this.placed.items.push(item)
    else this.#drafts.setAside(blocks)
  }

  #text(...blocks: Block[]): void {
    this.placed.body.push(...blocks)
    for (const text of blocks.flatMap(inlinesOf)) this.#drafts.addDocuments(text)
  }
}

/** Up to the next demand's heading, or to a closing line that names a source. */
function endOfDemand(blocks: readonly Block[], start: number): number {
  const end = blocks.findIndex(
    (block, i) =>
      i > start &&
      (block.type === 'heading' || (block.type === 'paragraph' && isSourceLine(block))),
  )
  return end < 0 ? blocks.length : end
}

/** "For more info, see …", "Source: …" with a link. */
const isSourceLine = ({ children }: Paragraph): boolean => {
  const text = plainText(children)
  return hasLink(children) && (pointsToMore(text) || labelsSource(text.split(':')[0] ?? ''))
}

/** In a list of claims: an item that is a link and nothing else, or names its source. */
function isResource([first, ...others]: Block[]): boolean {
  if (first?.type !== 'paragraph' || others.length > 0) return false
  const { resources, isWhole } = resourcesOn(first.children)
  const isOne = resources.length === 1 && first.children[0]?.type === 'link'
  return isWhole && resources.length > 0 && (isOne || isSourceLine(first))
}

/** "Sign the petition: example.org/sign" states nothing. */
const labelsLink = (text: readonly Inline[]): boolean =>
  leadOf(text)?.rest.every((inline) => inline.type === 'link') ?? false

const hasLink = (text: readonly Inline[]): boolean => links(text).length > 0
