import { ArgumentError, readArguments } from '../run-command.ts'
import { readSettings } from '../settings.ts'
import type { Manifest } from './archive/manifest.ts'
import { checkArchive } from './archive/read-archive.ts'
import { secretCheck } from './kept-keys.ts'
import { restoreBackup } from './restore-backup.ts'

const usage = `npm run restore -- FILE [--check]

Puts what npm run backup has written into an empty place, SQLite or MongoDB, whichever it came from: with
the same ids, names, versions, addresses and tokens. Every digest in the file is checked first, and
everything is read back at the end. Ended before that, it can be run again.

  FILE     the backup
  --check  only checks the digests in the file`

/**
 * Runs `npm run restore` with its arguments.
 *
 * @returns the exit code
 */
export async function restoreCommand(args: string[]): Promise<number> {
  const { check, help, file } = readOptions(args)
  if (help) {
    console.log(usage)
    return 0
  }
  if (!file) throw new ArgumentError('Which backup? npm run restore -- FILE (or --help)')
  const manifest = await checkArchive(file)
  if (check) {
    console.log(`Whole and unchanged: ${summaryOf(manifest)}`)
    return 0
  }
  // One that is made now would be in the way of the one that comes with the backup.
  const settings = readSettings(undefined, { makesSecret: false })
  const keys = await restoreBackup(settings, file, manifest)
  console.log(`Restored and read back: ${summaryOf(manifest)}`)
  for (const one of advice(manifest, keys, settings.secret)) console.log(one)
  return 0
}

function summaryOf({ database, entries, moment, parts, public: seen, sequence }: Manifest): string {
  const rows = parts.reduce((sum, part) => sum + part.rows, 0)
  const files = entries.filter(({ path }) => path.startsWith('media/')).length
  return `${rows} rows, ${files} media files, ${seen.rows} public documents
State of   ${moment}, change ${sequence}, from ${database}`
}

/** What is left to do by hand. */
function advice(
  { media, secretCheck: expected }: Manifest,
  keys: string[],
  secret: string,
): string[] {
  const isSame = keys.includes('secret') || secretCheck(secret) === expected
  return [
    ...(keys.length > 0 ? [`Keys       ${keys.join(', ')}`] : []),
    ...(isSame
      ? []
      : [
          'PAYLOAD_SECRET is not that of the backup: links for previews and set-up end, and webhooks need new secrets.',
        ]),
    ...(media.kept === 'bucket' ? ['Uploaded files are in a bucket and not in the backup.'] : []),
    ...(media.missing.length > 0
      ? [`Files that were missing already: ${media.missing.join(', ')}`]
      : []),
  ]
}

function readOptions(args: string[]) {
  const { values, positionals } = readArguments('npm run restore', {
    args,
    allowPositionals: true,
    options: {
      check: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  })
  const [file, other] = positionals
  if (other !== undefined) throw new ArgumentError(`One file, not also: ${other}`)
  return { ...values, file }
}
