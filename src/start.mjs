// `npm start`: plain JavaScript up to the import of main.ts, for it runs before anything is installed.
import { prepare } from './prepare.mjs'

await prepare()
const { runCompiled } = await import('./compile.mjs')
await runCompiled('src/main.ts')
