import { runCommand } from '../run-command.ts'
import { verifyCommand } from './verify/verify-command.ts'

await runCommand(verifyCommand)
