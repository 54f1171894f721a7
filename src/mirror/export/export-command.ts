import type { KeyObject } from 'node:crypto'
import { changeLogOf } from '../../cms/changes/change-log.ts'
import { createLogger } from '../../logger.ts'
import { siteOf } from '../../permalinks/permalink.ts'
import { ArgumentError, readArguments } from '../../run-command.ts'
import { createService, type Service } from '../../service.ts'
import { readSettings, type Settings } from '../../settings.ts'
import { publicKeyOf } from '../keys/public-key.ts'
import { publishKey } from '../keys/published-keys.ts'
import { signingKey } from '../keys/signing-key.ts'
import type { Manifest } from '../manifest.ts'
import { exportCopy } from './export-copy.ts'

const usage = `npm run export -- --out DIR [--campaign SLUG]

Writes what is published as static files with a signed list of their digests, which npm run verify
checks. A copy that is in the folder already is replaced.

  --out DIR        the folder
  --campaign SLUG  only this campaign: what belongs to it, and what it shows`

/**
 * Runs `npm run export` with its arguments.
 *
 * @returns the exit code
 */
export async function exportCommand(args: string[]): Promise<number> {
  const { help, out, campaign } = readOptions(args)
  if (help) {
    console.log(usage)
    return 0
  }
  if (!out) throw new ArgumentError('Where to? npm run export -- --out DIR (or --help)')
  const manifest = await writeWith(readSettings(), out, campaign)
  const size = manifest.files.reduce((sum, file) => sum + file.size, 0)
  console.log(`${manifest.files.length} files, ${(size / 1e6).toFixed(1)} MB, written to ${out}
State of   ${manifest.asOf ?? 'unknown'}
Signed by  ${manifest.key}`)
  return 0
}

async function writeWith(settings: Settings, out: string, campaign: string | undefined) {
  const key = signingKey(settings)
  const logger = createLogger({ ...settings, logLevel: 'error' })
  const service = await createService(settings, { background: false, logger })
  try {
    return await exportFrom(service, settings, key, out, campaign)
  } finally {
    await service.close()
  }
}

/** Publishes the key before anything is signed with it. */
export async function exportFrom(
  { ask, payload }: Pick<Service, 'ask' | 'payload'>,
  settings: Settings,
  key: KeyObject,
  out: string,
  campaign?: string,
): Promise<Manifest> {
  const logged = changeLogOf(payload)
  if (!logged) throw new Error('This config keeps no change log.')
  await publishKey(payload, publicKeyOf(key))
  const { publicUrl: origin } = siteOf(settings)
  const { locales } = settings
  return exportCopy({ ask, log: logged.log, origin, locales, key }, out, campaign)
}

function readOptions(args: string[]) {
  const { values } = readArguments('npm run export', {
    args,
    options: {
      out: { type: 'string' },
      campaign: { type: 'string' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  })
  return values
}
