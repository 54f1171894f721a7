import type { SanitizedConfig } from 'payload'
import { typeNameOf } from '../cms/graphql/hidden.ts'
import type { OpenApiDocument } from '../openapi/document.ts'
import type { Method, Operation, Parameter, Schema } from '../openapi/operation.ts'
import { type Deprecation, noticeOf } from './deprecation.ts'

/** What can carry a mark. `x-sunset` is for the comparison of contracts. */
type Markable = { deprecated?: boolean; description?: string; 'x-sunset'?: string }

/**
 * Marks in the document what is deprecated.
 *
 * @returns those of which there is nothing in the document
 */
export function markInOpenApi(
  document: OpenApiDocument,
  deprecations: Deprecation[],
  config: SanitizedConfig,
): Deprecation[] {
  return deprecations.filter((deprecation) => {
    const marked = markablesOf(document, deprecation, config)
    for (const one of marked) {
      one.deprecated = true
      one['x-sunset'] = deprecation.sunset
      one.description = [noticeOf(deprecation), one.description].filter(Boolean).join(' ')
    }
    return marked.length === 0
  })
}

function markablesOf(
  document: OpenApiDocument,
  { what }: Deprecation,
  config: SanitizedConfig,
): Markable[] {
  if ('field' in what) {
    const collection = config.collections.find(({ slug }) => slug === what.collection)
    return collection ? fieldsOf(document, typeNameOf(collection), what.field) : []
  }
  const operation = operationOf(document, what.operation)
  if (!operation) return []
  return 'parameter' in what ? ownParameter(document, operation, what.parameter) : [operation]
}

function operationOf({ paths }: OpenApiDocument, name: string): Operation | undefined {
  const [method = '', path = ''] = name.split(' ')
  return paths[path]?.[method.toLowerCase() as Method]
}

/** A parameter that operations share is marked in a copy of this operation's own. */
function ownParameter(
  { components }: OpenApiDocument,
  operation: Operation,
  name: string,
): Parameter[] {
  const list = operation.parameters ?? []
  for (const [index, one] of list.entries()) {
    const shared = '$ref' in one ? components.parameters[one.$ref.split('/').at(-1) ?? ''] : one
    if (shared?.name !== name) continue
    const own = { ...shared }
    list[index] = own
    return [own]
  }
  return []
}

/** The field in all forms of its document, and where it can be asked for. */
function fieldsOf({ components }: OpenApiDocument, type: string, path: string): Schema[] {
  const forms = ['', 'InAllLanguages', 'Part', 'PartInAllLanguages', 'Select']
  const found = forms.map((form) => inner(components.schemas[type + form], path.split('.')))
  const filter = components.schemas[`${type}Where`]?.properties?.[path]
  return [...found, filter].filter((one) => one !== undefined)
}

function inner(schema: Schema | undefined, [name, ...rest]: string[]): Schema | undefined {
  if (!schema || name === undefined) return schema
  const holder = schema.items ?? schema.anyOf?.find(({ properties }) => properties) ?? schema
  return inner(holder.properties?.[name], rest)
}
