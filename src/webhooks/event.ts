import type { Change } from '../changes/change.ts'
import type { Webhook } from './stored.ts'

/** What a receiver is told: that something happened, and where it is read. */
export type WebhookEvent = {
  /** `claims.updated`: the collection and what became of the document; or `ping`. */
  type: string
  /** When it happened, as an ISO date. */
  timestamp: string
  data: object
}

/** @param apiUrl where the REST API answers, without a trailing slash */
export function eventOf(change: Change, apiUrl: string): WebhookEvent {
  const { sequence, collection, id, slug, kind, locales, at, digest, isCorrection = false } = change
  return {
    type: `${collection}.${kind}`,
    timestamp: at,
    data: {
      ...{ sequence, collection, id, slug, kind, isCorrection, locales, at, digest },
      url: `${apiUrl}/${collection}/${id}`,
    },
  }
}

/** Whether a webhook is to be told of a change; an empty list stands for all. */
export const wants = (
  { collections, kinds }: Pick<Webhook, 'collections' | 'kinds'>,
  change: Change,
): boolean => includes(collections, change.collection) && includes(kinds, change.kind)

const includes = <T>(list: readonly T[] | null | undefined, value: T): boolean =>
  !list || list.length === 0 || list.includes(value)

/** Whether somebody has to say that they have seen it: what they quoted no longer holds. */
export const asksToBeAcknowledged = ({ kind, isCorrection }: Change): boolean =>
  kind === 'retracted' || isCorrection === true
