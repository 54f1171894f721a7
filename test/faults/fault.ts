import type { FaultServer, StartOptions } from './server.ts'

export type Database = 'sqlite' | 'mongodb'

/** What a case is given to work with; whatever it starts is ended after it. */
export type Arena = {
  database: Database
  /** Starts a server as `npm start` does, on the database of the case. */
  start(options?: StartOptions): Promise<FaultServer>
  /** On MongoDB: the set that the database is on, when it is one of three that may be harmed. */
  members?: Members
}

export type Members = {
  /** Sends a signal to the present primary. */
  signalPrimary(signal: NodeJS.Signals): Promise<{ resume(): void }>
  /** Has another member be elected. */
  stepDown(): Promise<void>
}

/** What came of a case. */
export type Outcome = {
  /** What was measured, in a few words. */
  result: string
  /** What must not be; empty when the case has passed. */
  failures: string[]
  /** What took longer than it may; judged by `npm run faults`, on a machine with nothing else to do. */
  late?: string[]
}

/** One fault that a server must survive. */
export type Fault = {
  name: string
  done: string
  /** When it has passed, as it stands in the table. */
  mark: string
  on: readonly Database[]
  /** Whether it harms the database itself, and needs a set of three. */
  needsMembers?: boolean
  /** What needs more than a test may ask of the machine: rights, or quiet. */
  onlyInFull?: boolean
  /** How often: in the suite, and by `npm run faults`. */
  times: { short: number; full: number }
  run(arena: Arena, times: number): Promise<Outcome>
}
