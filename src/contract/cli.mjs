// `npm run generate`, `npm run check` and `npm run contract:release`: what concerns the contract with partners.
import { runCompiled } from '../compile.mjs'

await runCompiled('src/contract/cli.ts')
