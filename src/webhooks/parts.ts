import type { Payload } from 'payload'
import type { Outbound } from '../outbound/outbound.ts'

const second = 1000
const minute = 60 * second
const hour = 60 * minute
const day = 24 * hour

/** All in milliseconds, unless they are counts. */
export type Timings = {
  /** Before each repetition of a delivery; there is one attempt more. */
  pauses: readonly number[]
  /** By which share of itself a pause may be longer, so that not everybody comes back at once. */
  jitter: number
  /** How long an attempt may take in all. */
  deadline: number
  /** After which whoever has taken up a job or a delivery counts as dead. */
  lease: number
  /** How long a receiver may take nothing before its webhook is paused. */
  patience: number
  /** How long the former secret signs too. */
  overlap: number
  /** How often the queue is looked at, and how often for what a dead server has left. */
  poll: number
  sweep: number
  /** How long one webhook is served before the others get their turn. */
  turn: number
  /** How many webhooks are served at once, and with how many requests each. */
  slots: number
  atOnce: number
}

export const defaultTimings: Timings = {
  // Two days and three quarters of an hour.
  pauses: [
    ...[10 * second, 30 * second, 2 * minute, 10 * minute, 30 * minute],
    ...[2 * hour, 6 * hour, 12 * hour, 12 * hour, 16 * hour],
  ],
  jitter: 0.2,
  deadline: 15 * second,
  lease: minute,
  patience: 2 * day,
  overlap: day,
  poll: second,
  sweep: 15 * second,
  turn: 10 * second,
  slots: 20,
  atOnce: 4,
}

/** What webhooks are delivered with. */
export type Parts = {
  /** Where this server is reached from outside. */
  publicUrl: string
  outbound: Outbound
  timings: Timings
  /** Days for which a delivery that has ended is kept. */
  retention: number
  /** Aborted when the server closes: no request is waited for then. */
  closing: AbortController
}

/** Where the plugin leaves them in a config; Payload keeps `custom` on the server. */
export const partsKey = 'webhooks'

/** @returns undefined when the config has no webhooks */
export const partsOf = ({ config }: Payload): Parts | undefined =>
  config.custom?.[partsKey] as Parts | undefined
