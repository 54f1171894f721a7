import { type Column, isNull, notInArray, or, type SQL, sql } from '@payloadcms/db-sqlite/drizzle'

/**
 * Payload's `like` and `contains` on SQLite: the text somewhere in the value, letter for letter, in any
 * case.
 *
 * SQLite's own LIKE takes `%` and `_` for wildcards and folds the case of ASCII only. GLOB has classes
 * of characters, which say both cases of any letter and take the sting out of a wildcard.
 *
 * @param pattern as Payload makes it: the text between two `%`
 */
export const like = (column: Column, pattern: unknown): SQL =>
  sql`${column} GLOB ${globOf(String(pattern).replace(/^%|%$/g, ''))}`

/** Payload's `not_like`: none of the words is in the value; also where there is no value. */
export function notLike(column: Column, words: unknown): SQL {
  const [first = '', ...more] = String(words).split(' ')
  const lacks = (word: string) => sql`${column} NOT GLOB ${globOf(word)}`
  const none = more.reduce((before, word) => sql`${before} AND ${lacks(word)}`, lacks(first))
  return sql`(${column} IS NULL OR (${none}))`
}

/** Payload's `not_in`: also where there is no value, as on MongoDB. */
export const notIn = (column: Column, values: unknown): SQL | undefined =>
  or(isNull(column), notInArray(column, values as unknown[]))

const globOf = (text: string): string => `*${[...text].map(inAnyCase).join('')}*`

function inAnyCase(character: string): string {
  // A letter whose other case is two letters, such as ß, has none here.
  const cases = new Set(
    [character, character.toLowerCase(), character.toUpperCase()].filter(
      (c) => [...c].length === 1,
    ),
  )
  if (cases.size > 1 || '*?['.includes(character)) return `[${[...cases].join('')}]`
  return character
}
