import { backedUpUnderLoad } from './backed-up-under-load.ts'
import { clockStepping } from './clock-stepping.ts'
import { clocksApart } from './clocks-apart.ts'
import { diskFull, diskOfMongodbFull } from './disk-full.ts'
import type { Fault } from './fault.ts'
import { killedUnderWriters } from './killed-under-writers.ts'
import { killedWhilePublishing } from './killed-while-publishing.ts'
import { idleConnections, slowClients } from './many-connections.ts'
import { primaryKilled, primarySteppedDown, primaryStopped } from './primary-gone.ts'
import { lockedDatabase, slowDatabase } from './slow-database.ts'
import { standaloneMongodb } from './standalone-mongodb.ts'
import { stoppedUnderLoad } from './stopped-under-load.ts'
import { stoppedWithoutDatabase } from './stopped-without-database.ts'
import { twoServers } from './two-servers.ts'
import { upgradeKilled } from './upgrade-killed.ts'

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
  diskOfMongodbFull,
  slowClients,
  idleConnections,
  twoServers,
  killedWhilePublishing,
  standaloneMongodb,
  clockStepping,
  clocksApart,
  backedUpUnderLoad,
  upgradeKilled,
]
