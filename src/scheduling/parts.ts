/** All in milliseconds. */
export type Timings = {
  /** How often it is looked for what is due. */
  poll: number
  /** After which whoever has taken up a job counts as dead. */
  lease: number
  /** Before it is tried again after the database had failed, doubled each time. */
  pause: number
}

const second = 1000

export const defaultTimings: Timings = { poll: second, lease: 60 * second, pause: 5 * second }

/** How often something is tried that fails for no fault of its own: for two days. */
export const mostAttempts = 120
export const longestPause = 1800 * second
