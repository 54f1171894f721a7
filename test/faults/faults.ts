import { diskFull } from './disk-full.ts'
import type { Fault } from './fault.ts'
import { killedUnderWriters } from './killed-under-writers.ts'
import { idleConnections, slowClients } from './many-connections.ts'
import { primaryKilled, primarySteppedDown, primaryStopped } from './primary-gone.ts'
import { lockedDatabase, slowDatabase } from './slow-database.ts'
import { stoppedUnderLoad } from './stopped-under-load.ts'
import { stoppedWithoutDatabase } from './stopped-without-database.ts'

/** Every case, in the order of the table. */
export const faults: readonly Fault[] = [
  killedUnderWriters,
  stoppedUnderLoad,
  stoppedWithoutDatabase,
  primarySteppedDown,
  primaryStopped,
  primaryKilled,
  slowDatabase,
  lockedDatabase,
  diskFull,
  slowClients,
  idleConnections,
]
