import { type ParseArgsConfig, parseArgs } from 'node:util'
import { UsageError } from './errors.ts'

/** A mistake in the arguments of a command. */
export class ArgumentError extends UsageError {
  override name = 'ArgumentError'
}

/** Runs a command with the arguments of this process. Exit code 2 stands for wrong arguments, 1 for failure. */
export async function runCommand(command: (args: string[]) => Promise<number>): Promise<void> {
  try {
    process.exitCode = await command(process.argv.slice(2))
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    console.error(error instanceof UsageError ? message : `It failed: ${message.split('\n')[0]}`)
    process.exitCode = error instanceof ArgumentError ? 2 : 1
  }
}

/**
 * Node's parser, whose mistakes are told in one line.
 *
 * @param command as one types it
 */
export function readArguments<const C extends ParseArgsConfig>(command: string, config: C) {
  try {
    return parseArgs(config)
  } catch (error) {
    // Node adds advice on arguments that begin with a dash.
    const [sentence] = (error as Error).message.split(/\. |\n/)
    throw new ArgumentError(`${sentence} (${command} -- --help)`)
  }
}
