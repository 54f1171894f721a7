import type { CollectionSlug, PayloadRequest, SanitizedConfig } from 'payload'

type Operator = 'equals' | 'not_equals' | 'exists' | 'less_than' | 'greater_than'
export type Condition = readonly [
  field: string,
  operator: Operator,
  value: string | boolean | number,
]

/** Documents that are looked after: those that meet all conditions of one of the alternatives. */
export type Item = {
  key: ItemKey
  collection: CollectionSlug
  any: readonly (readonly Condition[])[]
  /** In which language a translated field is looked at. */
  locale?: string
  isForAdmins?: boolean
}

export type ItemKey =
  | 'noEvidence'
  | 'reviewDue'
  | 'disputed'
  | 'evidenceLost'
  | 'deadLinks'
  | 'inReview'
  | 'assigned'
  | 'untranslated'
  | 'failingWebhooks'

/** The field that a document is known by, of each kind of content. */
export const headings = {
  campaigns: 'title',
  claims: 'statement',
  demands: 'title',
  resources: 'title',
} as const

const kinds = Object.keys(headings) as (keyof typeof headings)[]

/**
 * What can need somebody's attention, the most urgent first.
 *
 * @param now the time that a review date is compared with
 * @param user whose own work is among it
 */
export function itemsOf(config: SanitizedConfig, now: Date, user: PayloadRequest['user']): Item[] {
  const { localization } = config
  const [, ...others] = localization ? localization.localeCodes : []
  return [
    ...kinds.map((kind) =>
      item('assigned', kind, ['review.assignee', 'equals', String(user?.id)], unpublished),
    ),
    item('disputed', 'claims', ['verification.status', 'equals', 'disputed']),
    item('noEvidence', 'claims', ['evidence.source', 'exists', false], standing),
    item('evidenceLost', 'claims', ['evidenceLost', 'equals', true]),
    item(
      'reviewDue',
      'claims',
      ['verification.reviewBy', 'less_than', now.toISOString()],
      standing,
    ),
    item('deadLinks', 'resources', ['link.status', 'equals', 'dead']),
    ...kinds.map((kind) => item('inReview', kind, ['review.state', 'equals', 'in-review'])),
    ...others.flatMap((locale) =>
      kinds.map((kind) => ({
        ...item('untranslated', kind, [headings[kind], 'exists', false]),
        locale,
      })),
    ),
    failingWebhooks,
  ].filter(({ collection, any }) => any.flat().every(([path]) => has(config, collection, path)))
}

/** A claim that was taken back needs no more looking after. */
const standing: Condition = ['verification.status', 'not_equals', 'retracted']

/** What is published is done, until it has a newer draft. */
const unpublished: Condition = ['_status', 'not_equals', 'published']

const failingWebhooks: Item = {
  key: 'failingWebhooks',
  collection: 'webhooks',
  any: [[['failingSince', 'exists', true]], [['pausedAt', 'exists', true]]],
  isForAdmins: true,
}

const item = (key: ItemKey, collection: CollectionSlug, ...all: Condition[]): Item => ({
  key,
  collection,
  any: [all],
})

/** Whether a collection has the field at a path: what a part of Handbill adds may not be there. */
function has({ collections }: SanitizedConfig, slug: string, path: string): boolean {
  let fields = collections.find((one) => one.slug === slug)?.flattenedFields ?? []
  for (const name of path.split('.')) {
    const field = fields.find((one) => one.name === name)
    if (!field) return false
    fields = 'flattenedFields' in field ? field.flattenedFields : []
  }
  return true
}
