import {
  type CollectionConfig,
  type CollectionSlug,
  NotFound,
  type PayloadRequest,
  type Plugin,
  type UploadConfig,
  type Where,
} from 'payload'
import { answerForFormerFile } from '../memento/former-file.ts'
import { answerConditions, type Filed } from '../rest/file-conditions.ts'

/**
 * Answers for a file what Payload does not: a 304 to who has it; for one that no document has, what became of it when it was public, else 404. Payload goes to the disk at once where everybody may read, and
 * answers 500 when it finds nothing there.
 */
export const missingFiles: Plugin = (config) => ({
  ...config,
  collections: (config.collections ?? []).map((collection) => {
    const upload = uploadOf(collection)
    if (!upload) return collection
    return { ...collection, upload: { ...upload, handlers: [known, ...(upload.handlers ?? [])] } }
  }),
})

const uploadOf = ({ upload }: CollectionConfig): UploadConfig | undefined =>
  upload === true ? {} : upload || undefined

const known: NonNullable<UploadConfig['handlers']>[number] = async (req, { doc, params }) => {
  const { filename } = params
  const collection = params.collection as CollectionSlug
  const where = isNamed(filename, req, collection)
  // With a rule for reading Payload has looked already.
  const found: Filed | null =
    typeof doc === 'object' ? doc : await req.payload.db.findOne({ collection, req, where })
  const answer = found
    ? answerConditions(req, found, filename)
    : await answerForFormerFile(req, collection, filename)
  if (!found && !answer) throw new NotFound(req.t)
  // What says nothing leaves it to the next one, which Payload's type does not know.
  return answer as unknown as undefined
}

function isNamed(filename: string, req: PayloadRequest, collection: CollectionSlug): Where {
  const { imageSizes = [] } = req.payload.collections[collection].config.upload
  const names = ['filename', ...imageSizes.map(({ name }) => `sizes.${name}.filename`)]
  return { or: names.map((name) => ({ [name]: { equals: filename } })) }
}
