/*
 * Restores a backup into the database of DATABASE_URL, as `npm run restore` does. The arguments are the backup,
 * and the folder for what is not in the database.
 */
import { checkArchive } from '../../../src/backup/archive/read-archive.ts'
import { restoreBackup } from '../../../src/backup/restore-backup.ts'
import { runCommand } from '../../../src/run-command.ts'
import { readSettings } from '../../../src/settings.ts'

await runCommand(async () => {
  const [file = '', dataDir = ''] = process.argv.slice(-2)
  await restoreBackup({ ...readSettings(), dataDir }, file, await checkArchive(file))
  return 0
})
