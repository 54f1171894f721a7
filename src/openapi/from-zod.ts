import type { FlattenedField } from 'payload'
import { descriptionOf } from '../cms/field-descriptions.ts'
import { typeNameOf } from '../cms/graphql/hidden.ts'
import { innerFields } from '../cms/readers/fields.ts'
import type { Describe, Schema } from './operation.ts'

/**
 * Puts a JSON Schema that zod made into the document: it and its `$defs` under a common prefix.
 *
 * A property without words of its own gets those of the field of the same name in the collection whose
 * type is called as its definition is.
 *
 * @param root the collection whose fields the outermost object has
 * @param name of the outermost schema, where its `$defs` are those of another
 */
export function addZodSchema(
  { config, schema: add }: Describe,
  prefix: string,
  given: object,
  root?: string,
  name = prefix,
): Schema {
  const {
    $defs = {},
    $schema: _,
    ...top
  } = structuredClone(given) as Schema & {
    $defs?: Record<string, Schema>
  }
  const fieldsOf = (is: (slug: string, type: string) => boolean) =>
    config.collections.find((one) => is(one.slug, typeNameOf(one)))?.flattenedFields ?? []
  for (const [own, schema] of Object.entries($defs)) {
    describeLike(
      schema,
      fieldsOf((_slug, type) => type === own),
    )
    add(prefix + own, withRefs(schema, prefix))
  }
  describeLike(
    top,
    fieldsOf((slug) => slug === root),
  )
  return add(name, withRefs(top, prefix))
}

function describeLike(schema: Schema, fields: FlattenedField[]): void {
  for (const [name, property] of Object.entries(schema.properties ?? {})) {
    const field = fields.find((one) => one.name === name)
    if (!field) continue
    const description = descriptionOf(field)
    if (description) property.description ??= description
    const inner = innerFields(field)
    if (inner) describeLike(property.items ?? property, inner)
  }
}

/** Definitions stand among the schemas of the document. */
const withRefs = (schema: Schema, prefix: string): Schema =>
  JSON.parse(
    JSON.stringify(schema, (key, value) =>
      key === '$ref' ? value.replace('#/$defs/', `#/components/schemas/${prefix}`) : value,
    ),
  )
