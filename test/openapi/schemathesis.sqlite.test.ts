import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { projectRoot } from '../../src/install.mjs'
import { addEveryKind } from '../support/every-kind.ts'
import { type PythonPackage, providePackage } from '../support/python-package.ts'
import { startService, type TestService } from '../support/service.ts'

const schemathesis = await providePackage('schemathesis', '4.32.5')
// It keeps notes where it runs.
const cwd = await mkdtemp(join(tmpdir(), 'handbill-schemathesis-'))
afterAll(() => rm(cwd, { recursive: true, force: true }))

/** What the document promises: no failure of the server, and nothing that is not documented. */
const checks = [
  'not_a_server_error',
  'status_code_conformance',
  'content_type_conformance',
  'response_headers_conformance',
  'response_schema_conformance',
]

test.skipIf(!schemathesis)(
  'schemathesis finds no answer that is not documented',
  async () => {
    const service = await startService()
    try {
      const known = await pathParameters(service)
      const options = [
        ['--checks', checks.join(',')],
        ['--phases', 'examples,fuzzing'],
        // It never ends.
        ['--exclude-path', '/api/changes/stream'],
        ['--max-examples', '12'],
        ['--seed', '1'],
        ['--suppress-health-check', 'all'],
      ].flat()
      const report = await reportOf(
        schemathesis as PythonPackage,
        [
          ...['run', `${service.url}/api/openapi.json`, '--no-shrink', '--continue-on-failure'],
          ...options,
        ],
        known,
      )
      expect(report).not.toMatch(/^Failures:|^Errors:/m)
      const [, passed = '0'] = /(\d+) generated, \d+ passed/.exec(report) ?? []
      expect(Number(passed), report).toBeGreaterThan(200)
    } finally {
      await service.stop()
    }
  },
  180_000,
)

/** What it prints, however it ends: a failure is told with the request that shows it. */
function reportOf({ modules }: PythonPackage, options: string[], known: object): Promise<string> {
  const env = {
    ...process.env,
    KNOWN_PATH_PARAMETERS: JSON.stringify(known),
    PYTHONDONTWRITEBYTECODE: '1',
    PYTHONPATH: [modules, join(projectRoot, 'test/openapi')].join(delimiter),
    SCHEMATHESIS_HOOKS: 'schemathesis_hooks',
  }
  return new Promise((resolve) => {
    execFile(
      join(modules, 'bin', 'schemathesis'),
      options,
      { cwd, env, maxBuffer: 2 ** 26, timeout: 170_000 },
      (_, out, err) => resolve(out + err),
    )
  })
}

async function pathParameters(service: TestService) {
  const ids = await addEveryKind(service)
  const { body } = await service.reader.get(`/api/media/${ids.media}`)
  return {
    campaigns: { id: ids.campaign, slug: 'everything' },
    claims: { id: ids.claim, slug: 'it-is-so' },
    demands: { id: ids.demand, slug: 'do-it' },
    media: { id: ids.media, filename: body.filename },
    resources: { id: ids.resource, slug: 'the-report' },
    feeds: { name: 'claims' },
  }
}
