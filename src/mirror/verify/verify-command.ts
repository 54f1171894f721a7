import { ArgumentError, readArguments } from '../../run-command.ts'
import { findKeys } from './find-keys.ts'
import { isIntact, type Verdict, verifyCopy } from './verify-copy.ts'

const usage = `npm run verify -- DIR [--key FILE|URL]

Compares every file of a copy with its signed list, and names what differs, is missing or is extra.
Exit code 0: intact; 1: not; 2: wrong arguments.

  --key FILE|URL  the publisher's key: a JWK, a JWK set or a PEM; mostly at
                  https://ORIGIN/.well-known/handbill-keys.json. Without it the key in the copy
                  is taken, which proves only that the copy is whole.`

/**
 * Runs `npm run verify` with its arguments.
 *
 * @returns the exit code
 */
export async function verifyCommand(args: string[]): Promise<number> {
  const { help, folder, key } = readOptions(args)
  if (help) {
    console.log(usage)
    return 0
  }
  if (folder === undefined) {
    throw new ArgumentError('Which copy? npm run verify -- DIR (or --help)')
  }
  const verdict = await verifyCopy(folder, await findKeys(folder, key))
  console.log(told(verdict, key))
  return isIntact(verdict) ? 0 : 1
}

function told(verdict: Verdict, key: string | undefined): string {
  const { manifest, signature, differing, missing, extra } = verdict
  const signed = {
    valid: 'The signature is valid.',
    invalid: 'The signature does not fit: the list has been changed, or is another’s.',
    'withdrawn key':
      'The list is signed with a key that its publisher has withdrawn: somebody else may have signed it.',
    'unknown key': `The list is signed with a key that is not in ${key ?? 'the copy'}.`,
  }[signature]
  return [
    ...differing.map((path) => `differs  ${path}`),
    ...missing.map((path) => `missing  ${path}`),
    ...extra.map((path) => `extra    ${path}`),
    isIntact(verdict) ? `Intact: ${manifest.files.length} files.` : 'Not intact.',
    signed,
    `Copied from  ${manifest.origin}`,
    `State of     ${manifest.asOf ?? 'unknown'}`,
    `Key          ${manifest.key}`,
    ...(key === undefined
      ? ['The key came with the copy: to know whose it is, name the publisher’s with --key.']
      : []),
  ].join('\n')
}

function readOptions(args: string[]) {
  const { values, positionals } = readArguments('npm run verify', {
    args,
    allowPositionals: true,
    options: { key: { type: 'string' }, help: { type: 'boolean', short: 'h', default: false } },
  })
  const [folder, ...more] = positionals
  if (more.length > 0) throw new ArgumentError(`One copy at a time, not also: ${more.join(', ')}`)
  return { folder, key: values.key, help: values.help }
}
