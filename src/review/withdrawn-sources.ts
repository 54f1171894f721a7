import type {
  CollectionAfterChangeHook,
  CollectionBeforeDeleteHook,
  PayloadRequest,
  Where,
} from 'payload'
import { type Claim, lacksSource } from './evidence.ts'
import { addToHistory } from './history.ts'
import { type Doc, isPublic } from './state.ts'
import { peekWrite } from './under-way.ts'

type StoredClaim = Claim & { id: string; evidenceLost?: boolean | null; updatedAt?: string }

/** Flags the claims that rest on a resource when it is withdrawn, and clears them when it is back. */
export const followSources: CollectionAfterChangeHook = async ({ doc, operation, req }) => {
  if (operation === 'create') return doc
  const underWay = peekWrite(req, 'resources', doc.id)
  const before = underWay?.wasPublic ?? false
  const after = underWay?.willBePublic ?? isPublic(doc)
  if (before === after) return doc
  for (const id of await claimsOn(req, String(doc.id))) {
    if (after) await clear(req, id)
    else await flag(req, id, doc)
  }
  return doc
}

/** What is deleted cannot be looked for afterwards. */
export const flagBeforeDelete: CollectionBeforeDeleteHook = async ({ id, req }) => {
  const { db } = req.payload
  const where = { id: { equals: id } }
  const doc = await db.findOne<Doc & { id: string }>({ collection: 'resources', req, where })
  for (const claim of await claimsOn(req, String(id))) await flag(req, claim, doc ?? {})
}

/** Claims that name the resource as a source, in what is public or in their newest version. */
async function claimsOn(req: PayloadRequest, resource: string): Promise<Set<string>> {
  const { db } = req.payload
  const common = { collection: 'claims' as const, limit: 0, pagination: false, req }
  const on = (path: string): Where => ({ [path]: { equals: resource } })
  const stored = await db.find<{ id: string }>({
    ...common,
    select: {},
    where: on('evidence.source'),
  })
  const drafts = await db.queryDrafts<{ id: string }>({
    ...common,
    where: on('version.evidence.source'),
  })
  return new Set([...stored.docs, ...drafts.docs].map(({ id }) => String(id)))
}

async function flag(req: PayloadRequest, id: string, resource: Doc): Promise<void> {
  const claim = await storedClaim(req, id)
  if (!claim || claim.evidenceLost) return
  await setLost(req, claim, true)
  const about = { of: 'claims', document: id, title: titleOf(claim, 'statement') }
  await addToHistory(req, about, [
    { step: 'source-withdrawn', comment: titleOf(resource, 'title') },
  ])
}

async function clear(req: PayloadRequest, id: string): Promise<void> {
  const claim = await storedClaim(req, id)
  if (claim?.evidenceLost && !(await lacksSource(claim, req))) await setLost(req, claim, false)
}

const storedClaim = (req: PayloadRequest, id: string): Promise<StoredClaim | null> =>
  req.payload.db.findOne<StoredClaim>({ collection: 'claims', req, where: { id: { equals: id } } })

/** Written past Payload's hooks: nobody has edited the claim, and readers see no difference. */
async function setLost(req: PayloadRequest, claim: StoredClaim, isLost: boolean): Promise<void> {
  const { db } = req.payload
  const { id, updatedAt } = claim
  const data = { evidenceLost: isLost, ...(updatedAt ? { updatedAt } : {}) }
  await db.updateOne({ collection: 'claims', data, id, req })
  const { docs } = await db.findVersions<Record<string, unknown>>({
    collection: 'claims',
    limit: 1,
    locale: 'all',
    pagination: false,
    req,
    sort: '-updatedAt',
    where: { parent: { equals: id } },
  })
  const [newest] = docs
  if (!newest) return
  const { id: versionId, ...versionData } = newest
  await db.updateVersion({
    collection: 'claims',
    id: versionId,
    req,
    versionData: {
      ...versionData,
      version: { ...versionData.version, evidenceLost: isLost },
    } as never,
  })
}

/** As stored, a localised title is an object by language. */
function titleOf(doc: object, field: string): string | null {
  const value = (doc as Record<string, unknown>)[field]
  if (typeof value === 'string') return value
  const [first] = value && typeof value === 'object' ? Object.values(value).filter(Boolean) : []
  return typeof first === 'string' ? first : null
}
