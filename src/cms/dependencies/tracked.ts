import type { Tag } from '../../changes/tags.ts'
import type { Source } from '../../http/source.ts'
import { track } from './track.ts'

/** A source that also tells what it read for its answer, body included. */
export const tracked =
  (source: Source) =>
  async (request: Request): Promise<{ response: Response; tags: ReadonlySet<Tag> | undefined }> => {
    const { result, tags } = await track(request, async () => {
      const response = await source(request)
      // A body that is made while it is read must have been read before the dependencies are known.
      const body = response.body ? await response.arrayBuffer() : null
      const { headers, status, statusText } = response
      return new Response(body, { headers, status, statusText })
    })
    return { response: result, tags }
  }
