import {
  type CollectionAfterChangeHook,
  type CollectionBeforeChangeHook,
  type CollectionSlug,
  type PayloadRequest,
  type SanitizedCollectionConfig,
  ValidationError,
} from 'payload'
import { type Write, writeOf } from '../../collections/access/publishing.ts'
import { roleOf } from '../../collections/access/roles.ts'
import { isSame } from '../../collections/fields/changed.ts'
import type { Figure } from '../rich-text/figure.ts'
import { isOwnWork, ownWork } from './approval.ts'
import { type Claim, lacksSource, needEvidence } from './evidence.ts'
import { needFigures } from './figures.ts'
import { addToHistory, type Line } from './history.ts'
import { allowMove, type Move } from './move.ts'
import type { ReviewOptions } from './options.ts'
import { changesContent, type Doc, isPublic, type Review, stateAfterWrite } from './state.ts'
import { noteWrite, takeMove, takeWrite } from './under-way.ts'
import { keepReason } from './without-evidence.ts'
import { wordsFor } from './words.ts'

/** A write as its hooks see it. */
type Writing = {
  collection: SanitizedCollectionConfig
  data: Doc
  /** The newest version until now; none of a document that is being made. */
  before: Doc | undefined
  /** What is kept as the document itself, as far as it is touched by the write. */
  stored: Doc | undefined
  asked: Write | undefined
  isChanged: boolean
  willBePublic: boolean
  move: Move | undefined
  req: PayloadRequest
}

/**
 * Keeps the state of the review with every write, whichever way it comes, and refuses to publish what is not
 * borne out or not approved.
 *
 * @throws ValidationError for a claim without evidence; APIError 403 for one's own work
 */
export const guardReview =
  (options: ReviewOptions): CollectionBeforeChangeHook =>
  async ({ collection, data, operation, originalDoc, req }) => {
    const before = operation === 'update' ? (originalDoc as Doc) : undefined
    const writing = await writingOf(collection, data, before, req)
    const lines: Line[] = []
    if (collection.slug === 'claims') lines.push(...keepReason(data, before, writing.asked, req))
    if (writing.willBePublic && collection.slug === 'claims' && options.evidenceRequired) {
      await needPublishable(writing)
    }
    if (writing.willBePublic && collection.slug === 'claims') await needShownFigures(writing)
    if (collection.slug === 'claims') data.evidenceLost = await staysLost(writing)
    data.review = await reviewAfter(writing, options, lines)
    lines.push(...(await linesOf(writing)))
    const wasPublic = writing.stored !== undefined && isPublic(writing.stored)
    noteWrite(req, collection.slug, before?.id, {
      lines,
      wasPublic,
      willBePublic: writing.willBePublic,
    })
    return data
  }

/** Writes down what was done. */
export const recordSteps: CollectionAfterChangeHook = async ({
  collection,
  doc,
  operation,
  req,
}) => {
  const key = operation === 'create' ? undefined : doc.id
  const { lines = [] } = takeWrite(req, collection.slug, key) ?? {}
  await addToHistory(req, aboutOf(collection, doc), lines)
  return doc
}

export const aboutOf = ({ admin, slug }: SanitizedCollectionConfig, doc: Doc) => ({
  of: slug,
  document: String(doc.id),
  title: textOf(doc[admin.useAsTitle ?? 'title']),
})

async function writingOf(
  collection: SanitizedCollectionConfig,
  data: Doc,
  before: Doc | undefined,
  req: PayloadRequest,
): Promise<Writing> {
  const asked = writeOf(req)
  const move = before ? takeMove(req, collection.slug, before.id) : undefined
  const isDraft = asked?.draft && (data._status !== 'published' || asked.status === 'restored')
  const isChanged = !before || changesContent(collection.flattenedFields, data, before)
  return {
    ...{ collection, data, before, asked, isChanged, move, req },
    stored: before && !isDraft ? await storedOf(collection.slug, before.id, req) : undefined,
    willBePublic: !isDraft && isPublic(data),
  }
}

const storedOf = async (collection: string, id: unknown, req: PayloadRequest) =>
  (await req.payload.db.findOne<Doc & { id: string }>({
    collection: collection as CollectionSlug,
    req,
    where: { id: { equals: id } },
  })) ?? undefined

/** A claim that was taken back may go on saying so, whatever it rests on. */
async function needPublishable({ asked, data, req, stored }: Writing): Promise<void> {
  const wasPublic = stored !== undefined && isPublic(stored)
  if (wasPublic && isRetracted(data)) return
  if (!asked?.publishedLocale) return needEvidence(data as Claim, req)
  if (!wasPublic) {
    const errors = [{ message: wordsFor(req).oneLanguage, path: '_status' }]
    throw new ValidationError({ collection: 'claims', errors, req }, req.t)
  }
  // Payload takes of the rows their texts in that language only, and all else from what is public.
  const [now, next] = [stored as Claim, data as Claim]
  await needEvidence(
    {
      publishedWithoutEvidence: now.publishedWithoutEvidence ?? null,
      evidence: (next.evidence ?? []).map((_, i) => now.evidence?.[i] ?? {}),
      figures: (next.figures ?? []).map((_, i) => now.figures?.[i] ?? {}),
    },
    req,
  )
}

/** Of a language that is published alone the numbers are those that are public. */
async function needShownFigures({ asked, before, data, req, stored }: Writing): Promise<void> {
  const given = { [req.locale ?? '']: data.body }
  const isAlone = asked?.publishedLocale !== undefined
  const figures = figuresIn(isAlone ? stored : data)
  const bodies = isAlone || !before ? {} : await bodiesOf(before.id, req)
  const former = [...figuresIn(before), ...figuresIn(stored)]
  const written = req.locale === 'all' ? (data.body as typeof bodies) : given
  needFigures({ figures, bodies: { ...bodies, ...written } }, former, req)
}

const figuresIn = (doc: Doc | undefined) => (doc?.figures ?? []) as Figure[]

/** The text of the newest version, by language. */
async function bodiesOf(id: unknown, req: PayloadRequest): Promise<Record<string, unknown>> {
  const { docs } = await req.payload.db.findVersions<{ body?: Record<string, unknown> | null }>({
    collection: 'claims',
    limit: 1,
    locale: 'all',
    pagination: false,
    req,
    select: { version: { body: true } },
    sort: '-updatedAt',
    where: { parent: { equals: id } },
  })
  return docs[0]?.version.body ?? {}
}

const staysLost = async ({ before, data, req }: Writing): Promise<boolean> =>
  before?.evidenceLost === true && (await lacksSource(data as Claim, req))

async function reviewAfter(
  writing: Writing,
  options: ReviewOptions,
  lines: Line[],
): Promise<Review> {
  const { before, collection, isChanged, move, req, willBePublic } = writing
  const account = roleOf(req.user) ? req.user?.id : null
  if (writing.asked?.status === 'restored') return reviewOfRestored(writing, account)
  const review: Review = {
    state: stateAfterWrite(before, isChanged),
    assignee: writing.data.review?.assignee ?? null,
    writtenBy: isChanged ? account : (before?.review?.writtenBy ?? null),
    approvedBy: before?.review?.approvedBy ?? null,
  }
  if (move && before) {
    lines.push(await allowMove(move, before, collection.slug as CollectionSlug, req, options))
    return { ...review, state: move.to, approvedBy: move.to === 'approved' ? account : null }
  }
  if (!willBePublic) {
    return review.state === 'approved' ? review : { ...review, approvedBy: null }
  }
  if (wasApproved(writing)) return { ...review, state: 'approved' }
  // Publishing what nobody has approved yet is approving it.
  if (await isOwnWork(req, review.writtenBy, options)) throw ownWork(req)
  return { ...review, state: 'approved', approvedBy: account }
}

/** A version that was public has been approved for it, and says by whom. */
function reviewOfRestored({ before, data, willBePublic }: Writing, account: unknown): Review {
  const { approvedBy = null, writtenBy } = data.review ?? {}
  return {
    state: willBePublic ? 'approved' : 'draft',
    assignee: before?.review?.assignee ?? null,
    writtenBy: writtenBy ?? account,
    approvedBy: willBePublic ? approvedBy : null,
  }
}

const wasApproved = ({ before, isChanged }: Writing): boolean =>
  !isChanged && (before?._status === 'published' || before?.review?.state === 'approved')

async function linesOf(writing: Writing): Promise<Line[]> {
  const { asked, before, data, isChanged, move, req, stored, willBePublic } = writing
  const lines: Line[] = []
  const wasPublic = stored !== undefined && isPublic(stored)
  if (!before) lines.push({ step: 'created' })
  if (asked?.status === 'restored') lines.push({ step: 'version-restored' })
  if (!isSame(before?.review?.assignee, data.review?.assignee)) {
    lines.push({ step: 'assigned', comment: await nameOf(data.review?.assignee, req) })
  }
  const wasReady = before?.review?.state === 'approved' && before._status !== 'published'
  if (wasReady && isChanged && !willBePublic && !move) lines.push({ step: 'edited-after-approval' })
  if (before && data.deletedAt && !before.deletedAt) lines.push({ step: 'trashed' })
  if (before?.deletedAt && !data.deletedAt) lines.push({ step: 'restored' })
  if (wasPublic && !willBePublic && !data.deletedAt) lines.push({ step: 'unpublished' })
  const isNews = !wasPublic || isChanged || before?._status !== 'published'
  if (willBePublic && isNews) lines.push({ step: 'published' })
  if (willBePublic && isRetracted(data) && !(wasPublic && stored && isRetracted(stored))) {
    lines.push({ step: 'retracted', comment: verificationOf(data).note })
  }
  return lines
}

type Verification = { status?: string | null; note?: string | null }

const verificationOf = ({ verification }: Doc): Verification => (verification ?? {}) as Verification

const isRetracted = (doc: Doc): boolean => verificationOf(doc).status === 'retracted'

async function nameOf(account: unknown, req: PayloadRequest): Promise<string | null> {
  if (!account) return null
  const { db } = req.payload
  const where = { id: { equals: account } }
  const found = await db.findOne<{ id: string; name?: string }>({ collection: 'users', req, where })
  return found?.name ?? null
}

/** A localised title read in all languages is an object by language. */
function textOf(value: unknown): string | null {
  if (typeof value === 'string') return value
  return value && typeof value === 'object' ? textOf(Object.values(value).find(Boolean)) : null
}
