import type { Load } from './load/ask.ts'
import type { LoadGenerator } from './load/generator.ts'
import type { Server } from './servers.ts'
import type { Side } from './sides.ts'
import { median } from './statistics.ts'

export type Length = { rounds: number; seconds: number; warmUp: number }

/** One load for each round; the n-th of all sides ran beside each other. */
export type Measured = { side: Side; loads: Load[]; limitLoads: Load[] }

/** Loads one side after the other, round by round, each round from another side on. */
export async function measure(
  sides: Side[],
  generator: LoadGenerator,
  length: Length,
): Promise<Measured[]> {
  const measured = sides.map((side) => ({ side, loads: [], limitLoads: [] }) as Measured)
  const runs = [
    ...measured.map(({ side, loads }) => ({ ask: side.ask, url: side.url, loads })),
    ...limitsOf(sides).map((limit) => limitRun(limit, measured)),
  ]
  for (const { ask, url } of runs) await generator.run(ask, url, length.warmUp)
  for (let round = 0; round < length.rounds; round++) {
    for (const run of rotated(runs, round)) {
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

const rotated = <T>(list: T[], by: number): T[] => [
  ...list.slice(by % list.length),
  ...list.slice(0, by % list.length),
]

/** The median over the rounds of one thing that was measured. */
export const middle = (loads: Load[], of: keyof Load): number =>
  median(loads.map((load) => load[of]))

/** The median of the ratios of rounds. */
export const ratio = (loads: Load[], others: Load[], of: keyof Load = 'rate'): number =>
  median(loads.map((load, i) => load[of] / (others[i]?.[of] ?? Number.NaN)))
