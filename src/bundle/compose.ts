import type { Campaign, Claim, Demand, Resource } from '../../collections/payload-types.ts'
import { figuresOf } from '../rich-text/figure.ts'
import { toHtml } from '../rich-text/html.ts'
import { toPlainText } from '../rich-text/plain-text.ts'
import { type Documents, idOf, type Related } from './documents.ts'
import {
  type Bundle,
  type BundleInput,
  bundleSchema,
  type ClaimInput,
  type DemandInput,
  type ResourceInput,
} from './schema.ts'

/**
 * Puts a campaign's documents together as the bundle, in the order of the campaign.
 *
 * A resource or a claim that is used many times stands whole at each place: a site shows it where it is
 * met, without looking anything up, and compression takes what is repeated.
 *
 * @param locale that the documents were read in
 * @param alternates the other languages that the campaign is in, and where
 */
export function composeBundle(
  campaign: Campaign,
  documents: Documents,
  locale: string,
  alternates: Bundle['alternates'],
): Bundle {
  const compose = composer(documents)
  return bundleSchema.parse({
    ...campaign,
    ...bodyOf(campaign),
    locale,
    alternates,
    image: pick(documents.media, campaign.image),
    sections: (campaign.sections ?? []).map((section) => ({
      ...section,
      ...bodyOf(section),
      items: (section.items ?? []).flatMap(compose.item),
    })),
  } satisfies BundleInput)
}

type Item = BundleInput['sections'][number]['items'][number]
type Relation = { relationTo: Item['relationTo']; value: Related }

/** Composes each document once, however often it is used. */
export function composer({ claims, demands, media, resources }: Documents) {
  const resource = once(
    (one: Resource): ResourceInput => ({
      ...one,
      authors: one.authors ?? [],
      file: pick(media, one.file),
    }),
  )
  const source = (related: Related) => {
    const found = pick(resources, related)
    return found && resource(found)
  }
  const claim = once(
    (one: Claim): ClaimInput => ({
      ...one,
      ...bodyOf(one),
      evidence: (one.evidence ?? []).map((row) => ({ ...row, source: source(row.source) })),
      figures: one.figures ?? [],
    }),
  )
  const demand = once(
    (one: Demand): DemandInput => ({
      ...one,
      ...bodyOf(one),
      history: (one.history ?? []).map((row) => ({ ...row, source: source(row.source) })),
      supportedBy: (one.supportedBy ?? []).flatMap((related) => {
        const found = pick(claims, related)
        return found ? claim(found) : []
      }),
      actions: one.actions ?? [],
    }),
  )

  /** Nothing for what may not be read. */
  const item = ({ relationTo, value }: Relation): Item[] => {
    const found = pick({ claims, demands, resources }[relationTo] as Map<string, never>, value)
    if (!found) return []
    if (relationTo === 'claims') return [{ relationTo, value: claim(found) }]
    if (relationTo === 'demands') return [{ relationTo, value: demand(found) }]
    return [{ relationTo, value: resource(found) }]
  }
  return { item, claim, demand, resource }
}

const pick = <D>(documents: Map<string, D>, related: Related): D | null =>
  documents.get(idOf(related) ?? '') ?? null

function once<D extends object, C>(compose: (document: D) => C): (document: D) => C {
  const made = new WeakMap<D, C>()
  return (document) => {
    const composed = made.get(document) ?? compose(document)
    made.set(document, composed)
    return composed
  }
}

type WithBody = Parameters<typeof figuresOf>[0] & { body?: Record<string, unknown> | null }

function bodyOf(document: WithBody) {
  const figures = figuresOf(document)
  return {
    bodyHtml: toHtml(document.body, figures),
    bodyText: toPlainText(document.body, figures),
  }
}
