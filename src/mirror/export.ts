import { runCommand } from '../run-command.ts'
import { exportCommand } from './export/export-command.ts'

await runCommand(exportCommand)
