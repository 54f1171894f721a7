import type { Ask } from './load/ask.ts'

export type ServerName = 'cached' | 'uncached' | 'stock'

export type Row = {
  how: string
  server: ServerName
  ask: Ask
  /** Rows of one group with the same limit are held against the same bytes. */
  limit: 'body' | 'compressed body' | 'no body'
  /** Whether it is asked with the ETag that the first answer had. */
  revalidates?: true
}

export type Group = { what: string; rows: Row[] }

/** What is measured: each thing to ask for, and each way in which it can be answered. */
export function groups(claim: string): Group[] {
  const list = { path: '/api/claims?depth=1' }
  const one = { path: `/api/claims/${claim}?depth=1` }
  const graphql = {
    path: '/api/graphql',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ query }),
  }
  return [
    {
      what: 'REST, list of ten claims',
      rows: [...everyWay(list), compressed(list), unchanged(list)],
    },
    { what: 'REST, one claim', rows: everyWay(one) },
    { what: 'GraphQL, list of ten claims', rows: everyWay(graphql) },
  ]
}

const everyWay = (ask: Ask): Row[] => [
  { how: 'hit', server: 'cached', ask, limit: 'body' },
  { how: 'miss', server: 'uncached', ask, limit: 'body' },
  { how: 'stock Payload', server: 'stock', ask, limit: 'body' },
]

const compressed = (ask: Ask): Row => ({
  how: 'hit, br',
  server: 'cached',
  ask: { ...ask, headers: { 'Accept-Encoding': 'br' } },
  limit: 'compressed body',
})

const unchanged = (ask: Ask): Row => ({
  how: 'hit, 304',
  server: 'cached',
  ask,
  limit: 'no body',
  revalidates: true,
})

/** The list of the REST row as a query. */
const query = `{
  Claims(limit: 10) {
    docs {
      id statement body
      campaign { id title summary target { name kind } hashtag slug deletedAt }
      evidence {
        id
        source {
          id title kind url publisher authors publishedOn language archivedUrl
          link { status httpStatus checkedAt }
          slug deletedAt
        }
        locator quote archivedUrl accessedOn
      }
      figures { id label value unit asOf }
      verification { status verifiedOn reviewBy note }
      slug updatedAt createdAt deletedAt _status
    }
    totalDocs limit totalPages page pagingCounter hasPrevPage hasNextPage prevPage nextPage
  }
}`
