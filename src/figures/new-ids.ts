import ObjectID from 'bson-objectid'
import type { Field, FieldHook } from 'payload'
import { pointFigures } from '../rich-text/point-figures.ts'

const newId = (): string => new ObjectID().toHexString()

/** What the figures of a document that is being copied are called in the copy. */
const copies = new WeakMap<object, Map<string, string>>()

function copyOf(document: object, id: string): string {
  const known = copies.get(document) ?? new Map<string, string>()
  copies.set(document, known)
  const copy = known.get(id) ?? newId()
  known.set(id, copy)
  return copy
}

/** The id of a row as Payload has it, but that the text of a copy can be told which one it will be. */
export const newFigureId: Field = {
  name: 'id',
  type: 'text',
  label: 'ID',
  admin: { hidden: true },
  defaultValue: newId,
  hooks: {
    beforeChange: [({ value }) => value || newId()],
    beforeDuplicate: [({ data, value }) => (value && data ? copyOf(data, value) : newId())],
  },
}

/** Has the text of a copy show the copy's figures. */
export const pointToCopies: FieldHook = ({ data, value }) =>
  data ? pointFigures(value, (id) => copyOf(data, id)) : value
