import { isDeepStrictEqual } from 'node:util'
import type { PayloadRequest, TypedLocale } from 'payload'
import { hindrancesOf } from '../../review/evidence.ts'
import { reviewOptionsOf } from '../../review/options.ts'
import type { Collection, Doc } from './existing.ts'

export type Count = {
  created: number
  updated: number
  published: number
  unchanged: number
  /** How many stay drafts though they were to be published. */
  'kept back'?: number
}

/** What became of a document. */
export type Written = {
  collection: Collection
  id: string
  title: string
  action: 'created' | 'updated' | 'unchanged'
}

/** Writes documents as drafts, or publishes them, and leaves alone what would stay the same. */
export class DocumentWriter {
  readonly counts: Partial<Record<Collection, Count>> = {}
  /** What could not be published, and why. */
  readonly warnings: string[] = []
  /** Every document that was asked for, in the order in which it was. */
  readonly written: Written[] = []
  readonly #req: PayloadRequest
  readonly #locale: TypedLocale
  readonly #publish: boolean

  constructor(req: PayloadRequest, locale: string, publish: boolean) {
    this.#req = req
    this.#locale = locale as TypedLocale
    this.#publish = publish
  }

  /** Brings the document to what `data` says, or creates it, then with `first` as well. */
  async save(collection: Collection, doc: Doc | undefined, data: object, first: object = {}) {
    if (doc) {
      await this.#update(collection, doc, data)
      return doc.id
    }
    return (await this.create(collection, { ...data, ...first }, this.#publish)).id
  }

  async create(collection: Collection, data: object, toPublish = false): Promise<Doc> {
    const publish = toPublish && (await this.#mayPublish(collection, data))
    const status = publish ? 'published' : 'draft'
    const doc = await this.#req.payload.create({
      ...this.#common,
      collection,
      data: { ...data, _status: status } as never,
      draft: !publish,
    })
    const count = this.#count(collection)
    count.created++
    if (publish) count.published++
    this.#note(collection, String(doc.id), data, 'created')
    return doc as unknown as Doc
  }

  /** Completes a draft that this import has created, which counts as part of creating it. */
  async complete(collection: Collection, { id }: Doc, data: object): Promise<void> {
    if (!this.#publish) return this.#saveDraft(collection, id, data)
    await this.#publishDocument(collection, id, data)
    this.#count(collection).published++
  }

  async #update(collection: Collection, doc: Doc, data: object): Promise<void> {
    const isChanged = !says(doc, data)
    const count = this.#count(collection)
    if (isChanged) count.updated++
    else count.unchanged++
    this.#note(collection, doc.id, data, isChanged ? 'updated' : 'unchanged')
    if (!this.#publish) {
      if (isChanged) await this.#saveDraft(collection, doc.id, data)
      return
    }
    if (!isChanged && doc._status === 'published') return
    const draftOver =
      doc._status === 'published' ? undefined : await this.#public(collection, doc.id)
    if (draftOver && says(draftOver, data)) return
    if (!(await this.#mayPublish(collection, { ...doc, ...data }))) {
      if (isChanged) await this.#saveDraft(collection, doc.id, data)
      return
    }
    await this.#publishDocument(collection, doc.id, data, draftOver !== undefined)
    count.published++
  }

  /** A claim that lacks what it needs stays a draft, and the import says so. */
  async #mayPublish(collection: Collection, data: object): Promise<boolean> {
    const { payload } = this.#req
    if (collection !== 'claims' || !reviewOptionsOf(payload.config).evidenceRequired) return true
    const hindrances = await hindrancesOf(data, this.#req)
    if (hindrances.length === 0) return true
    const [{ message } = { message: '' }] = hindrances
    const { statement } = data as { statement?: string }
    this.warnings.push(`"${statement}" stays a draft. ${message}`)
    const count = this.#count(collection)
    count['kept back'] = (count['kept back'] ?? 0) + 1
    return false
  }

  async #saveDraft(collection: Collection, id: string, data: object): Promise<void> {
    const options = { ...this.#common, collection, id, draft: true }
    await this.#req.payload.update({ ...options, data: data as never })
  }

  /** Over a published document with a newer draft, the draft of the other languages stays a draft. */
  async #publishDocument(
    collection: Collection,
    id: string,
    data: object,
    isOverDraft = false,
  ): Promise<void> {
    await this.#req.payload.update({
      ...this.#common,
      ...(isOverDraft ? { publishSpecificLocale: this.#locale } : {}),
      collection,
      data: { ...data, _status: 'published' } as never,
      id,
    })
  }

  /** What readers see of a document, if they see it. */
  async #public(collection: Collection, id: string): Promise<Doc | undefined> {
    const found = await this.#req.payload.findByID({ ...this.#common, collection, id })
    const doc = found as unknown as Doc
    return doc._status === 'published' ? doc : undefined
  }

  get #common() {
    return {
      depth: 0,
      fallbackLocale: false as const,
      locale: this.#locale,
      req: this.#req,
    }
  }

  #note(collection: Collection, id: string, data: object, action: Written['action']): void {
    const { statement, title = statement } = data as { statement?: string; title?: string }
    this.written.push({ collection, id, title: title ?? '', action })
  }

  #count(collection: Collection): Count {
    this.counts[collection] ??= { created: 0, updated: 0, published: 0, unchanged: 0 }
    return this.counts[collection]
  }
}

const says = (doc: Doc, data: object): boolean =>
  Object.entries(data).every(([field, value]) =>
    isDeepStrictEqual(comparable(value), comparable(doc[field])),
  )

/** A value without what Payload adds to it: ids of rows and links, and the many forms of nothing. */
function comparable(value: unknown): unknown {
  if (value === undefined || value === null || value === '') return null
  if (Array.isArray(value)) return value.length === 0 ? null : value.map(comparable)
  if (typeof value !== 'object') return value
  const fields = Object.entries(value)
    .filter(([name]) => name !== 'id')
    .map(([name, inner]) => [name, comparable(inner)] as const)
    .filter(([, inner]) => inner !== null)
  return fields.length === 0 ? null : Object.fromEntries(fields)
}
