import { spawnSync } from 'node:child_process'
import { type Ask, connections, type Load } from './ask.ts'
import { autocannonLoad } from './autocannon.ts'
import { wrkLoad } from './wrk.ts'

export type LoadGenerator = {
  name: string
  run(ask: Ask, url: string, seconds: number): Promise<Load>
}

/** `wrk` where there is one: it takes less of the processor for what it asks. */
export function loadGenerator(): LoadGenerator {
  const hasWrk = spawnSync('wrk', ['-v']).error === undefined
  return hasWrk
    ? { name: `wrk -t1 -c${connections}`, run: wrkLoad }
    : { name: `autocannon with ${connections} connections`, run: autocannonLoad }
}
