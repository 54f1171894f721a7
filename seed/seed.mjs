// `npm run seed`: imports the sample campaign into the database of the settings.
import { existsSync } from 'node:fs'
import { runCompiled } from '../src/compile.mjs'

if (existsSync('.env')) process.loadEnvFile('.env')
process.env.NODE_ENV ??= 'production'
await runCompiled('seed/seed.ts')
