import type { FlattenedField } from 'payload'
import { changedPaths, isSame } from '../../collections/fields/changed.ts'
import type { ReviewState } from '../../collections/fields/review.ts'

/** A document as hooks see it, with relations as ids. */
export type Doc = {
  id?: string
  _status?: string
  deletedAt?: string | null
  updatedAt?: string
  review?: Partial<Review> | null
  [field: string]: unknown
}

export type Review = {
  state: ReviewState
  assignee: unknown
  writtenBy: unknown
  approvedBy: unknown
}

/** Fields that say nothing to readers, or that the server finds out. */
const noContent = new Set([
  ...['id', '_status', 'createdAt', 'updatedAt', 'deletedAt', 'formerSlugs'],
  ...['review', 'publishedWithoutEvidence', 'evidenceLost'],
  ...['verification.verifiedBy', 'verification.verifiedOn', 'link'],
])

const isNoContent = (field: FlattenedField, path: string): boolean =>
  noContent.has(path) || field.type === 'join' || ('virtual' in field && Boolean(field.virtual))

/** Whether what is written says something else than what was there. */
export const changesContent = (fields: FlattenedField[], data: Doc, before: Doc): boolean =>
  changedPaths(fields, data, before, isNoContent).length > 0

export const isPublic = ({ _status, deletedAt }: Doc): boolean =>
  _status === 'published' && !deletedAt

/** Where a version stands after it was written, if nobody moved it. */
export function stateAfterWrite(before: Doc | undefined, isChanged: boolean): ReviewState {
  const state = before?.review?.state ?? 'draft'
  if (!before) return 'draft'
  if (!isChanged) return state
  // What is edited is not what was approved; what is in review goes on being read there.
  return state === 'in-review' && before._status !== 'published' ? 'in-review' : 'draft'
}

export const isSameAccount = (one: unknown, other: unknown): boolean =>
  one !== null && one !== undefined && isSame(one, other)
