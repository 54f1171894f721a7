import { exportCommand } from './export/export-command.ts'
import { runCommand } from './run-command.ts'

await runCommand(exportCommand)
