import type { FaultServer } from './server.ts'

export type Claim = { id: string; statement: string; _status: string }

/** What is in the database, as an editor reads it page by page. */
async function allOf<T>(server: FaultServer, path: string, token: string): Promise<T[]> {
  const all: T[] = []
  for (let page = 1; ; page++) {
    const { status, body } = await server.ask(
      `${path}&limit=100&page=${page}`,
      'GET',
      undefined,
      token,
    )
    if (status !== 200) throw new Error(`${path}: ${status} ${JSON.stringify(body)}`)
    all.push(...(body.docs as T[]))
    if (!body.hasNextPage) return all
  }
}

/** Every claim, drafts too. */
export const allClaims = (server: FaultServer, token: string): Promise<Claim[]> =>
  allOf(server, '/api/claims?depth=0&sort=createdAt', token)

/** The ids of claims that have a version. */
async function versioned(server: FaultServer, token: string): Promise<Set<string>> {
  const versions = await allOf<{ parent: string }>(
    server,
    '/api/claims/versions?depth=0&sort=createdAt',
    token,
  )
  return new Set(versions.map(({ parent }) => parent))
}

/** The ids of claims that the change log says are public. */
async function announced(server: FaultServer): Promise<Set<string>> {
  const ids = new Set<string>()
  for (let since = ''; ; ) {
    const { body } = await server.ask(`/api/changes?collections=claims&limit=500&since=${since}`)
    const { changes, next, more } = body as {
      changes: { id: string; document: unknown }[]
      next: string
      more: boolean
    }
    for (const { id, document } of changes) {
      if (document === null) ids.delete(id)
      else ids.add(id)
    }
    if (!more) return ids
    since = next
  }
}

/** What is not whole: a claim without its version, a published one that is not announced, or the reverse. */
export async function halfWritten(server: FaultServer, token: string): Promise<string[]> {
  const claims = await allClaims(server, token)
  const [versions, changes] = [await versioned(server, token), await announced(server)]
  const published = new Set(
    claims.filter(({ _status }) => _status === 'published').map(({ id }) => id),
  )
  return [
    ...claims.filter(({ id }) => !versions.has(id)).map(({ id }) => `${id} has no version`),
    ...[...published].filter((id) => !changes.has(id)).map((id) => `${id} has no change`),
    ...[...changes].filter((id) => !published.has(id)).map((id) => `${id} is announced in vain`),
  ]
}
