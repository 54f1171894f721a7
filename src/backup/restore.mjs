// `npm run restore`: compiles the command and runs it with the settings that `npm start` has.
import { prepare } from '../prepare.mjs'

await prepare()
const { runCompiled } = await import('../compile.mjs')
await runCompiled('src/backup/restore.ts')
