import type { Payload } from 'payload'
import type { Addresses } from './links.ts'
import { mementoOptions } from './options.ts'

type Named = { collection: string; id: string; slug?: string | null | undefined }

/** Where the versions of a document are in the API. */
export function apiAddresses(payload: Payload, { collection, id, slug }: Named): Addresses {
  const base = `${mementoOptions(payload)?.publicUrl ?? ''}${payload.config.routes.api}/${collection}`
  return {
    original: slug ? `${base}/slug/${encodeURIComponent(slug)}` : `${base}/${id}`,
    isTimeGate: Boolean(slug),
    timeMap: `${base}/${id}/timemap`,
    revision: (number) => `${base}/${id}/revisions/${number}`,
  }
}
