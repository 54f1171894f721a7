// `npm start`: plain JavaScript up to the import of main.ts, for it runs before anything is installed.
import { prepare } from './prepare.mjs'
import { warmUp } from './warm-up.mjs'

await prepare()
await warmUp()
const { runCompiled } = await import('./compile.mjs')
await runCompiled('src/main.ts')
