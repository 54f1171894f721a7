/** Gives the ids that a database made the names of the documents, so that answers can be compared. */
export type Names = {
  name(id: string, name: string): void
  /** The value with names for ids and `<time>` for times of now; keys keep their order. */
  // biome-ignore lint/suspicious/noExplicitAny: an answer's body
  canonical(value: unknown): any
}

const people = new Set(['writtenBy', 'approvedBy'])

export function createNames(): Names {
  const names = new Map<string, string>()
  const began = Date.now()

  const text = (value: string): string => {
    if (/^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(value) && Date.parse(value) >= began) return '<time>'
    return value.replace(/\b[0-9a-f]{24}\b/g, (id) =>
      /^0123456789abcdef/.test(id) ? id : `<${names.get(id) ?? 'id'}>`,
    )
  }
  const canonical = (value: unknown): unknown => {
    if (typeof value === 'string') return text(value)
    if (Array.isArray(value)) return value.map(canonical)
    if (!value || typeof value !== 'object') return value
    return Object.fromEntries(
      Object.entries(value).map(([key, inner]) => [
        key,
        // Whoever did something is an account with sessions, whose ids are random.
        inner && people.has(key) ? '<account>' : canonical(inner),
      ]),
    )
  }
  return { name: (id, name) => names.set(id, name), canonical }
}
