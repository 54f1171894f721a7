import type { OpenApiDocument } from '../openapi/document.ts'
import type { Schema } from '../openapi/operation.ts'
import { type Break, isOver } from './break.ts'

/** A schema and the document that its references are in. */
export type Placed = [schema: Schema, document: OpenApiDocument]

/**
 * What breaks a reader of an answer: a field that is gone, not always there any more, or of another type. More
 * fields, and more of the values that a choice can have, break nobody who reads as the document says.
 */
export function compareOutput(at: string, before: Placed, after: Placed, today: string): Break[] {
  return new Comparison('output', today).compare(at, before, after)
}

/** What breaks a client that sends: a value that was taken and is not any more, or more that is required. */
export function compareInput(at: string, before: Placed, after: Placed, today: string): Break[] {
  return new Comparison('input', today).compare(at, before, after)
}

class Comparison {
  /** Named pairs that are being compared, or have been: schemas refer to each other in circles. */
  readonly #seen = new Set<string>()

  constructor(
    readonly direction: 'input' | 'output',
    readonly today: string,
  ) {}

  compare(at: string, before: Placed, after: Placed): Break[] {
    const known = alternativesOf(before)
    const now = alternativesOf(after)
    const isInput = this.direction === 'input'
    // What a client may get, or may send, is what the other side must be able to do.
    const [given, taken] = isInput ? [known, now] : [now, known]
    const stray = given.filter((one) => !taken.some((other) => fits(one[0], other[0])))
    const breaks = stray
      .filter(([schema]) => !isChoiceAmongMany(schema) || isInput)
      .map(([schema]) => ({
        at,
        problem: isInput
          ? `${nameOf(schema)} is not taken any more`
          : `can be ${nameOf(schema)} now`,
      }))
    return [...breaks, ...known.flatMap((one) => this.#compareWithLike(at, one, now))]
  }

  /** Each alternative with the one of the same kind. */
  #compareWithLike(at: string, before: Placed, now: Placed[]): Break[] {
    const like = now.filter(([schema]) => fits(before[0], schema))
    const [same] = like.filter(([schema]) => keyOf(schema) === keyOf(before[0]))
    const after = same ?? like[0]
    if (!after) {
      const isMissed = this.direction === 'output' && before[0].type === 'object'
      return isMissed ? [{ at, problem: `${nameOf(before[0])} is not answered any more` }] : []
    }
    if (this.#isSeen(before[0], after[0])) return []
    return [
      ...this.#compareLimits(at, before[0], after[0]),
      ...this.#compareInside(at, before, after),
    ]
  }

  #isSeen(before: Schema, after: Schema): boolean {
    const names = [before['x-name'], after['x-name']]
    if (names.includes(undefined)) return false
    const pair = names.join(' ')
    if (this.#seen.has(pair)) return true
    this.#seen.add(pair)
    return false
  }

  #compareInside(at: string, [before, released]: Placed, [after, present]: Placed): Break[] {
    const breaks: Break[] = []
    if (before.items && after.items) {
      breaks.push(...this.compare(`${at}[]`, [before.items, released], [after.items, present]))
    }
    const now = after.properties ?? {}
    for (const [name, property] of Object.entries(before.properties ?? {})) {
      const here = `${at}.${name}`
      if (isOver(property, this.today)) continue
      const same = now[name]
      if (!same) {
        if (this.direction === 'output' || after.additionalProperties === false) {
          breaks.push({ at: here, problem: 'is gone' })
        }
        continue
      }
      breaks.push(...this.compare(here, [property, released], [same, present]))
    }
    return [...breaks, ...this.#compareRequired(at, before, after)]
  }

  #compareRequired(at: string, before: Schema, after: Schema): Break[] {
    const [known, now] = [before.required ?? [], after.required ?? []]
    if (this.direction === 'input') {
      return now
        .filter((name) => !known.includes(name))
        .map((name) => ({ at: `${at}.${name}`, problem: 'is required now' }))
    }
    return known
      .filter((name) => !now.includes(name) && after.properties?.[name])
      .filter((name) => !isOver(before.properties?.[name] ?? {}, this.today))
      .map((name) => ({ at: `${at}.${name}`, problem: 'is not always there any more' }))
  }

  /** Limits bind the one who sends. */
  #compareLimits(at: string, before: Schema, after: Schema): Break[] {
    if (this.direction === 'output') {
      const isOther = before.format !== undefined && before.format !== after.format
      return isOther ? [{ at, problem: `is not in the form ${before.format} any more` }] : []
    }
    const breaks: Break[] = []
    for (const value of before.enum ?? []) {
      const isTaken = after.enum ? after.enum.includes(value) : fitsConst(after, value)
      if (!isTaken) breaks.push({ at, problem: `${JSON.stringify(value)} is not taken any more` })
    }
    if (!before.enum && after.enum) breaks.push({ at, problem: 'takes certain values only now' })
    for (const limit of ['minimum', 'minLength', 'minItems', 'minProperties']) {
      if (numberOf(after, limit, -Infinity) > numberOf(before, limit, -Infinity)) {
        breaks.push({ at, problem: `${limit} is higher now` })
      }
    }
    for (const limit of ['maximum', 'maxLength', 'maxItems', 'maxProperties']) {
      if (numberOf(after, limit, Infinity) < numberOf(before, limit, Infinity)) {
        breaks.push({ at, problem: `${limit} is lower now` })
      }
    }
    for (const rule of ['pattern', 'format', 'const']) {
      if (after[rule] !== undefined && after[rule] !== before[rule]) {
        breaks.push({ at, problem: `has another ${rule} now` })
      }
    }
    return breaks
  }
}

const numberOf = (schema: Schema, limit: string, none: number): number =>
  typeof schema[limit] === 'number' ? (schema[limit] as number) : none

const fitsConst = ({ const: only }: Schema, value: unknown): boolean =>
  only === undefined || only === value

/** What a value can be, one by one: `anyOf` taken apart, a list of types too, references followed. */
function alternativesOf([schema, document]: Placed): Placed[] {
  if (schema.$ref) {
    const { $ref, ...beside } = schema
    const found = $ref
      .split('/')
      .slice(1)
      .reduce<unknown>((value, key) => (value as never)?.[key], document)
    // Named as it is referred to, so that documents of one kind find each other.
    const named = { ...(found as Schema), 'x-name': $ref.split('/').at(-1), ...beside }
    return alternativesOf([named, document])
  }
  const choices = schema.anyOf ?? schema.oneOf
  if (choices) return choices.flatMap((one) => alternativesOf([one, document]))
  if (!Array.isArray(schema.type)) return [[schema, document]]
  return schema.type.map((type) => [{ ...schema, type, ...enumOf(schema, type) }, document])
}

/** Of a choice that may be null the null is an alternative of its own. */
function enumOf({ enum: values }: Schema, type: string): Pick<Schema, 'enum'> {
  if (!values) return {}
  const own = values.filter((value) => (value === null) === (type === 'null'))
  return { enum: own }
}

/** Kinds that a client tells apart: types, and objects by what they say that they are. */
function keyOf(schema: Schema): string {
  const mark = Object.entries(schema.properties ?? {}).find(([, one]) => one.const !== undefined)
  return [schema.type, mark && `${mark[0]}=${mark[1].const}`, schema['x-name']].join(' ')
}

/** Whether one is of the other's kind. An integer is a number; what has no type can be anything. */
function fits(one: Schema, other: Schema): boolean {
  if (other.type === undefined) return true
  if (one.type !== other.type) return one.type === 'integer' && other.type === 'number'
  if (one.type !== 'object') return true
  const [mark, otherMark] = [markOf(one), markOf(other)]
  return mark === otherMark
}

const markOf = ({ properties = {} }: Schema): string | undefined => {
  const found = Object.entries(properties).find(([, one]) => one.const !== undefined)
  return found && `${found[0]}=${found[1].const}`
}

/** One of several kinds that say what they are: a reader passes over one that it does not know. */
const isChoiceAmongMany = (schema: Schema): boolean => markOf(schema) !== undefined

const nameOf = (schema: Schema): string =>
  String(markOf(schema) ?? schema['x-name'] ?? schema.type ?? 'something else')
