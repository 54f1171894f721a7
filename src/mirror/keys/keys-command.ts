import type { Payload } from 'payload'
import { createLogger } from '../../logger.ts'
import { ArgumentError, readArguments } from '../../run-command.ts'
import { createService } from '../../service.ts'
import { readSettings } from '../../settings.ts'
import { publicKeyOf } from './public-key.ts'
import { publishedKeys, publishKey, withdrawKey } from './published-keys.ts'
import { newSigningKey } from './signing-key.ts'

const usage = `npm run keys [-- rotate | withdraw FINGERPRINT]

The keys that copies are signed with. Without more it lists those that are published.

  rotate                makes another key to sign with; copies that were signed before stay good
  withdraw FINGERPRINT  says that a key has been stolen: no copy that it has signed is good any more,
                        whenever it was made. Then rotate, and export the copies anew`

/**
 * Runs `npm run keys` with its arguments.
 *
 * @returns the exit code
 */
export async function keysCommand(args: string[]): Promise<number> {
  const asked = readOptions(args)
  if (asked.action === 'help') {
    console.log(usage)
    return 0
  }
  const settings = readSettings()
  const logger = createLogger({ ...settings, logLevel: 'error' })
  const service = await createService(settings, { background: false, logger })
  try {
    const { payload } = service
    if (asked.action === 'rotate') {
      const key = publicKeyOf(newSigningKey(settings))
      await publishKey(payload, key)
      console.log(`Copies are signed by ${key.kid} from now on.`)
    }
    if (asked.action === 'withdraw') {
      const wasTrusted = await withdrawKey(payload, asked.kid)
      console.log(wasTrusted ? `${asked.kid} is withdrawn.` : `${asked.kid} was withdrawn already.`)
    }
    console.log(await listed(payload))
    return 0
  } finally {
    await service.close()
  }
}

async function listed(payload: Payload): Promise<string> {
  const { keys, withdrawn } = await publishedKeys(payload)
  if (keys.length + withdrawn.length === 0) return 'No copy has been signed yet.'
  return [
    ...keys.map(({ kid, since }) => `${kid}  since ${since.slice(0, 10)}`),
    ...withdrawn.map(
      ({ kid, since, withdrawnAt }) =>
        `${kid}  since ${since.slice(0, 10)}, withdrawn ${withdrawnAt.slice(0, 10)}`,
    ),
  ].join('\n')
}

const fingerprint = /^[\w-]{43}$/

type Asked = { action: 'help' | 'list' | 'rotate' } | { action: 'withdraw'; kid: string }

/** A fingerprint is base64url (RFC 7638), which may begin with a dash: what follows `withdraw` is no option. */
function readOptions(args: string[]): Asked {
  if (args.length === 2 && args[0] === 'withdraw' && fingerprint.test(args[1] ?? '')) {
    return { action: 'withdraw', kid: args[1] as string }
  }
  const { values, positionals } = readArguments('npm run keys', {
    args,
    allowPositionals: true,
    options: { help: { type: 'boolean', short: 'h', default: false } },
  })
  if (values.help) return { action: 'help' }
  const [action, kid, ...more] = positionals
  if (action === undefined) return { action: 'list' }
  if (action === 'rotate' && kid === undefined) return { action }
  if (action === 'withdraw' && kid !== undefined && more.length === 0) return { action, kid }
  throw new ArgumentError(
    'Accepted: rotate, withdraw FINGERPRINT, or nothing (npm run keys -- --help)',
  )
}
