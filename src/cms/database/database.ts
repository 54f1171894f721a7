import type { DatabaseAdapterObj } from 'payload'
import type { DatabaseSettings } from '../../settings.ts'
import { mongodb } from './mongodb.ts'
import { sqlite } from './sqlite.ts'

/** The database adapter that the settings name. */
export const database = async (settings: DatabaseSettings): Promise<DatabaseAdapterObj> =>
  settings.kind === 'sqlite' ? sqlite(settings.file) : mongodb(settings)
