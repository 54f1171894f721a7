export type DatabaseKind = 'sqlite' | 'mongodb'

/** What a case is given, and what it gives back. */
export type Given = {
  kind: DatabaseKind
  /** An empty database, as a DATABASE_URL. */
  databaseUrl: string
  times: number
  /** In the short form machines are busy and nobody measures: waits are longer. */
  isShort: boolean
  /** Has something undone when the case is over, however it ends; last said, first undone. */
  after(undo: () => unknown): void
}

export type Measured = {
  /** Every way in which the pass mark was missed; empty when it was met. */
  missed: string[]
  /** What was measured, for the table. */
  result: string
}

/** Something that goes wrong, and what must hold all the same. */
export type Fault = {
  name: string
  /** What is done, as the table says it. */
  done: string
  passMark: string
  on: readonly DatabaseKind[]
  times: { short: number; full: number }
  run(given: Given): Promise<Measured>
}

export const both: readonly DatabaseKind[] = ['sqlite', 'mongodb']
