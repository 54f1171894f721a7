import type { SQLiteAdapter } from '@payloadcms/db-sqlite'
import { Placeholder } from '@payloadcms/db-sqlite/drizzle'
import { readKey } from './read-key.ts'
import { rowMapping, type Selected } from './row-mapping.ts'

/** As many as a site's pages ask for; what readers make up beyond that pushes the oldest out. */
const maxKept = 500

/**
 * Remembers how a read is put into SQL. Drizzle composes a query from some hundred parts each time it is
 * asked; reads that differ only in the ids they ask for have the same text.
 */
export function withQueryPlans(adapter: SQLiteAdapter): void {
  const plansOf = new WeakMap<Drizzle, Plans>()
  for (const name of ['find', 'findOne'] as const) {
    const find = adapter[name] as unknown as Find
    const planned: Find = function (args) {
      // What a transaction reads goes over the transaction's connection.
      if (args.req?.transactionID) return find.call(this, args)
      const plans = plansOf.get(this.drizzle) ?? new Map()
      plansOf.set(this.drizzle, plans)
      const drizzle = withPlans(this.drizzle, plans, { name, ...args })
      return find.call(Object.create(this, { drizzle: { value: drizzle } }), args)
    }
    Object.assign(adapter, { [name]: planned })
  }
}

type Drizzle = SQLiteAdapter['drizzle']
type Find = (this: SQLiteAdapter, args: FindArgs) => Promise<unknown>
type FindArgs = { name?: string; req?: { transactionID?: unknown } }

/** Drizzle's query and its text, with a placeholder for each id; undefined for what cannot be planned. */
type Plan = { all(ids: Record<string, string>): Promise<unknown> } | undefined
type Plans = Map<string, Plan>

type Config = { orderBy?: unknown }
type Prepared = {
  all(ids: Record<string, string>): Promise<unknown>
  getQuery(): { params: unknown[] }
  customResultMapper: (rows: ArrayLike<unknown>[], mapValue: (value: unknown) => unknown) => unknown
}
type Query = {
  execute(): Promise<unknown>
  prepare(): Prepared
  _toSQL(): { query: { selection: Selected[] } }
  schema: Parameters<typeof rowMapping>[0]
  tableConfig: Parameters<typeof rowMapping>[1]
}
type Builder = { findMany(config: Config): Query }

/** The same drizzle, which takes the plan of a list instead of making its query. */
function withPlans(drizzle: Drizzle, plans: Plans, args: FindArgs): Drizzle {
  const tables = drizzle.query as unknown as Record<string, Builder>
  const findMany = (table: string, config: Config): Query | undefined => {
    const query = tables[table]?.findMany(config)
    // One without an order is the second of two, and asks for the ids that the first one found.
    if (!query || !config.orderBy) return query
    const { key, ids } = readKey(args)
    const plan = plans.has(key) ? plans.get(key) : makePlan(query, ids)
    keep(plans, key, plan)
    return plan ? Object.assign(query, { execute: () => plan.all(byName(ids)) }) : query
  }
  const query = new Proxy(tables, {
    get: (_, table) => ({ findMany: (config: Config) => findMany(String(table), config) }),
  })
  return Object.create(drizzle, { query: { value: query } })
}

function makePlan(query: Query, ids: string[]): Plan {
  const plan = query.prepare()
  const { params } = plan.getQuery()
  const places = params.flatMap((param, i) => (ids.includes(param as string) ? [i] : []))
  // Each id has to be in one place, and no other value may look like one.
  if (new Set(ids).size < ids.length || places.length !== ids.length) return undefined
  for (const i of places) params[i] = new Placeholder(`${ids.indexOf(params[i] as string)}`)
  const mapRow = rowMapping(query.schema, query.tableConfig, query._toSQL().query.selection)
  plan.customResultMapper = (rows, mapValue) => rows.map((row) => mapRow(row, mapValue))
  return plan
}

const byName = (ids: string[]): Record<string, string> => ({ ...ids }) as never

/** Puts it last, so that the one that has not been asked for longest is the first to go. */
function keep(plans: Plans, key: string, plan: Plan): void {
  plans.delete(key)
  plans.set(key, plan)
  const [oldest] = plans.keys()
  if (plans.size > maxKept && oldest !== undefined) plans.delete(oldest)
}
