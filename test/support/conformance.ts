import type { AnySchemaObject, ErrorObject } from 'ajv'
import { Ajv2020 } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'
import type { OpenApiDocument } from '../../src/openapi/document.ts'
import type { Schema } from '../../src/openapi/operation.ts'
import type { Client } from './service.ts'

/** What is wrong with an answer by the OpenAPI document; nothing when it is as documented. */
export type Conformance = (path: string) => Promise<{ status: number; problems: string[] }>

/**
 * Asks for paths and holds the answers against the document: the status must be documented, the body be as
 * the schema says, and have nothing in it that the schema does not name.
 */
export function conformanceTo(document: OpenApiDocument, client: Client): Conformance {
  const ajv = validatorOf(document)
  return async (path) => {
    const { body, headers, status, text } = await client.get(path)
    const template = templateOf(document, path.split('?')[0] as string)
    const pointer = responsePointer(document, template, status)
    if (!pointer) return { status, problems: [`${status} is not documented at ${template}`] }
    const [type = ''] = (headers.get('Content-Type') ?? '').split(';')
    const media = (at(document, pointer) as { content?: object }).content
    if (!media) return { status, problems: body === undefined ? [] : ['has a body'] }
    if (!(type in media)) return { status, problems: [`${type} is not documented`] }
    const validate = ajv.compile({ $ref: `openapi#${pointer}/content/${escaped(type)}/schema` })
    validate(body === undefined ? text : body)
    return { status, problems: (validate.errors ?? []).map(problem) }
  }
}

/** Problems of a value by a schema of the document. */
export function problemsOf(document: OpenApiDocument, schema: Schema, value: unknown): string[] {
  const $id = 'https://handbill.example/openapi'
  const text = JSON.stringify(closed(schema)).replaceAll('"#/', `"${$id}#/`)
  const validate = validatorOf(document, $id).compile(JSON.parse(text))
  validate(value)
  return (validate.errors ?? []).map(problem)
}

function validatorOf(document: OpenApiDocument, key = 'openapi'): Ajv2020 {
  const ajv = new Ajv2020({ strict: false, allErrors: true })
  formats.default(ajv)
  return ajv.addSchema(closed(document) as AnySchemaObject, key)
}

const problem = ({ instancePath, message, params }: ErrorObject): string =>
  `${instancePath} ${message} ${JSON.stringify(params)}`

const escaped = (key: string): string => key.replaceAll('~', '~0').replaceAll('/', '~1')

/** The path of the document that stands for this one, with most of its segments written out. */
function templateOf({ paths }: OpenApiDocument, path: string): string {
  const fits = (template: string) =>
    new RegExp(`^${template.replaceAll('.', '\\.').replaceAll(/\{\w+\}/g, '[^/]+')}$`).test(path)
  const [found] = Object.keys(paths)
    .filter(fits)
    .sort((a, b) => a.split('{').length - b.split('{').length)
  if (!found) throw new Error(`${path} is not documented`)
  return found
}

function responsePointer(
  document: OpenApiDocument,
  template: string,
  status: number,
): string | undefined {
  const pointer = `/paths/${escaped(template)}/get/responses/${status}`
  const found = at(document, pointer) as { $ref?: string } | undefined
  return found?.$ref ? found.$ref.slice(1) : found && pointer
}

function at(document: unknown, pointer: string): unknown {
  const keys = pointer
    .slice(1)
    .split('/')
    .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'))
  return keys.reduce(
    (value, key) => (value as Record<string, unknown> | undefined)?.[key],
    document,
  )
}

/** The document whose objects have no fields but those that are named. */
function closed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(closed)
  if (value === null || typeof value !== 'object') return value
  const entries = Object.entries(value).map(([key, inner]) => [
    key,
    key === 'examples' ? inner : closed(inner),
  ])
  const object = Object.fromEntries(entries)
  const isObject =
    object.type === 'object' && object.properties && typeof object.properties === 'object'
  return isObject && object.additionalProperties === undefined
    ? { ...object, additionalProperties: false }
    : object
}
