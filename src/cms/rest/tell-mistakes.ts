import {
  type AfterErrorHook,
  APIError,
  type CollectionBeforeOperationHook,
  type SanitizedConfig,
} from 'payload'
import { requestLimits } from '../../limits.ts'

/**
 * Tells clients of their mistakes where Payload breaks on them and answers 500: a body that is no
 * object, a form that is cut off or has no boundary.
 */
export function tellMistakes(config: SanitizedConfig): void {
  for (const { hooks } of config.collections) hooks.beforeOperation.unshift(needsBody)
  config.hooks.afterError = [...(config.hooks.afterError ?? []), tellOfBody]
}

const needsBody: CollectionBeforeOperationHook = ({ args, operation, req }) => {
  if (req.payloadAPI !== 'REST' || (operation !== 'create' && operation !== 'update')) return
  const { data, duplicateFromID } = args as { data?: unknown; duplicateFromID?: unknown }
  // A copy may be made without any change.
  if (data === undefined && duplicateFromID) return
  if (data && typeof data === 'object' && !Array.isArray(data)) {
    if (!isDeeper(data, requestLimits.nesting)) return
    const message = `The body is nested too deeply; accepted: ${requestLimits.nesting} levels.`
    throw new APIError(message, 400, null, true)
  }
  throw new APIError(
    'The body is no document: accepted: a JSON object (Content-Type: application/json), or a form (multipart/form-data).',
    400,
    null,
    true,
  )
}

/** A form's JSON is read by Payload, which recurses into it. */
function isDeeper(data: object, most: number): boolean {
  let level: object[] = [data]
  for (let depth = 1; level.length > 0; depth++) {
    if (depth > most) return true
    level = level.flatMap((one) =>
      Buffer.isBuffer(one)
        ? []
        : Object.values(one).filter((inner) => inner && typeof inner === 'object'),
    )
  }
  return false
}

/** What busboy, which reads the forms for Payload, says of one that it cannot read. */
const brokenForm =
  /^(Unexpected end of (form|file)|Malformed |Multipart: Boundary|Missing Content-Type|Request is not eligible|Unsupported content type)/

const tellOfBody: AfterErrorHook = ({ error }) => {
  if (brokenForm.test(error.message)) return mistake(`The form cannot be read: ${error.message}.`)
  // Payload reads a `where` that is one text, and a form's `_payload`, as JSON.
  const isGiven = /utilities.(parseParams|addDataAndFileToRequest)/.test(error.stack ?? '')
  return error instanceof SyntaxError && isGiven
    ? mistake('A parameter or a part of the form is not the JSON that it should be.')
    : undefined
}

const mistake = (message: string) => ({ status: 400, response: { errors: [{ message }] } })
