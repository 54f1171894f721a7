import type { PayloadRequest } from 'payload'
import type { Line } from './history.ts'
import type { Move } from './move.ts'

/** What is known of a write between its hooks. */
export type UnderWay = {
  lines: Line[]
  /** Whether the document was public, and is when it is written; of a draft, that nothing changes. */
  wasPublic: boolean
  willBePublic: boolean
}

const movesKey = 'handbillMoves'
const writesKey = 'handbillWrites'

const keyOf = (collection: string, id: unknown): string => `${collection}/${id ?? ''}`

function mapIn<T>({ context }: PayloadRequest, name: string): Map<string, T> {
  context[name] ??= new Map<string, T>()
  return context[name] as Map<string, T>
}

/** Has the next write of the document be the move. */
export const noteMove = (req: PayloadRequest, collection: string, id: string, move: Move): void => {
  mapIn<Move>(req, movesKey).set(keyOf(collection, id), move)
}

export const takeMove = (req: PayloadRequest, collection: string, id: unknown): Move | undefined =>
  take(mapIn<Move>(req, movesKey), keyOf(collection, id))

/** One request may write many documents at once; a document that is created has no id yet. */
export const noteWrite = (
  req: PayloadRequest,
  collection: string,
  id: unknown,
  underWay: UnderWay,
): void => {
  mapIn<UnderWay>(req, writesKey).set(keyOf(collection, id), underWay)
}

export const takeWrite = (
  req: PayloadRequest,
  collection: string,
  id: unknown,
): UnderWay | undefined => take(mapIn<UnderWay>(req, writesKey), keyOf(collection, id))

export const peekWrite = (
  req: PayloadRequest,
  collection: string,
  id: unknown,
): UnderWay | undefined => mapIn<UnderWay>(req, writesKey).get(keyOf(collection, id))

function take<T>(map: Map<string, T>, key: string): T | undefined {
  const found = map.get(key)
  map.delete(key)
  return found
}
