// `npm start`: plain JavaScript up to the import of main.ts, for it runs before anything is installed.
import { existsSync } from 'node:fs'
import { ensureInstalled, projectRoot } from './install.mjs'

try {
  await ensureInstalled()
} catch (error) {
  console.error(error.message)
  process.exit(1)
}

// data/, .env and Next's build are found from the checkout, wherever the command was given.
process.chdir(projectRoot)
if (existsSync('.env')) process.loadEnvFile('.env')
process.env.NODE_ENV ??= 'production'

const { runCompiled } = await import('./compile.mjs')
await runCompiled('src/main.ts')
