import { diskFull } from './cases/disk-full.ts'
import { killUnderWriters } from './cases/kill-under-writers.ts'
import { primaryLost } from './cases/primary-lost.ts'
import { stopUnderLoad } from './cases/stop-under-load.ts'
import type { Fault } from './fault.ts'

/** Every case, in the order of the table. */
export const faults: readonly Fault[] = [killUnderWriters, primaryLost, stopUnderLoad, diskFull]
