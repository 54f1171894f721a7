import { runCommand } from '../../run-command.ts'
import { migrateCommand } from './migrate-command.ts'

await runCommand(migrateCommand)
