import type { FlattenedField } from 'payload'
import { holdsMany } from './fields.ts'
import { accepts, type Mistake, mistake } from './mistake.ts'

/**
 * Checks what a field is compared with. Payload hands it to the database as it is, where a date that
 * is none ends the request with an error on one database and matches nothing on the other.
 */
export function checkOperand(
  parameter: string,
  operator: string,
  operand: unknown,
  field: FlattenedField | undefined,
): Mistake[] {
  if (operator === 'exists') {
    return isBoolean(operand) ? [] : [mistake(parameter, accepts(['true', 'false']))]
  }
  if (Array.isArray(operand) && !ofLists.has(operator) && !(field && holdsMany(field))) {
    return [mistake(parameter, 'accepted: one value')]
  }
  const values = Array.isArray(operand) ? operand : listOf(operator, operand)
  const expected = field && kinds[field.type]
  if (!expected) {
    return values.every((value) => isPlain(value)) ? [] : [mistake(parameter, 'accepted: a text')]
  }
  return values.every((value) => isNothing(value) || expected.fits(value))
    ? []
    : [mistake(parameter, `accepted: ${expected.name}`)]
}

const ofLists = new Set(['in', 'not_in', 'all'])

const listOf = (operator: string, operand: unknown): unknown[] =>
  ofLists.has(operator) && typeof operand === 'string' ? operand.split(',') : [operand]

const isBoolean = (value: unknown) => [true, false, 'true', 'false'].includes(value as string)
const isNothing = (value: unknown) => value === null || value === 'null' || value === ''
const isPlain = (value: unknown) => value === null || typeof value !== 'object'

const kinds: Record<string, { name: string; fits(value: unknown): boolean } | undefined> = {
  checkbox: { name: 'true, false', fits: isBoolean },
  date: {
    name: 'a date, such as 2026-01-31 or 2026-01-31T12:00:00Z',
    fits: (value) => isPlain(value) && !Number.isNaN(Date.parse(String(value))),
  },
  number: { name: 'a number', fits: (value) => isPlain(value) && Number.isFinite(Number(value)) },
}
