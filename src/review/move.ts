import { type CollectionSlug, type PayloadRequest, ValidationError } from 'payload'
import { canPublish, isAdmin } from '../../collections/access/roles.ts'
import { type ReviewState, reviewStates } from '../../collections/fields/review.ts'
import type { Step } from '../../collections/history.ts'
import { isOwnWork, ownWork, refused } from './approval.ts'
import type { Line } from './history.ts'
import type { ReviewOptions } from './options.ts'
import { type Doc, isSameAccount } from './state.ts'
import { wordsFor } from './words.ts'

/** What somebody asks for: that a draft goes to another state. */
export type Move = { to: ReviewState; comment?: string; updatedAt?: string }

const longestComment = 5000

/** @throws ValidationError that names the parameter, and what would be accepted */
export function readMove(body: unknown, collection: string, req: PayloadRequest): Move {
  const words = wordsFor(req)
  const { to, comment, updatedAt } = (body ?? {}) as Record<string, unknown>
  const wrong = (path: string, message: string) => wrongMove(collection, path, message, req)
  if (!reviewStates.includes(to as ReviewState)) throw wrong('to', words.states)
  const isText = typeof comment === 'string' && comment.length <= longestComment
  if (comment !== undefined && comment !== null && !isText) throw wrong('comment', words.comment)
  if (updatedAt !== undefined && typeof updatedAt !== 'string') {
    throw wrong('updatedAt', words.changedMeanwhile)
  }
  const said = isText ? comment.trim() : ''
  return {
    to: to as ReviewState,
    ...(said ? { comment: said } : {}),
    ...(updatedAt ? { updatedAt } : {}),
  }
}

/**
 * Whether the caller may make the move, looked at in the transaction that makes it.
 *
 * @returns the line of the history
 * @throws APIError 400 for a move that there is none, 403 for one that is somebody else's, 409 when the draft
 * is not what the caller has seen
 */
export async function allowMove(
  move: Move,
  before: Doc,
  collection: CollectionSlug,
  req: PayloadRequest,
  options: ReviewOptions,
): Promise<Line> {
  const words = wordsFor(req)
  const state = before.review?.state ?? 'draft'
  if (before.deletedAt) throw refused(words.inTrash, 400)
  if (before._status === 'published') throw refused(words.nothingToReview, 400)
  if (move.to === state) throw refused(words.isThereAlready, 400)
  if (move.updatedAt && Date.parse(move.updatedAt) !== Date.parse(before.updatedAt ?? '')) {
    throw refused(words.changedMeanwhile, 409)
  }
  if (move.to === 'approved') return approve(move, before, collection, req, options)
  if (move.to === 'in-review') {
    if (state === 'approved') throw refused(words.onlyWritten, 400)
    return line('sent-to-review', move)
  }
  const isOwn = isSameAccount(req.user?.id, before.review?.writtenBy)
  if (!canPublish(req.user) || isOwn) return line('taken-back', move)
  if (!move.comment) throw wrongMove(collection, 'comment', words.noComment, req)
  return line('changes-requested', move)
}

async function approve(
  move: Move,
  before: Doc,
  collection: CollectionSlug,
  req: PayloadRequest,
  options: ReviewOptions,
): Promise<Line> {
  const words = wordsFor(req)
  if (!canPublish(req.user)) throw refused(words.mayNotApprove)
  if (await isOwnWork(req, before.review?.writtenBy, options)) {
    if (!isAdmin(req.user)) throw ownWork(req)
    if (!move.comment) throw wrongMove(collection, 'comment', words.noReason, req)
  }
  return line('approved', move)
}

const line = (step: Step, { comment }: Move): Line => ({ step, comment })

const wrongMove = (collection: string, path: string, message: string, req: PayloadRequest) =>
  new ValidationError({ collection, errors: [{ message, path }], req }, req.t)
