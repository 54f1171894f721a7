export type Limits = {
  /** How long a write waits for the ones before it, and for another process, before it gives up. */
  patience: number
  /** How long it waits for another process when a client waits for it. */
  hurry: number
  /**
   * How long a transaction may stay open: one that nobody ends would keep all others out for ever. A migration has no
   * limit, see `unhurried`.
   */
  lifetime: number
}

/** A transaction's lifetime is MongoDB's. */
export const defaultLimits: Limits = { patience: 10_000, hurry: 2000, lifetime: 60_000 }
