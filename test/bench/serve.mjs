// Our server without the admin. Compiled as it is at start.
import { runCompiled } from '../../src/compile.mjs'
import { warmUp } from '../../src/warm-up.mjs'

await warmUp()
await runCompiled('test/bench/serve.ts')
