import { type PayloadRequest, ValidationError } from 'payload'
import { forNobody } from '../cms/dependencies/track.ts'
import { type Words, wordsFor } from './words.ts'

/** What keeps a claim from being published, and at which field. */
type Hindrance = { path: string; message: string }

type Row = { source?: unknown; locator?: string | null }
type Figure = { unit?: string | null; asOf?: unknown }

/** The part of a claim that the rule looks at. */
export type Claim = {
  evidence?: Row[] | null
  figures?: Figure[] | null
  publishedWithoutEvidence?: { reason?: string | null } | null
}

/**
 * What a claim lacks for being published: evidence that readers can look up, or an admin's reason, and of
 * each figure the unit and the day.
 */
export async function hindrancesOf(
  { evidence, figures, publishedWithoutEvidence }: Claim,
  req: PayloadRequest,
): Promise<Hindrance[]> {
  const words = wordsFor(req)
  const hindrances = (figures ?? []).flatMap((figure, i) => lacksOfFigure(figure, i, words))
  if (isGiven(publishedWithoutEvidence?.reason)) return hindrances
  return [...(await lacksOfEvidence(evidence ?? [], req, words)), ...hindrances]
}

/** @throws ValidationError that names the fields, so that the admin shows it there */
export async function needEvidence(claim: Claim, req: PayloadRequest): Promise<void> {
  const errors = await hindrancesOf(claim, req)
  if (errors.length > 0) throw new ValidationError({ collection: 'claims', errors, req }, req.t)
}

async function lacksOfEvidence(
  rows: Row[],
  req: PayloadRequest,
  words: Words,
): Promise<Hindrance[]> {
  const whole = rows.filter((row) => idOf(row.source) && isGiven(row.locator))
  const open = await publicSources(whole, req)
  if (whole.some((row) => open.has(idOf(row.source) ?? ''))) return []
  const lacks = rows.flatMap((row, i): Hindrance[] => {
    if (!idOf(row.source)) return [{ path: `evidence.${i}.source`, message: words.noSource }]
    return isGiven(row.locator)
      ? [{ path: `evidence.${i}.source`, message: words.sourceNotPublic }]
      : [{ path: `evidence.${i}.locator`, message: words.noLocator }]
  })
  return [{ path: 'evidence', message: words.noEvidence }, ...lacks]
}

function lacksOfFigure({ unit, asOf }: Figure, i: number, words: Words): Hindrance[] {
  return [
    ...(isGiven(unit) ? [] : [{ path: `figures.${i}.unit`, message: words.noUnit }]),
    ...(asOf ? [] : [{ path: `figures.${i}.asOf`, message: words.noDate }]),
  ]
}

/** Whether something that the claim names as its source cannot be read by everybody. */
export async function lacksSource({ evidence }: Claim, req: PayloadRequest): Promise<boolean> {
  const rows = evidence ?? []
  const open = await publicSources(rows, req)
  return rows.some((row) => !open.has(idOf(row.source) ?? ''))
}

async function publicSources(rows: Row[], req: PayloadRequest): Promise<Set<string>> {
  const ids = rows.flatMap((row) => idOf(row.source) ?? [])
  if (ids.length === 0) return new Set()
  const { docs } = await req.payload.db.find<{ id: string }>({
    collection: 'resources',
    limit: 0,
    pagination: false,
    req: forNobody(req),
    select: {},
    where: {
      and: [
        { id: { in: ids } },
        { _status: { equals: 'published' } },
        { deletedAt: { exists: false } },
      ],
    },
  })
  return new Set(docs.map(({ id }) => String(id)))
}

function idOf(source: unknown): string | undefined {
  const id = source && typeof source === 'object' ? (source as { id?: unknown }).id : source
  return id ? String(id) : undefined
}

const isGiven = (text: unknown): boolean => typeof text === 'string' && text.trim() !== ''
