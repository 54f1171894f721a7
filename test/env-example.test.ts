import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readSettings } from '../src/settings.ts'

const lines = readFileSync(new URL('../.env.example', import.meta.url), 'utf8').split('\n')
const example = lines.flatMap((line) => {
  const [, name, value] = /^#([A-Z\d_]+)=(.*)$/.exec(line) ?? []
  return name ? [[name, value ?? ''] as const] : []
})

test('every name in .env.example is a setting', () => {
  const wrong = Object.fromEntries(example.map(([name]) => [name, '!']))
  const complaint = complaintAbout(wrong)
  expect(example).not.toEqual([])
  for (const [name] of example) expect(complaint).toContain(`${name}: `)
  // A HANDBILL_ name that is no setting is complained about too, in these words.
  expect(complaint).not.toContain('not a setting')
})

test('the values in .env.example are accepted, and change nothing but the public address', () => {
  const PAYLOAD_SECRET = 'sixteen characters, or more'
  const shown = readSettings({ ...environment(example), PAYLOAD_SECRET })
  const usual = readSettings({ ...environment([]), PAYLOAD_SECRET })
  expect({ ...shown, publicUrl: usual.publicUrl }).toEqual(usual)
})

const environment = (pairs: readonly (readonly [string, string])[]) => ({
  NODE_ENV: 'test' as const,
  ...Object.fromEntries(pairs),
})

function complaintAbout(env: Record<string, string>): string {
  try {
    readSettings({ NODE_ENV: 'test', ...env })
    return ''
  } catch (error) {
    return (error as Error).message
  }
}
