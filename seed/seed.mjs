// `npm run seed`: imports the sample campaign into the database of the settings.
import { prepare } from '../src/prepare.mjs'

await prepare()
const { runCompiled } = await import('../src/compile.mjs')
await runCompiled('seed/seed.ts')
