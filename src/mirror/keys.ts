import { runCommand } from '../run-command.ts'
import { keysCommand } from './keys/keys-command.ts'

await runCommand(keysCommand)
