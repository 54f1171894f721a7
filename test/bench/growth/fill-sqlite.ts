import { randomUUID } from 'node:crypto'
import Database from 'libsql'
import { type Campaigns, type Copy, newId, planCopies } from './template.ts'

type Row = Record<string, unknown>
type Table = { name: string; rows: Row[] }

/** Copies a claim that has figures, and its source, in the database's own tables, their versions with them. */
export function copyInSqlite(file: string, count: number): Campaigns {
  const database = new Database(file)
  const { claim, campaign, source } = database.prepare(original).get([]) as Record<string, string>
  if (!claim || !campaign || !source) throw new Error('There is nothing to copy.')
  const { copies, campaigns } = planCopies(count, campaign)
  database.exec('PRAGMA synchronous = OFF; BEGIN')
  const campaignTables = familyOf(database, ['campaigns', 'campaigns_locales'], campaign)
  const insert = inserter(database)
  for (const [n, id] of campaigns.entries()) {
    const copy = { n, campaign: id, time: new Date() }
    insertCopy(insert, campaignTables, copy, new Map([[campaign, id]]))
  }
  const tables = [
    ...familyOf(database, sourceTables, source),
    ...familyOf(database, claimTables, claim),
  ]
  for (const copy of copies) {
    insertCopy(insert, tables, copy, new Map([[campaign, copy.campaign]]))
  }
  database.exec('COMMIT')
  database.close()
  return { large: campaign, fifty: campaigns[0] ?? campaign }
}

const original = `
  SELECT claims.id AS claim, claims.campaign_id AS campaign, evidence.source_id AS source
  FROM claims
  JOIN claims_evidence AS evidence ON evidence._parent_id = claims.id
  JOIN claims_figures AS figures ON figures._parent_id = claims.id
  LIMIT 1`

/** A table comes after those that its rows belong to. */
const claimTables = [
  'claims',
  'claims_locales',
  'claims_evidence',
  'claims_figures',
  'claims_figures_locales',
  '_claims_v',
  '_claims_v_locales',
  '_claims_v_version_evidence',
  '_claims_v_version_figures',
  '_claims_v_version_figures_locales',
]

const sourceTables = ['resources', 'resources_locales', '_resources_v', '_resources_v_locales']

/** The rows of one document: its own, and those that belong to one of them. */
function familyOf(database: Database.Database, names: string[], id: string): Table[] {
  const members = new Set<unknown>([id])
  return names.map((name) => {
    const all = database.prepare(`SELECT * FROM "${name}"`).all([]) as Row[]
    const rows = all.filter((row) => members.has(row._parent_id ?? row.parent_id ?? row.id))
    for (const row of rows) members.add(row.id)
    return { name, rows }
  })
}

type Insert = (table: string, row: Row) => void

function inserter(database: Database.Database): Insert {
  const prepared = new Map<string, Database.Statement>()
  return (table, row) => {
    const names = Object.keys(row)
    const sql = `INSERT INTO "${table}" (${names.map((name) => `"${name}"`)}) VALUES (${names.map(() => '?')})`
    const statement = prepared.get(sql) ?? database.prepare(sql)
    prepared.set(sql, statement)
    statement.run(Object.values(row))
  }
}

/** @param ids what each id becomes; an id that is not there yet is given one */
function insertCopy(insert: Insert, tables: Table[], copy: Copy, ids: Map<unknown, string>): void {
  for (const { name, rows } of tables) {
    for (const row of rows) {
      if (typeof row.id === 'string' && !ids.has(row.id)) {
        ids.set(row.id, row.id.includes('-') ? randomUUID() : newId())
      }
      insert(name, copyOf(row, copy, ids))
    }
  }
}

function copyOf({ id, ...row }: Row, { n, time }: Copy, ids: Map<unknown, string>): Row {
  const copied = Object.entries(row).map(([name, value]) => {
    if (/(created|updated)_at$/.test(name)) return [name, time.toISOString()]
    if (/slug$/.test(name)) return [name, `${value}-copy-${n}`]
    return [name, ids.get(value) ?? value]
  })
  // Rows without a name of their own are numbered by the database.
  return Object.fromEntries(typeof id === 'string' ? [['id', ids.get(id)], ...copied] : copied)
}
