// `npm start`: plain JavaScript up to the import of main.ts, for it runs before anything is installed.
import cluster from 'node:cluster'
import { prepare } from './prepare.mjs'
import { warmUp } from './warm-up.mjs'
import { readWorkers } from './workers/options.mjs'

const isAlone = readWorkers() === 1
await prepare()
const { runCompiled } = await import('./compile.mjs')
if (isAlone || cluster.isWorker) {
  await warmUp()
  await runCompiled('src/main.ts')
} else {
  await runCompiled('src/workers/primary.ts')
}
