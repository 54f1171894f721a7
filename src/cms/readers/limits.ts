import type { PayloadRequest } from 'payload'
import { mayReadDrafts } from '../../../collections/access/drafts.ts'
import { accepts, forbidden, type Mistake, mistake } from './mistake.ts'

/** What a reader may ask for at once. */
export const maxLimit = 100

export function checkLimit(value: unknown): Mistake[] {
  return isWholeNumber(value, 1, maxLimit)
    ? []
    : [mistake('limit', `accepted: a whole number from 1 to ${maxLimit}`)]
}

export function checkPage(value: unknown): Mistake[] {
  return isWholeNumber(value, 1, Number.MAX_SAFE_INTEGER)
    ? []
    : [mistake('page', 'accepted: a whole number from 1')]
}

export function checkDepth(value: unknown, req: PayloadRequest): Mistake[] {
  const { maxDepth } = req.payload.config
  return isWholeNumber(value, 0, maxDepth)
    ? []
    : [mistake('depth', `accepted: a whole number from 0 to ${maxDepth}`)]
}

/** Everything on one page is what `limit` is there to prevent. */
export function checkPagination(value: unknown): Mistake[] {
  return isTrue(value) ? [] : [mistake('pagination', 'accepted: true')]
}

/** The trash is for editors. */
export const checkTrash = (value: unknown): Mistake[] =>
  checkFlag('trash', value, false, 'true is for signed-in editors')

/** Drafts are for editors, and for partners whose keys have the scope. */
export const checkDraft = (value: unknown, req: PayloadRequest): Mistake[] =>
  checkFlag(
    'draft',
    value,
    mayReadDrafts(req.user),
    'true is for signed-in editors, and for keys of partners with the scope "drafts"',
  )

function checkFlag(parameter: string, value: unknown, isOpen: boolean, whose: string): Mistake[] {
  if (value === 'false' || value === false) return []
  if (isTrue(value)) return isOpen ? [] : [forbidden(parameter, whose)]
  return [mistake(parameter, 'accepted: true, false')]
}

/**
 * Payload falls back without a word for a locale that it does not have.
 *
 * @param others what is accepted besides the locales
 */
export function checkLocale(
  value: unknown,
  req: PayloadRequest,
  parameter = 'locale',
  others = parameter === 'locale' ? ['all'] : ['none'],
): Mistake[] {
  const { localization } = req.payload.config
  if (!localization) return [mistake(parameter, 'this content has one language')]
  const accepted = [...localization.localeCodes, ...others]
  const given = parameter === 'locale' || !Array.isArray(value) ? [value] : value
  return given.every((code) => accepted.includes(code))
    ? []
    : [mistake(parameter, accepts(accepted))]
}

const isTrue = (value: unknown) => value === 'true' || value === true

function isWholeNumber(value: unknown, from: number, to: number): boolean {
  if (typeof value !== 'number' && !(typeof value === 'string' && /^\d+$/.test(value))) return false
  const number = Number(value)
  return Number.isSafeInteger(number) && number >= from && number <= to
}
