import type {
  FieldAccess,
  FlattenedField,
  PayloadRequest,
  SanitizedCollectionConfig,
} from 'payload'

/** A field as a spreadsheet has it: a column, a group of columns, or columns that are repeated. */
export type Column = {
  name: string
  field: FlattenedField
  /** Whether it is shown only: the server keeps it, or the role may not write it. */
  isReadOnly: boolean
  /** Those inside of a group, or of a row. */
  columns?: Column[]
  isRows: boolean
}

const leaves = new Set([
  ...['text', 'textarea', 'email', 'code', 'number', 'checkbox', 'date', 'select', 'radio'],
  ...['relationship', 'upload', 'richText'],
])

/** Columns that say what the server keeps of a document. */
export const stateColumns = ['_status', 'updatedAt'] as const

/** The fields of a collection that the user may read, in their order. */
export async function columnsOf(
  { flattenedFields }: SanitizedCollectionConfig,
  req: PayloadRequest,
): Promise<Column[]> {
  const own = new Set<string>([...stateColumns, 'id', 'createdAt', 'deletedAt'])
  return columnsIn(
    flattenedFields.filter(({ name }) => !own.has(name)),
    req,
    false,
  )
}

async function columnsIn(
  fields: readonly FlattenedField[],
  req: PayloadRequest,
  isReadOnly: boolean,
): Promise<Column[]> {
  const columns: Column[] = []
  for (const field of fields) {
    if (isHidden(field) || !(await may(field, 'read', req))) continue
    const locked =
      isReadOnly ||
      Boolean(field.admin && 'readOnly' in field.admin && field.admin.readOnly) ||
      !(await may(field, 'update', req))
    const column = { name: field.name, field, isReadOnly: locked, isRows: field.type === 'array' }
    if (leaves.has(field.type)) columns.push(column)
    else if (field.type === 'group' || field.type === 'tab' || field.type === 'array') {
      const inside = field.flattenedFields.filter(({ name }) => name !== 'id')
      columns.push({ ...column, columns: await columnsIn(inside, req, locked) })
    }
  }
  return columns
}

const isHidden = (field: FlattenedField): boolean =>
  ('hidden' in field && field.hidden === true) ||
  ('virtual' in field && Boolean(field.virtual)) ||
  (field.admin !== undefined && 'hidden' in field.admin && field.admin.hidden === true)

async function may(
  field: FlattenedField,
  operation: 'read' | 'update',
  req: PayloadRequest,
): Promise<boolean> {
  const access = ('access' in field ? field.access?.[operation] : undefined) as
    | FieldAccess
    | undefined
  if (!access) return true
  const nothing = { blockData: {}, data: {}, doc: {}, siblingData: {} }
  return Boolean(await access({ req, ...nothing } as never))
}
