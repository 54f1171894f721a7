import {
  type CollectionBeforeValidateHook,
  type CollectionSlug,
  type FlattenedField,
  type PayloadRequest,
  type SanitizedConfig,
  ValidationError,
} from 'payload'

/**
 * Takes the same values on every database, and gives the same errors for the others: a relation to a
 * document that there is not, an object where a text goes, a choice that is none (which Payload lets a
 * draft have). Dates are kept in one form, for SQLite compares them as texts.
 *
 * It takes the sanitised config, because Payload adds fields of its own last.
 */
export function sameValues(config: SanitizedConfig): SanitizedConfig {
  for (const { hooks } of config.collections) hooks.beforeValidate.push(checkValues)
  return config
}

const checkValues: CollectionBeforeValidateHook = async ({
  collection,
  data,
  originalDoc,
  req,
}) => {
  if (!data) return data
  const found: Found = { mistakes: [], references: [] }
  visit(collection.flattenedFields, data, '', req, found)
  const before: Found = { mistakes: [], references: [] }
  if (originalDoc) visit(collection.flattenedFields, { ...originalDoc }, '', req, before)
  const known = new Set(before.references.map(keyOf))
  found.mistakes.push(
    ...(await missing(
      found.references.filter((r) => !known.has(keyOf(r))),
      req,
    )),
  )
  if (found.mistakes.length > 0) {
    throw new ValidationError({ collection: collection.slug, errors: found.mistakes, req }, req.t)
  }
  return data
}

type Row = Record<string, unknown>
type Mistake = { path: string; message: string }
type Reference = { collection: string; id: string; path: string }
type Found = { mistakes: Mistake[]; references: Reference[] }

const keyOf = ({ collection, id }: Reference) => `${collection}/${id}`

function visit(fields: FlattenedField[], row: Row, at: string, req: PayloadRequest, found: Found) {
  for (const field of fields) {
    const value = row[field.name]
    const path = at + field.name
    if (value === undefined || value === null) continue
    if (req.locale === 'all' && 'localized' in field && field.localized && isRow(value)) {
      for (const [code, inner] of Object.entries(value)) {
        if (inner !== null) value[code] = visitValue(field, inner, `${path}.${code}`, req, found)
      }
    } else {
      row[field.name] = visitValue(field, value, path, req, found)
    }
  }
}

/** @returns the value to keep */
function visitValue(
  field: FlattenedField,
  value: unknown,
  path: string,
  req: PayloadRequest,
  found: Found,
): unknown {
  if (field.type === 'array' && Array.isArray(value)) {
    value.forEach((row, i) => {
      if (isRow(row)) visit(field.flattenedFields, row, `${path}.${i}.`, req, found)
    })
  } else if ((field.type === 'group' || field.type === 'tab') && isRow(value)) {
    visit(field.flattenedFields, value, `${path}.`, req, found)
  } else if (field.type === 'relationship' || field.type === 'upload') {
    visitReferences(value, field.relationTo, path, found)
  } else if (field.type === 'date') {
    if (value === '') return null
    const date = new Date(value as string)
    if (!Number.isNaN(date.getTime())) return date.toISOString()
    found.mistakes.push({ path, message: 'Accepted: a date, such as 2026-01-31.' })
  } else if (field.type === 'select' || field.type === 'radio') {
    const options = field.options.map((o) => (typeof o === 'string' ? o : o.value))
    const wrong = listOf(value).some((one) => !options.includes(one as string))
    if (wrong) found.mistakes.push({ path, message: `Accepted: ${options.join(', ')}.` })
  } else if (texts.has(field.type) && listOf(value).some((one) => typeof one === 'object')) {
    found.mistakes.push({ path, message: 'Accepted: a text.' })
  } else if (
    texts.has(field.type) &&
    Array.isArray(value) &&
    !('hasMany' in field && field.hasMany)
  ) {
    found.mistakes.push({ path, message: 'Accepted: a text.' })
  }
  return value
}

const texts = new Set(['text', 'textarea', 'email', 'code'])

const isRow = (value: unknown): value is Row =>
  Boolean(value) && typeof value === 'object' && !Array.isArray(value)

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : [value])

function visitReferences(value: unknown, to: string | string[], path: string, found: Found) {
  for (const one of listOf(value)) {
    const named = isRow(one) && Array.isArray(to) ? one : { relationTo: to, value: one }
    const { relationTo: collection, value: given } = named
    // A document that was populated when it was read may be sent back as it is.
    const id = isRow(given) ? given.id : given
    if (typeof collection === 'string' && typeof id === 'string' && /^[0-9a-f]{24}$/i.test(id)) {
      found.references.push({ collection, id: id.toLowerCase(), path })
    } else if (id !== null && id !== '') {
      found.mistakes.push({ path, message: 'Accepted: the id of a document.' })
    }
  }
}

async function missing(references: Reference[], req: PayloadRequest): Promise<Mistake[]> {
  const mistakes: Mistake[] = []
  for (const slug of new Set(references.map(({ collection }) => collection))) {
    const asked = references.filter(({ collection }) => collection === slug)
    const { docs } = await req.payload.db.find<{ id: string }>({
      collection: slug as CollectionSlug,
      limit: 0,
      pagination: false,
      req,
      select: {},
      where: { id: { in: asked.map(({ id }) => id) } },
    })
    const there = new Set(docs.map(({ id }) => id))
    mistakes.push(
      ...asked
        .filter(({ id }) => !there.has(id))
        .map(({ path }) => ({ path, message: 'There is no such document.' })),
    )
  }
  return mistakes
}
