// `npm run verify`: compiles the command and runs it.
import { prepare } from '../prepare.mjs'

await prepare()
const { runCompiled } = await import('../compile.mjs')
await runCompiled('src/mirror/verify.ts')
