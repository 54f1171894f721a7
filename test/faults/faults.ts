import type { Fault } from './fault.ts'
import { killedUnderWriters } from './killed-under-writers.ts'

/** Every case, in the order of the table. */
export const faults: readonly Fault[] = [killedUnderWriters]
