// Our server without the admin. Compiled as it is at start.
import { runCompiled } from '../../src/compile.mjs'

await runCompiled('test/bench/serve.ts')
