import type { CollectionSlug, PayloadRequest, Where } from 'payload'
import { cellOf, type Row } from './cell.ts'
import type { Column } from './columns.ts'

/** Whether a text can be a document's id at all: MongoDB and SQLite break on some that cannot. */
export const isId = (text: string): boolean =>
  /^([\da-f]{24}|[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12})$/i.test(text)

type Named = { id: string; slug?: string | null }

/** Documents by the name that people know them by, and the other way about. */
export class References {
  readonly #req: PayloadRequest
  readonly #names = new Map<string, string>()
  readonly #ids = new Map<string, string>()
  readonly #asked = new Map<string, Set<string>>()

  constructor(req: PayloadRequest) {
    this.#req = req
  }

  /** Notes a document's id, or a name, that is asked for after `load`. */
  want(collection: string, text: string): void {
    const asked = this.#asked.get(collection) ?? new Set()
    this.#asked.set(collection, asked.add(text))
  }

  async load(): Promise<void> {
    for (const [collection, asked] of this.#asked) {
      const texts = [...asked]
      for (let i = 0; i < texts.length; i += 200)
        await this.#find(collection, texts.slice(i, i + 200))
    }
    this.#asked.clear()
  }

  /** A document's slug, or its id where it has none. */
  nameOf = (collection: string, id: string): string => this.#names.get(`${collection}/${id}`) ?? id

  /** The id of the document that has the name or the id. */
  idOf = (collection: string, text: string): string | undefined =>
    this.#ids.get(`${collection}/${text}`)

  async #find(collection: string, texts: string[]): Promise<void> {
    const ids = texts.filter(isId)
    const hasSlug = this.#hasSlug(collection)
    const where: Where[] = [
      ...(ids.length > 0 ? [{ id: { in: ids } }] : []),
      ...(hasSlug ? [{ slug: { in: texts } }] : []),
    ]
    if (where.length === 0) return
    const { docs } = await this.#req.payload.find({
      collection: collection as CollectionSlug,
      depth: 0,
      draft: true,
      overrideAccess: false,
      pagination: false,
      req: this.#req,
      select: (hasSlug ? { slug: true } : {}) as never,
      trash: true,
      where: { or: where },
    })
    for (const { id, slug } of docs as unknown as Named[]) {
      this.#ids.set(`${collection}/${id}`, id)
      if (!slug) continue
      this.#ids.set(`${collection}/${slug}`, id)
      this.#names.set(`${collection}/${id}`, slug)
    }
  }

  #hasSlug(collection: string): boolean {
    const found = this.#req.payload.collections[collection as CollectionSlug]
    return found?.config.flattenedFields.some(({ name }) => name === 'slug') ?? false
  }
}

/** The collections that a column's documents are of; undefined for a column of anything else. */
export function targetsOf({ field }: Column): string[] | undefined {
  if (field.type !== 'relationship' && field.type !== 'upload') return undefined
  return Array.isArray(field.relationTo) ? field.relationTo : [field.relationTo]
}

/** A reference in two: where a column has several collections, the name is behind the collection's. */
export function parsedReference(column: Column, text: string): [collection: string, name: string] {
  const targets = targetsOf(column) ?? []
  if (!Array.isArray((column.field as { relationTo?: unknown }).relationTo)) {
    return [targets[0] ?? '', text]
  }
  const at = text.indexOf('/')
  return [text.slice(0, at), text.slice(at + 1)]
}

/** Calls for each reference that is stored in a document. */
export function eachStored(
  columns: readonly Column[],
  doc: Record<string, unknown>,
  found: (collection: string, id: string) => void,
): void {
  for (const column of columns) {
    const value = doc[column.name]
    for (const inside of column.columns ? rowsOf(value) : []) {
      eachStored(column.columns ?? [], inside, found)
    }
    const targets = targetsOf(column)
    if (!targets || value === null || value === undefined) continue
    for (const one of Array.isArray(value) ? value : [value]) {
      if (typeof one === 'string') found(targets[0] ?? '', one)
      else if (typeof one?.value === 'string') found(String(one.relationTo), one.value)
    }
  }
}

/** Calls for each reference that a row of a file names. */
export function eachNamed(
  columns: readonly Column[],
  row: Row,
  listOf: (value: unknown) => string[],
  found: (collection: string, name: string) => void,
): void {
  for (const column of columns) {
    const value = row[column.name]
    for (const inside of column.columns ? rowsOf(value) : []) {
      eachNamed(column.columns ?? [], inside as Row, listOf, found)
    }
    if (!targetsOf(column)) continue
    const texts =
      'hasMany' in column.field && column.field.hasMany ? listOf(value) : [cellOf(value)]
    for (const text of texts) if (text) found(...parsedReference(column, text))
  }
}

function rowsOf(value: unknown): Record<string, unknown>[] {
  const rows = Array.isArray(value) ? value : [value]
  return rows.filter((row) => row && typeof row === 'object')
}
