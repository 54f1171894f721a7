import type { Payload } from 'payload'
import type { Settings } from '../../settings.ts'
import type { Store } from '../content/store.ts'
import { mongodbPlace } from './mongodb-place.ts'
import { sqlitePlace } from './sqlite-place.ts'

/** An empty place that is filled, and is as empty as before until it is whole. */
export type Place = {
  payload: Payload
  store: Store
  /** The folder into which uploaded files are put, below which each collection has its own. */
  files: string
  /** Whether everything refers to something that is there, as far as the database knows. */
  check(): Promise<void>
  /** Says that it is whole. */
  finish(): Promise<void>
  /** Lets go of it as it is. */
  close(): Promise<void>
}

/**
 * Prepares a place for a restore; what an earlier one that was ended has left there is cleared away.
 *
 * @throws UsageError naming what is there, when it is not empty
 */
export const openPlace = (settings: Settings): Promise<Place> =>
  settings.database.kind === 'sqlite'
    ? sqlitePlace(settings, settings.database.file)
    : mongodbPlace(settings)
