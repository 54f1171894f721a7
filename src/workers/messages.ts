import type { Addition } from '../gate/sharing.ts'

/** What a worker asks the primary process for, and what the answer is. */
export type Asked =
  /** Adds to the counts of all workers. */
  | { ask: 'count'; additions: (Omit<Addition, 'until'> & { until: number })[] }
  /** Has every other worker do something, and tells what came of it. */
  | { ask: 'others'; task: Task }

export type Answer = { totals?: [id: string, count: number][]; results?: unknown[] }

/** What the others can be asked for: to follow the change log to its present end, or for their metrics. */
export type Task = 'follow' | 'metrics'

/** What goes between the processes; others, such as Next, may send messages of their own. */
export type Message =
  | { handbill: 'asked'; call: number; asked: Asked }
  | { handbill: 'answered'; call: number; answer: Answer }
  /** From the primary to a worker, and back when it is done. */
  | { handbill: 'do'; call: number; task: Task }
  | { handbill: 'done'; call: number; result?: unknown }

export const isOurs = (message: unknown): message is Message =>
  typeof message === 'object' && message !== null && 'handbill' in message
