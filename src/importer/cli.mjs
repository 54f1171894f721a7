// `npm run import`: compiles the importer and runs it with the settings that `npm start` has.
import { existsSync } from 'node:fs'
import { runCompiled } from '../compile.mjs'

if (existsSync('.env')) process.loadEnvFile('.env')
// biome-ignore lint/style/noProcessEnv: set before anything reads it, as src/start.mjs does
process.env.NODE_ENV ??= 'production'
await runCompiled('src/importer/cli.ts')
