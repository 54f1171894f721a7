/**
 * How many questions a test puts: a few, always the same, in CI, where a finding belongs to a change; as many
 * as are asked for, and others each time, by `CANARY_REQUESTS`.
 */
const asked = process.env.CANARY_REQUESTS
export const requests = Number(asked ?? 400)

/** What fast-check is to do with a share of them. */
export const effort = (share = 1) => ({
  numRuns: Math.ceil(requests * share),
  ...(asked ? {} : { seed: 20_261_128 }),
})

/** Milliseconds for the questions, on a busy machine. */
export const enoughTime = 60_000 + requests * 400
