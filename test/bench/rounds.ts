import type { Load } from './load/ask.ts'
import type { LoadGenerator } from './load/generator.ts'
import type { Server } from './servers.ts'
import type { Side } from './sides.ts'
import { median } from './statistics.ts'

export type Length = { rounds: number; seconds: number; warmUp: number }

/** One load for each round; the n-th of all sides ran beside each other. */
export type Measured = { side: Side; loads: Load[]; limitLoads: Load[] }

/**
 * Loads one side after the other, round by round, every second round backwards. A limit is loaded next to the
 * first row that it is the limit of, since a shared machine has another speed half a minute later.
 */
export async function measure(
  sides: Side[],
  generator: LoadGenerator,
  length: Length,
): Promise<Measured[]> {
  const measured = sides.map((side) => ({ side, loads: [], limitLoads: [] }) as Measured)
  const runs = measured.flatMap(({ side, loads }, i) => {
    const run = { ask: side.ask, url: side.url, loads }
    const isFirst = sides.findIndex(({ limit }) => limit === side.limit) === i
    return isFirst ? [run, limitRun(side.limit, measured)] : [run]
  })
  for (const { ask, url } of runs) await generator.run(ask, url, length.warmUp)
  for (let round = 0; round < length.rounds; round++) {
    for (const run of round % 2 ? runs.toReversed() : runs) {
      const load = await generator.run(run.ask, run.url, length.seconds)
      if (load.failed > 0) throw new Error(`${run.url}${run.ask.path}: ${load.failed} failed`)
      run.loads.push(load)
    }
  }
  return measured
}

/** Rows of one limit share its loads. */
function limitRun(limit: Server, measured: Measured[]) {
  const loads: Load[] = []
  const held = measured.filter(({ side }) => side.limit === limit)
  for (const one of held) one.limitLoads = loads
  return { ask: held[0]?.side.ask ?? { path: '/' }, url: limit.url, loads }
}

export const limitsOf = (sides: Side[]): Server[] => [...new Set(sides.map(({ limit }) => limit))]

/** The median over the rounds of one thing that was measured. */
export const middle = (loads: Load[], of: keyof Load): number =>
  median(loads.map((load) => load[of]))

/** The median of the ratios of rounds. */
export const ratio = (loads: Load[], others: Load[], of: keyof Load = 'rate'): number =>
  median(loads.map((load, i) => load[of] / (others[i]?.[of] ?? Number.NaN)))
