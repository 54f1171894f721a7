import { type GraphQLSchema, isObjectType } from 'graphql'
import { isolateObjectProperty, type PayloadRequest } from 'payload'

/** What Payload's resolvers are given; those of log-in and log-out leave their cookies in `headers`. */
export type Context = { headers: Record<string, string>; req: PayloadRequest }

type Path = { key: string | number; prev: Path | undefined }

/**
 * Gives every field at the top of a query a context of its own.
 *
 * Payload's resolvers note the field's `locale` and `draft` in the context, for the relations below it.
 * In one context for all, `{ en: Claims(locale: en) es: Claims(locale: es) }` mixes the two languages.
 */
export function separateContexts(schema: GraphQLSchema): void {
  const contexts = new WeakMap<object, Map<string | number, Context>>()
  const contextAt = (shared: Context, path: Path): Context => {
    let top = path
    while (top.prev) top = top.prev
    const ofRequest = contexts.get(shared) ?? new Map<string | number, Context>()
    contexts.set(shared, ofRequest)
    const own = ofRequest.get(top.key) ?? separate(shared)
    ofRequest.set(top.key, own)
    return own
  }
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue
    for (const field of Object.values(type.getFields())) {
      if (!field.resolve) continue
      const { resolve } = field
      field.resolve = (source, args, context, info) =>
        resolve(source, args, contextAt(context, info.path as Path), info)
    }
  }
}

/** Payload notes `draft` in the query of the request, which it does not keep apart as it does the rest. */
function separate({ headers, req }: Context): Context {
  const own = isolateObjectProperty(req, 'query')
  own.query = { ...req.query }
  return { headers, req: own }
}
