import { type Endpoint, NotFound, type SanitizedConfig } from 'payload'
import { isTombstone } from '../../changes/change.ts'
import { isReader } from '../readers/is-reader.ts'
import { withdrawnById } from './answers.ts'
import { idIn } from './revision.ts'
import { publicationsOf } from './time-gate.ts'

/**
 * Has the address of a document by its id answer readers with 410 and the reason once it was withdrawn. What
 * was never public stays a 404. It takes the sanitised config, because Payload adds its own endpoints last.
 */
export function tellWithdrawn(config: SanitizedConfig): SanitizedConfig {
  for (const collection of config.collections) {
    if (!collection.endpoints) continue
    collection.endpoints = collection.endpoints.map((endpoint) =>
      endpoint.method === 'get' && endpoint.path === '/:id'
        ? telling(collection.slug, endpoint)
        : endpoint,
    )
  }
  return config
}

const telling = (collection: string, endpoint: Omit<Endpoint, 'root'>): Omit<Endpoint, 'root'> => ({
  ...endpoint,
  async handler(req) {
    try {
      return await endpoint.handler(req)
    } catch (error) {
      const publications = publicationsOf(req, collection)
      if (!(error instanceof NotFound) || !publications || !isReader(req)) throw error
      const latest = await publications.latest(collection, idIn(req))
      if (!latest || !isTombstone(latest)) throw error
      return withdrawnById(req, latest, {})
    }
  },
})
