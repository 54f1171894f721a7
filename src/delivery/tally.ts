/** How often kept answers have been given: whole, and as a 304. Somebody else reads it now and then. */
export type Tally = { whole: number; unchanged: number }

/** For those that nobody reads. */
export const noTally: Tally = { whole: 0, unchanged: 0 }
