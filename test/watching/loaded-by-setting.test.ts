import { type BuildOptions, build } from 'esbuild'
import { expect, test } from 'vitest'
import { compileOptions } from '../../src/compile.mjs'

test('what a setting switches on is not loaded before, so that the start does not wait for it', async () => {
  const options = compileOptions('src/main.ts') as BuildOptions
  const { metafile } = await build({ ...options, metafile: true })
  const imports = Object.values(metafile?.outputs ?? {}).flatMap((output) => output.imports)
  const ofWatching = imports.filter(({ path }) => /^(prom-client|@opentelemetry\/.*)$/.test(path))
  expect([...new Set(ofWatching.map(({ kind }) => kind))]).toEqual(['dynamic-import'])
  expect(new Set(ofWatching.map(({ path }) => path)).size).toBe(5)
})
