/** Any state, or one of those that the tags name. */
export type Expected = '*' | readonly string[]

/**
 * Reads an If-Match header (RFC 9110, 13.1.1). A weak tag is left out, for it never matches here.
 *
 * @returns undefined when it is no such header
 */
export function readIfMatch(value: string): Expected | undefined {
  const text = value.trim()
  if (text === '*') return '*'
  if (!isList.test(text)) return undefined
  return (text.match(/(?:W\/)?"[^"]*"/g) ?? []).filter((tag) => !tag.startsWith('W/'))
}

const entityTag = String.raw`(?:W\/)?"[\x21\x23-\x7e\x80-\xff]*"`
/** A recipient takes empty places in a list (RFC 9110, 5.6.1). */
const isList = new RegExp(`^(?:[ \\t]*,)*[ \\t]*${entityTag}(?:[ \\t]*,[ \\t]*(?:${entityTag})?)*$`)

export const matches = (expected: Expected, tag: string): boolean =>
  expected === '*' || expected.includes(tag)
