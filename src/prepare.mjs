import { existsSync } from 'node:fs'
import { ensureInstalled, projectRoot } from './install.mjs'

/**
 * What every command needs before it loads a package: what the lock file names is installed, the
 * settings of `.env` are read, and data/, .env and Next's build are found from the checkout, wherever
 * the command was given. Ends the process with one line when that cannot be done.
 *
 * @param mode NODE_ENV where the environment names none
 */
export async function prepare(mode = 'production') {
  try {
    await ensureInstalled()
  } catch (error) {
    console.error(error.message)
    process.exit(1)
  }
  process.chdir(projectRoot)
  if (existsSync('.env')) process.loadEnvFile('.env')
  process.env.NODE_ENV ??= mode
}
