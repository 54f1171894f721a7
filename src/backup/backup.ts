import { runCommand } from '../run-command.ts'
import { backupCommand } from './backup-command.ts'

await runCommand(backupCommand)
