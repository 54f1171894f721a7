import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { importSampleCampaign } from '../../seed/sample-campaign.ts'
import { chapters, exampleOrigin, readChapter } from '../../src/docs/guide.ts'
import { blocksIn } from '../../src/docs/markdown.ts'
import { provideCurl } from '../support/curl.ts'
import { createRunner, isAsShown, type Runner } from '../support/examples.ts'
import { makePartner } from '../support/partner.ts'
import { startService, type TestService } from '../support/service.ts'

/*
 * Executes the guide. A block of code with `run` behind its fence (sh, js, ts, graphql) is run as it stands,
 * after the example's origin was replaced with the service's; a block with `output` that follows shows
 * what it prints, with `…` for anything. The blocks of a chapter share a folder.
 */

const curl = await provideCurl()

let service: TestService
/** A partner's, which may read drafts. */
let key: string

beforeAll(async () => {
  service = await startService()
  await importSampleCampaign(service.payload)
  key = (await makePartner(service, { scopes: ['published', 'drafts'] })).key
  const admin = await service.as('admin')
  await admin.post('/api/claims?draft=true', { statement: 'A claim that is being written' })
})
afterAll(() => service.stop())

const texts = await Promise.all(
  chapters.map(async (name) => [name, await readChapter(name)] as const),
)

describe.each(texts)('the chapter %s', (_, text) => {
  let runner: Runner
  beforeAll(async () => {
    runner = await createRunner(service.reader, { HANDBILL_KEY: key })
  })
  afterAll(() => runner.remove())

  const blocks = blocksIn(text)
  const examples = blocks.flatMap((block, index) => {
    const next = blocks[index + 1]
    const output = next?.words.includes('output') ? next : undefined
    const [title = ''] = block.code.split('\n')
    return block.words.includes('run') ? [{ ...block, output, title }] : []
  })

  // The compiler of the types takes its time on a busy machine.
  test.for(examples)(
    '$language: $title',
    { timeout: 60_000 },
    async ({ code, language, output }, { skip }) => {
      skip(language === 'sh' && 'missing' in curl, 'no curl')
      const printed = await runner.run(language, code.replaceAll(exampleOrigin, service.url))
      expect(output && !isAsShown(printed, output.code, output.language) ? printed : '').toBe('')
    },
  )

  test('shows no output without its example', () => {
    const outputs = blocks.filter(({ words }) => words.includes('output'))
    expect(outputs).toHaveLength(examples.filter(({ output }) => output).length)
  })
})

test.each(['mirror.mjs', 'receiver.mjs'])('%s stands in it as it is tested', async (name) => {
  const code = await readFile(`docs/guide/${name}`, 'utf8')
  const blocks = texts.flatMap(([, text]) => blocksIn(text))
  expect(blocks.map((block) => block.code)).toContain(code)
})

test('its links lead to chapters that are there', async () => {
  const { text } = await service.reader.get('/docs/guide')
  const links = [...text.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id as string)
  expect(links.length).toBeGreaterThan(chapters.length)
  for (const id of links) expect(text).toContain(` id="${id}"`)
})

test('an example that is wrong is noticed', async () => {
  const runner = await createRunner(service.reader)
  try {
    await expect(runner.run('sh', 'ls /none | wc -l')).rejects.toThrow('none')
    await expect(runner.run('js', 'throw new Error("no")')).rejects.toThrow('no')
    await expect(runner.run('ts', 'const n: number = "no"')).rejects.toThrow('not assignable')
    await expect(runner.run('graphql', '{ Nothing { id } }')).rejects.toThrow('Nothing')
    expect(isAsShown('{"a":1,"b":2}', '{ "a": 1, … }', 'json')).toBe(true)
    expect(isAsShown('{"a":2,"b":2}', '{ "a": 1, … }', 'json')).toBe(false)
  } finally {
    await runner.remove()
  }
})

test('a client by the types is held to them', async () => {
  const runner = await createRunner(service.reader)
  try {
    await runner.run(
      'js',
      `import { writeFileSync } from 'node:fs'
      const types = await fetch('${service.url}/docs/handbill.d.ts')
      writeFileSync('handbill.d.ts', await types.text())`,
    )
    const wrong = [
      `client.GET('/api/claims', { params: { query: { limit: 'x' } } })`,
      `client.GET('/api/claims', { params: { query: { sort: ['colour'] } } })`,
      `client.GET('/api/claims', { params: { query: { where: { colour: {} } } } })`,
      `client.GET('/api/users')`,
      '(claim: Claim) => claim.colour',
    ]
    const printed = await runner.run(
      'ts',
      `import createClient from 'openapi-fetch'
import type { Claim, paths } from './handbill.d.ts'
const client = createClient<paths>({ baseUrl: '${service.url}' })
const { data } = await client.GET('/api/claims', { params: { query: { limit: 1 } } })
console.log(data?.docs.length)
export const never = () => [
  ${wrong.map((one) => `// @ts-expect-error\n${one},`).join('\n  ')}
]`,
    )
    expect(printed).toBe('1\n')
  } finally {
    await runner.remove()
  }
})
