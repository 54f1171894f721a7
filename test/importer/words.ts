import type { Flyer } from '../../src/importer/flyer.ts'
import { rawText } from '../../src/importer/inline.ts'
import type { Block } from '../../src/importer/rich-text.ts'

export const wordsIn = (text: string): string[] => text.match(/[\p{L}\p{N}]+/gu) ?? []

/** Every text of the drafts, each field and each paragraph on its own, warnings apart. */
export function textsOf({ campaign, sections, claims, demands, resources }: Flyer): string[] {
  return [
    campaign.title,
    campaign.summary,
    campaign.hashtag ?? '',
    campaign.target?.name ?? '',
    ...textsIn(campaign.body),
    ...sections.flatMap((section) => [section.heading, ...textsIn(section.body)]),
    ...claims.flatMap((claim) => [claim.statement, ...textsIn(claim.body)]),
    ...demands.flatMap((demand) => [demand.title, ...textsIn(demand.body)]),
    ...resources.flatMap((resource) => [resource.title, resource.publisher ?? '']),
  ]
}

/** The addresses in the drafts. */
export function addressesOf(flyer: Flyer): string[] {
  return [...JSON.stringify(flyer).matchAll(/"url":"([^"]+)"/g)].map(([, url]) => url as string)
}

export function textsIn(blocks: readonly Block[]): string[] {
  return blocks.flatMap((block) => {
    if (block.type === 'list') return block.items.flatMap(textsIn)
    return block.type === 'quote' ? textsIn(block.children) : [rawText(block.children)]
  })
}
