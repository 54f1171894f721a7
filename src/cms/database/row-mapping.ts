/** What a column of a result becomes: a value, or rows of another table that SQLite gives as JSON. */
export type Selected = {
  tsKey: string
  field: Decoder | { decoder: Decoder } | { sql: { decoder: Decoder } }
  isJson: boolean
  relationTableTsKey?: string
  selection: Selected[]
}

type Decoder = { mapFromDriverValue(value: unknown): unknown }
type Table = { relations: Record<string, object> }
type MapValue = (value: unknown) => unknown
type MapRow = (row: ArrayLike<unknown>, mapValue: MapValue) => Record<string, unknown>

/**
 * Prepares how a result's rows become objects, as drizzle's `mapRelationalRow` makes them. That judges every
 * value anew by walking up the classes of its column, a tenth of the time of a list.
 *
 * @param tables drizzle's description of the tables, by name
 * @param table that of the rows' own
 */
export function rowMapping(
  tables: Record<string, Table>,
  table: Table,
  selection: Selected[],
): MapRow {
  const columns = selection.map((selected) => ({
    key: selected.tsKey,
    read: selected.isJson ? relatedRows(tables, table, selected) : plainValue(selected),
  }))
  return (row, mapValue) => {
    const result: Record<string, unknown> = {}
    let place = 0
    for (const { key, read } of columns) result[key] = read(row[place++], mapValue)
    return result
  }
}

function plainValue({ field }: Selected) {
  const decoder = decoderOf(field)
  return (raw: unknown, mapValue: MapValue): unknown => {
    const value = mapValue(raw)
    return value === null ? null : decoder.mapFromDriverValue(value)
  }
}

/** A column decodes for itself; SQL, and what was given a name, has somebody who does. */
function decoderOf(field: Selected['field']): Decoder {
  if ('mapFromDriverValue' in field) return field
  return 'decoder' in field ? field.decoder : field.sql.decoder
}

function relatedRows(
  tables: Record<string, Table>,
  table: Table,
  { tsKey, relationTableTsKey = '', selection }: Selected,
) {
  const related = tables[relationTableTsKey]
  if (!related) throw new Error(`Drizzle knows no table ${relationTableTsKey}.`)
  const mapRow = rowMapping(tables, related, selection)
  const isOne = kindOf(table.relations[tsKey]) === 'One'
  return (raw: unknown, mapValue: MapValue): unknown => {
    const rows = typeof raw === 'string' ? JSON.parse(raw) : raw
    if (isOne) return rows && mapRow(rows, mapValue)
    return (rows as ArrayLike<unknown>[]).map((row) => mapRow(row, mapValue))
  }
}

/** Drizzle names its classes, for there may be two copies of it. */
const kindOf = (relation: object | undefined): unknown =>
  Object(relation?.constructor)[Symbol.for('drizzle:entityKind')]
