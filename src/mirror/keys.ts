import { keysCommand } from './keys/keys-command.ts'
import { runCommand } from './run-command.ts'

await runCommand(keysCommand)
