import { APIError } from 'payload'
import { UsageError } from '../errors.ts'
import { importCommand } from './import-command.ts'

/** One line for whoever typed the command. What they cannot mend themselves is said to be no mistake of theirs. */
function explain(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error)
  const isTheirs = error instanceof UsageError || error instanceof APIError
  return isTheirs ? message : `The import failed, and nothing is written: ${message.split('\n')[0]}`
}

try {
  await importCommand(process.argv.slice(2))
} catch (error) {
  console.error(explain(error))
  process.exitCode = 1
}
