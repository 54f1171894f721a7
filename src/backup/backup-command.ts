import { existsSync, statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { UsageError } from '../errors.ts'
import { ArgumentError, readArguments } from '../run-command.ts'
import { readSettings } from '../settings.ts'
import { makeBackup } from './make-backup.ts'

const usage = `npm run backup -- FILE [--keys]

Writes everything that the database holds at one moment, and the uploaded files, from the bucket too, into one
file, while servers may be running: documents with their drafts and versions, the change log, what was ever public,
accounts with the digests of their passwords, the digests of partners' keys. npm run restore puts it
into an empty SQLite or MongoDB. Keep it to yourself: only its owner may read it.

  FILE     a new file, such as handbill-2026-11-28.tar.gz
  --keys   also the secret and the keys that copies are signed with. Whoever has them can sign in as anybody`

/**
 * Runs `npm run backup` with its arguments.
 *
 * @returns the exit code
 */
export async function backupCommand(args: string[]): Promise<number> {
  const { help, keys, file } = readOptions(args)
  if (help) {
    console.log(usage)
    return 0
  }
  if (!file) throw new ArgumentError('To which file? npm run backup -- FILE (or --help)')
  const target = resolve(file)
  if (existsSync(target))
    throw new UsageError(`${file}: is there already; a backup takes a new file`)
  if (!existsSync(dirname(target))) throw new UsageError(`${file}: there is no such folder`)
  const settings = readSettings()
  if (settings.database.kind === 'sqlite' && !existsSync(settings.database.file)) {
    throw new UsageError(`DATABASE_URL: there is no database at ${settings.database.file}`)
  }
  const manifest = await makeBackup(settings, target, { keys })
  const { media, moment, sequence } = manifest
  const rows = manifest.parts.reduce((sum, part) => sum + part.rows, 0)
  const files = manifest.entries.filter(({ path }) => path.startsWith('media/')).length
  console.log(`${rows} rows, ${files} media files, ${(statSync(target).size / 1e6).toFixed(1)} MB, written to ${file}
State of   ${moment}, change ${sequence}
Confidential: it holds accounts and drafts${keys ? ', and the keys' : ''}; only its owner may read it.`)
  if (media.missing.length > 0) {
    console.log(`Files that are missing: ${media.missing.join(', ')}`)
  }
  return 0
}

function readOptions(args: string[]) {
  const { values, positionals } = readArguments('npm run backup', {
    args,
    allowPositionals: true,
    options: {
      keys: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  })
  const [file, other] = positionals
  if (other !== undefined) throw new ArgumentError(`One file, not also: ${other}`)
  return { ...values, file }
}
