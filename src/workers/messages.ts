import type { Addition } from '../gate/sharing.ts'

/** What a worker asks the primary process for, and what the answer is. */
export type Asked =
  /** Adds to the counts of all workers. */
  | { ask: 'count'; additions: (Omit<Addition, 'until'> & { until: number })[] }
  /** Has every other worker follow the change log to its present end. */
  | { ask: 'follow' }

export type Answer = { totals?: [id: string, count: number][] }

/** What goes between the processes; others, such as Next, may send messages of their own. */
export type Message =
  | { handbill: 'asked'; call: number; asked: Asked }
  | { handbill: 'answered'; call: number; answer: Answer }
  /** From the primary to a worker, and back when it has. */
  | { handbill: 'follow'; call: number }
  | { handbill: 'followed'; call: number }

export const isOurs = (message: unknown): message is Message =>
  typeof message === 'object' && message !== null && 'handbill' in message
