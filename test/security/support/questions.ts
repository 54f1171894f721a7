import fc from 'fast-check'
import {
  type GraphQLArgument,
  type GraphQLNamedOutputType,
  type GraphQLSchema,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isObjectType,
  isScalarType,
  isUnionType,
} from 'graphql'
import { canary, type Planted, places, type Question } from './plant.ts'

/*
 * Arbitrary questions, over every way in: what is there is taken from the config and the schema, so that a
 * new collection, or a new endpoint of all collections, is asked for without being named here.
 */

const paths = [
  'title', 'statement', 'slug', 'formerSlugs', 'campaign', 'campaign.title', 'campaign.slug', 'email',
  'campaign.formerSlugs', 'campaign._status', 'campaign.createdAt', 'evidence.source',
  'evidence.source.title', 'evidence.source.slug', 'verification.verifiedBy',
  'verification.verifiedBy.email', 'verification.verifiedBy.name', 'verification.verifiedBy.hash', 'name',
  'keyId', 'label', 'hash', 'salt', 'resetPasswordToken', 'sessions.id', 'language', 'role', 'lockUntil',
  'secret', 'formerSecret', 'partner.contact', 'partner.name', 'contact', 'origins', 'url',
  'supportedBy.statement', 'supportedBy', 'review', 'review.state', 'review.assignee',
  'review.assignee.email', 'review.writtenBy.name', 'evidenceLost', 'text', 'comment', 'author.email',
  'author.hash', 'by.email', 'by.salt', 'resolvedBy.email', 'byName', 'user.value', 'input.user.value',
  'publishedWithoutEvidence', 'publishedWithoutEvidence.reason', 'publishedWithoutEvidence.by.email',
  'sections.items', 'sections.items.value', 'sections.items.value.title', 'deletedAt', '_status',
  'version.statement', 'version.campaign.title', 'id', 'parent', 'latest', 'claims.statement',
  'createdAt', 'updatedAt',
] // biome-ignore format: a list

const path = fc.constantFrom(...paths)
const guess = fc.constantFrom('kanari', 'vogel', 'a', '%25', ...places.map(canary))
const operator = fc.constantFrom(
  ...['equals', 'like', 'contains', 'not_equals', 'not_like', 'in', 'not_in', 'exists'],
  ...['greater_than', 'less_than_equal', 'all', 'near'],
)
const direction = fc.constantFrom('', '-')
const term = fc.tuple(path, operator, guess)

const condition = fc.oneof(
  term.map(([p, o, g]) => `where[${p}][${o}]=${g}`),
  term.map(([p, o, g]) => `where[or][0][and][0][${p}][${o}]=${g}`),
  term.map(([p, o, g]) => `where[${p.replaceAll('.', '][')}][${o}]=${g}`),
  term.map(([p, o, g]) => `joins[claims][where][${p}][${o}]=${g}`),
)

const parameterOf = (collections: string[]) =>
  fc.oneof(
    { weight: 4, arbitrary: condition },
    { weight: 2, arbitrary: fc.tuple(direction, path).map(([d, p]) => `sort=${d}${p}`) },
    guess.map((text) => `q=${text}`),
    path.map((p) => `select[${p.replaceAll('.', '][')}]=true`),
    fc
      .tuple(fc.constantFrom(...collections), path)
      .map(([c, p]) => `populate[${c}][${p.replaceAll('.', '][')}]=true`),
    fc
      .tuple(fc.constantFrom('claims', 'demands', 'resources'), direction, path)
      .map(([join, d, p]) => `joins[${join}][sort]=${d}${p}`),
    fc.constantFrom('draft=true', 'draft=false', 'trash=true', 'locale=all', 'locale=es', 'depth=0',
      'depth=3', 'depth=9', 'fallback-locale=none', 'pagination=false', 'limit=0', 'limit=100',
      'showHiddenFields=true', 'overrideAccess=true', 'joins=false', 'user=1', 'format=json',
      'format=csv', 'search=kanari', 'since='), // biome-ignore format: a list
  )

/** Where something is asked for, by REST and on pages. */
function placeOf({ documents, service }: Planted, collections: string[]) {
  const anyDocument = fc.constantFrom(...documents)
  const id = anyDocument.map(idOf)
  // Mostly a document where it is; also any id in any collection, those included that have no endpoint.
  const at = fc.oneof(
    { weight: 3, arbitrary: anyDocument },
    fc.tuple(fc.constantFrom(...collections), id).map(([c, i]) => `${c}/${i}`),
  )
  const name = fc.constantFrom('public', 'open', ...places.map(canary))
  const root = [
    'attention',
    'search',
    'access',
    'changes',
    'changes/audit',
    'openapi.json',
    'users/me',
  ]
  const below = service.payload.config.collections.flatMap(({ endpoints }) =>
    (endpoints || []).filter(({ method }) => method === 'get').map((endpoint) => endpoint.path),
  )
  const endpoint = fc.constantFrom(...new Set(['', ...below]))
  const rest = fc
    .tuple(at, endpoint, id, name, fc.integer({ min: 1, max: 6 }))
    .map(([document, asked, other, n, revision]) => {
      const inside = asked
        .replace(/^\/:id/, `/${idOf(document)}`)
        .replace(/:slug/, n)
        .replace(/:revision/, String(revision))
        .replace(/:filename/, `${n}.png`)
        .replace(/:(id|link|schedule|key)\??/g, other)
      return `/api/${document.split('/')[0]}${inside === '/' ? '' : inside}`
    })
  const kind = fc.constantFrom('campaigns', 'claims', 'demands', 'resources', 'users', 'media')
  const page = fc
    .tuple(
      kind,
      fc.oneof(name, id),
      fc.constantFrom('', '', '/cite', '/timemap', '/revisions/1', '/revisions/3'),
    )
    .map(([c, n, more]) => `/${c}/${n}${more}`)
  return fc.oneof(
    { weight: 6, arbitrary: rest },
    { weight: 2, arbitrary: page },
    fc.constantFrom(...root).map((at) => `/api/${at}`),
    fc
      .tuple(fc.oneof(kind, name), fc.constantFrom('atom', 'json'))
      .map((at) => `/feeds/${at.join('.')}`),
    fc.tuple(kind, id).map(([c, i]) => `/preview/${c}/${i}`),
    fc.constantFrom('/', '/embed.json', '/docs', '/admin', '/preview', '/feeds'),
  )
}

const header = fc.constantFrom<Record<string, string>>(
  {},
  {},
  {},
  { Accept: 'text/html' },
  { Accept: 'application/json' },
  { 'Accept-Datetime': 'Mon, 01 Jan 2001 00:00:00 GMT' },
  { 'Accept-Datetime': new Date().toUTCString() },
  { 'Accept-Language': 'es' },
  { 'If-None-Match': '*' },
  { Range: 'bytes=0-99' },
)

const form = { 'Content-Type': 'application/x-www-form-urlencoded' }

/** A question by address; now and then as a POST that stands for a GET. */
function restOf(planted: Planted, collections: string[]): fc.Arbitrary<Question> {
  const asked = fc.array(parameterOf(collections), { maxLength: 4 })
  const oembed = fc
    .constantFrom(...places.map(canary), 'public')
    .map((name) => ({ path: `/oembed?url=${planted.service.url}/claims/${name}` }))
  const byAddress = fc
    .tuple(placeOf(planted, collections), asked, header, fc.nat(9))
    .map(([at, parameters, headers, n]): Question => {
      const query = parameters.join('&')
      return n === 0
        ? { path: at, body: query, headers: { 'X-Payload-HTTP-Method-Override': 'GET', ...form } }
        : { path: `${at}?${query}`, headers }
    })
  const access = fc
    .tuple(fc.constantFrom(...collections), fc.constantFrom('', ...planted.documents.map(idOf)))
    .map(([c, id]): Question => ({ path: `/api/${c}/access/${id}`, body: '{}', headers: json }))
  return fc.oneof({ weight: 30, arbitrary: byAddress }, oembed as fc.Arbitrary<Question>, access)
}

const idOf = (document: string): string => document.split('/')[1] ?? ''

const json = { 'Content-Type': 'application/json' }

/** A question by GraphQL: any query of the schema, any of its arguments, all fields some levels down. */
function graphqlOf({ documents, claim }: Planted, schema: GraphQLSchema): fc.Arbitrary<Question> {
  const ids = documents.map(idOf)
  const queries = Object.values(schema.getQueryType()?.getFields() ?? {})
  return fc
    .tuple(
      fc.constantFrom(...queries),
      fc.constantFrom(claim, ...ids),
      term,
      fc.infiniteStream(fc.nat(999)),
    )
    .map(([{ name, args, type }, id, [p, o, g], chance]) => {
      const dice = () => (chance.next().value as number) % 4
      const field = filterable(args, chance.next().value as number) ?? p.replaceAll('.', '__')
      const one = `{ ${field}: { ${o}: "${g}" } }`
      const filter = dice() === 0 ? `{ OR: [${one}] }` : one
      const given: Record<string, string> = {
        id: `"${id}"`,
        where: dice() === 0 ? `{ id: { in: ${JSON.stringify(ids)} } }` : filter,
        sort: `"${p.replaceAll('.', dice() > 1 ? '__' : '.')}"`,
        draft: 'true',
        trash: 'true',
        limit: '10',
        locale: 'es',
        pagination: 'false',
      }
      const chosen = args.flatMap((arg) => {
        const isNeeded = String(arg.type).endsWith('!')
        const value = given[arg.name]
        return value && (isNeeded || dice() === 0) ? [`${arg.name}: ${value}`] : []
      })
      const list = chosen.length > 0 ? `(${chosen.join(', ')})` : ''
      const query = `{ ${name}${list} ${fieldsOf(getNamedType(type), 3)} }`
      return { path: '/api/graphql', body: JSON.stringify({ query }), headers: json }
    })
}

/** One of the fields by which a query can be filtered. */
function filterable(args: readonly GraphQLArgument[], n: number): string | undefined {
  const where = args.find((arg) => arg.name === 'where')
  const type = where && getNamedType(where.type)
  const names = isInputObjectType(type) ? Object.keys(type.getFields()) : []
  return names[n % names.length]
}

/** Every field of a type, and of what it holds, so many levels down. */
function fieldsOf(type: GraphQLNamedOutputType, levels: number): string {
  if (isScalarType(type) || isEnumType(type)) return ''
  if (isUnionType(type)) {
    const each = type.getTypes().map((one) => `... on ${one.name} { id }`)
    return `{ __typename ${each.join(' ')} }`
  }
  if (!isObjectType(type)) return '{ __typename }'
  const fields = Object.values(type.getFields()).flatMap((field) => {
    const inner = getNamedType(field.type)
    const isLeaf = isScalarType(inner) || isEnumType(inner)
    if (isLeaf) return [field.name]
    return levels > 0 ? [`${field.name} ${fieldsOf(inner, levels - 1)}`] : []
  })
  return `{ ${fields.length > 0 ? fields.join(' ') : '__typename'} }`
}

/** Any question that can be asked here. */
export function questionsOf(planted: Planted, schema: GraphQLSchema): fc.Arbitrary<Question> {
  const collections = planted.service.payload.config.collections.map(({ slug }) => slug)
  return fc.oneof(
    { weight: 8, arbitrary: restOf(planted, collections) },
    { weight: 2, arbitrary: graphqlOf(planted, schema) },
  )
}

/** Questions about content and accounts whose answer could depend on what may not be read. */
export function guesses(texts: string[]): fc.Arbitrary<Question> {
  const text = fc.constantFrom(...texts)
  const collection = fc.constantFrom('claims', 'claims', 'campaigns', 'demands', 'resources', 'users',
    'comments', 'history') // biome-ignore format: a list
  const parameter = fc.oneof(
    fc.tuple(path, operator, text).map(([p, o, g]) => `where[${p}][${o}]=${g}`),
    fc.tuple(path, operator, text).map(([p, o, g]) => `where[or][0][${p}][${o}]=${g}`),
    fc.tuple(direction, path).map(([d, p]) => `sort=${d}${p}`),
  )
  const list = fc
    .tuple(collection, fc.array(parameter, { minLength: 1, maxLength: 2 }), fc.nat(9))
    .map(([c, parameters, n]) => ({
      path: `/api/${c}${n === 0 ? '/count' : ''}?depth=${n % 2}&limit=50&${parameters.join('&')}`,
    }))
  const graphql = fc
    .tuple(
      fc.constantFrom('Claims', 'Campaigns', 'Users'),
      direction,
      path,
      operator,
      text,
      fc.boolean(),
    )
    .map(([c, d, p, o, g, sorts]) => {
      const name = p.replaceAll('.', '__')
      const args = sorts ? `sort: "${d}${name}"` : `where: { ${name}: { ${o}: "${g}" } }`
      const query = `{ ${c}(${args}) { docs { id } totalDocs } }`
      return { path: '/api/graphql', body: JSON.stringify({ query }), headers: json }
    })
  return fc.oneof(
    { weight: 5, arbitrary: list as fc.Arbitrary<Question> },
    { weight: 1, arbitrary: graphql },
  )
}
