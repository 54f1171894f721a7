// `npm start`: plain JavaScript up to the import of main.ts, for it runs before tsx is installed.
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

// tsx runs in this process, with no child in between, so that npm's SIGTERM reaches the server.
const { register } = await import('tsx/esm/api')
register()
await import('./main.ts')
