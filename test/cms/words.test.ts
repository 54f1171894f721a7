import { type Field, formatLabels } from 'payload'
import { expect, test } from 'vitest'
import { es } from '../../collections/words/es.ts'
import { createConfig } from '../../src/cms/config.ts'
import { descriptionOf } from '../../src/cms/field-descriptions.ts'
import { readSettings } from '../../src/settings.ts'

const config = await createConfig(
  readSettings({
    NODE_ENV: 'test',
    DATABASE_URL: 'file::memory:',
    PAYLOAD_SECRET: 'a secret for the tests',
  }),
)
const shown = config.collections.filter(
  ({ admin, slug }) => !admin.hidden && !slug.startsWith('payload-'),
)

/** Payload says these in the editor's language itself, or shows them to nobody. */
const payloads = new Set(['id', 'createdAt', 'updatedAt', 'deletedAt', '_status', 'sessions'])

test.each(shown.map((collection) => [collection.slug, collection] as const))(
  'the admin says everything of %s in Spanish as it does in English',
  (slug, { fields, labels }) => {
    expect(labels.singular).toEqual(inBoth)
    expect(pluralIn('en', labels.plural)).toMatch(new RegExp(formatLabels(slug).plural, 'i'))
    expect(pluralIn('es', labels.plural)).toBe(es[slug]?.plural)
    const named = fields.flatMap((field) => wordsOf(field))
    expect(named.length).toBeGreaterThan(0)
    expect(named.filter(({ isInBoth }) => !isInBoth).map(({ path }) => path)).toEqual([])
  },
)

test('what clients are told of a field is its English words', () => {
  const claims = config.collections.find(({ slug }) => slug === 'claims')
  const statement = claims?.flattenedFields.find(({ name }) => name === 'statement')
  expect(statement && descriptionOf(statement)).toBe('The statement of fact, in one sentence.')
})

const pluralIn = (language: string, plural: unknown): unknown =>
  (plural as (args: object) => string)({ i18n: { language } })

const inBoth = { en: expect.stringMatching(/./), es: expect.stringMatching(/./) }

type Said = { path: string; isInBoth: boolean }

/** Whether each label, description and choice that an editor sees is in both languages. */
function wordsOf(field: Field, parent = ''): Said[] {
  const name = 'name' in field ? (field.name ?? '') : ''
  const path = parent + name
  if (payloads.has(path) || isUnseen(field)) return []
  const { label, admin, options, labels } = field as {
    label?: unknown
    labels?: { singular?: unknown }
    admin?: { description?: unknown }
    options?: ({ label: unknown; value: string } | string)[]
  }
  const texts = [
    ...(name ? [[path, label]] : []),
    ...(field.type === 'array' ? [[`${path} (row)`, labels?.singular]] : []),
    ...(admin?.description === undefined ? [] : [[`${path} (description)`, admin.description]]),
    ...(options ?? []).map((option) =>
      typeof option === 'string'
        ? [`${path}=${option}`, option]
        : [`${path}=${option.value}`, option.label],
    ),
  ] as [string, unknown][]
  const inner =
    'fields' in field
      ? field.fields
      : field.type === 'tabs'
        ? field.tabs.flatMap((tab) => tab.fields)
        : []
  return [
    ...texts.map(([at, text]) => ({ path: at, isInBoth: isSaidInBoth(text) })),
    ...inner.flatMap((one) => wordsOf(one, name ? `${path}.` : parent)),
  ]
}

const isUnseen = (field: Field): boolean =>
  Boolean('hidden' in field && field.hidden) ||
  Boolean((field.admin as { hidden?: boolean } | undefined)?.hidden) ||
  field.type === 'ui' ||
  // The rows of a list have an id, which is not shown.
  ('name' in field && field.name === 'id')

const isSaidInBoth = (text: unknown): boolean =>
  typeof text === 'function' ||
  (typeof text === 'object' && text !== null && 'en' in text && 'es' in text)
