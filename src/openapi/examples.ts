import type { OpenApiDocument } from './document.ts'
import type { Answer, Example } from './operation.ts'

/** Answers by the name of the operation that gave them, and by a name of their own. */
export type Examples = Record<string, Record<string, Example>>

/** Shows answers beside the operations that give them. */
export function addExamples({ paths }: OpenApiDocument, examples: Examples): void {
  for (const item of Object.values(paths)) {
    for (const operation of Object.values(item)) {
      const own = examples[operation.operationId]
      const success = operation.responses[200] as Answer | undefined
      const json = Object.keys(success?.content ?? {}).find((type) => type.endsWith('json'))
      const media = json && success?.content?.[json]
      if (own && media) media.examples = own
    }
  }
}
