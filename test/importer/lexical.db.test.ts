import { editorConfigFactory, getEnabledNodes } from '@payloadcms/richtext-lexical'
import { createHeadlessEditor } from '@payloadcms/richtext-lexical/lexical/headless'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { parseMarkdown } from '../../src/importer/read/parse-markdown.ts'
import { toLexical } from '../../src/importer/write/lexical.ts'
import { startService, type TestService } from '../support/service.ts'

let service: TestService
beforeAll(async () => {
  service = await startService()
})
afterAll(() => service.stop())

const everyShape = `
A paragraph with **bold**, *italic*, \`code\`, [a link](https://example.org) and a\\
second line.

> A quote,
>
> of two paragraphs.

3. Three

   and more

   - nested
     1. twice
4. Four

### A heading
`

it('rich text is what the editor itself saves', async () => {
  const state = toLexical(parseMarkdown(everyShape).blocks)
  const { config } = service.payload
  const editorConfig = await editorConfigFactory.default({ config })
  const editor = createHeadlessEditor({ nodes: getEnabledNodes({ editorConfig }) })
  const saved = editor.parseEditorState(JSON.stringify(state)).toJSON()
  expect(state).toEqual(JSON.parse(JSON.stringify(saved)))
})

it('no text is an empty field', () => {
  expect(toLexical([])).toBe(null)
})
