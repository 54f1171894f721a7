import type { PayloadRequest } from 'payload'
import { idOf, type NamedCollection, type Related } from '../bundle/documents.ts'
import { isDue, type Newest, newestOf, type Standing, standingOf } from './standing.ts'
import { keyOf, type What } from './what.ts'

const parts = ['claims', 'demands', 'resources'] as const

/**
 * What is published, or unpublished, with a campaign: itself and its claims, demands and resources, as far
 * as there is something to be done. With it are published also those that it shows or that its claims
 * rest on and that belong to no campaign at all; another campaign's are that one's affair.
 *
 * @returns undefined when there is no such campaign, or it is in the trash
 */
export async function changeSet(
  req: PayloadRequest,
  campaign: string,
  what: What,
): Promise<Standing[] | undefined> {
  const own = await newestOf(req, 'campaigns', { id: { equals: campaign } })
  const [head] = own
  if (!head) return undefined
  const newest = new Map<NamedCollection, Newest[]>([['campaigns', own]])
  for (const kind of parts) {
    newest.set(kind, await newestOf(req, kind, { campaign: { equals: campaign } }))
  }
  if (what === 'publish') await addUsed(req, head, newest)
  const all: Standing[] = []
  for (const [kind, documents] of newest) all.push(...(await standingOf(req, kind, documents)))
  return all.filter((one) => isDue(one, what))
}

/** Adds what is used and belongs to nobody: first what the campaign shows, then what that rests on. */
async function addUsed(
  req: PayloadRequest,
  campaign: Newest,
  newest: Map<NamedCollection, Newest[]>,
): Promise<void> {
  const known = new Set(
    [...newest].flatMap(([relationTo, documents]) =>
      documents.map(({ id }) => keyOf({ relationTo, value: id })),
    ),
  )
  const add = async (kind: (typeof parts)[number], related: (Related | undefined)[]) => {
    const ids = related
      .map(idOf)
      .filter((id) => id && !known.has(keyOf({ relationTo: kind, value: id })))
    if (ids.length === 0) return
    const found = await newestOf(req, kind, {
      and: [{ id: { in: ids } }, { campaign: { exists: false } }],
    })
    for (const { id } of found) known.add(keyOf({ relationTo: kind, value: id }))
    newest.get(kind)?.push(...found)
  }
  const items = rows(campaign.sections).flatMap(({ items }) => rows(items))
  for (const kind of ['demands', 'claims', 'resources'] as const) {
    await add(
      kind,
      items.filter(({ relationTo }) => relationTo === kind).map(({ value }) => value as Related),
    )
  }
  const of = (kind: NamedCollection) => newest.get(kind) ?? []
  await add(
    'claims',
    of('demands').flatMap(({ supportedBy }) => (supportedBy ?? []) as Related[]),
  )
  await add('resources', [
    ...of('claims').flatMap(({ evidence }) =>
      rows(evidence).map(({ source }) => source as Related),
    ),
    ...of('demands').flatMap(({ history }) => rows(history).map(({ source }) => source as Related)),
  ])
}

const rows = (list: unknown): Record<string, unknown>[] => (Array.isArray(list) ? list : [])
