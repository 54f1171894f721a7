import type { Claim, Demand, Item, Resource } from '../flyer.ts'
import { hasWords, links, plainText } from '../inline.ts'
import type { Block, Inline } from '../rich-text.ts'
import { firstSentence, leadOf } from './leads.ts'
import { documentsIn, saysNothing, sourcesIn } from './resource-lines.ts'

/** Gathers what a flyer's sections hold, in order. */
export class Drafts {
  readonly claims: Claim[] = []
  readonly demands: Demand[] = []
  readonly resources: Resource[] = []
  readonly warnings: string[]
  /** What found no place: it goes into the campaign's body. */
  readonly unplaced: Block[] = []

  constructor(warnings: readonly string[]) {
    this.warnings = [...warnings]
  }

  /** @returns undefined when the blocks open with nothing that could be a statement. */
  addClaim(blocks: readonly Block[]): Item | undefined {
    const found = headlined(blocks)
    if (!found) return undefined
    const places = new Map<number, string>()
    for (const { place, resource } of blocks.flatMap(inlinesOf).flatMap(sourcesIn)) {
      const { index } = this.addResource(resource)
      places.set(index, places.get(index) || (place ?? ''))
    }
    this.claims.push({
      statement: found.headline,
      body: found.body,
      sources: [...places.keys()],
      ...([...places.values()].some(Boolean) ? { places: [...places.values()] } : {}),
    })
    return { kind: 'claim', index: this.claims.length - 1 }
  }

  /** @returns undefined when the blocks open with nothing that could be a title. */
  addDemand(blocks: readonly Block[]): Item | undefined {
    const found = headlined(blocks)
    if (!found) return undefined
    this.demands.push({ title: found.headline, body: found.body })
    return { kind: 'demand', index: this.demands.length - 1 }
  }

  /** One address is one resource, and a name says more than the address again. */
  addResource(resource: Resource): Item {
    const same = this.resources.findIndex(({ url, title }) =>
      url || resource.url ? url === resource.url : title === resource.title,
    )
    const known = this.resources[same]
    if (!known) {
      this.resources.push(resource)
      return { kind: 'resource', index: this.resources.length - 1 }
    }
    const title = saysNothing(known.title) ? resource.title : known.title
    this.resources[same] = { ...resource, ...known, title }
    return { kind: 'resource', index: same }
  }

  /** Running text names resources by its links to documents. */
  addDocuments(text: readonly Inline[]): void {
    for (const document of documentsIn(text)) this.addResource(document)
  }

  /** Keeps what has no place among the sections, and says so. */
  setAside(blocks: readonly Block[]): void {
    this.unplaced.push(...blocks)
    const text = blocks.flatMap(inlinesOf).map(plainText).join(' ')
    this.warnings.push(`Not placed, so it is in the campaign's body: "${text}"`)
  }
}

/** Every run of text in a block, those of its lists and quotes too. */
export function inlinesOf(block: Block): Inline[][] {
  if (block.type === 'list') return block.items.flat().flatMap(inlinesOf)
  return block.type === 'quote' ? block.children.flatMap(inlinesOf) : [block.children]
}

/** A lead or, without one, the first sentence, as plain text, and everything after it as rich text. */
export function headlined(
  blocks: readonly Block[],
): { headline: string; body: Block[] } | undefined {
  const [first, ...others] = blocks
  if (first?.type !== 'paragraph' && first?.type !== 'heading') return undefined
  const { lead, rest } =
    (first.type === 'paragraph' ? leadOf(first.children) : { lead: first.children, rest: [] }) ??
    firstSentence(first.children)
  const headline = plainText(lead)
  if (!hasWords(headline)) return undefined
  // Plain text holds no address, so a headline with a link stands in the body once more.
  const children = links(lead).length > 0 ? first.children : rest
  const body: Block[] = children.length > 0 ? [{ type: 'paragraph', children }] : []
  return { headline, body: [...body, ...others] }
}
