import { APIError, type PayloadRequest } from 'payload'

/**
 * The JSON object that a request brings, of which never more is read than may be.
 *
 * @throws APIError 415, 413 or 400 for any other body
 */
export async function jsonBody(
  req: PayloadRequest,
  mostBytes: number,
): Promise<Record<string, unknown>> {
  const [type] = (req.headers.get('Content-Type') ?? '').split(';')
  if (type?.trim().toLowerCase() !== 'application/json') {
    throw mistake('Content-Type: accepted: application/json', 415)
  }
  const value = parsed(await readText(req, mostBytes))
  if (!value || typeof value !== 'object' || Array.isArray(value)) {
    throw mistake('The body is not a JSON object.', 400)
  }
  return value as Record<string, unknown>
}

async function readText({ body }: PayloadRequest, mostBytes: number): Promise<string> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of (body ?? []) as AsyncIterable<Uint8Array>) {
    size += chunk.byteLength
    if (size > mostBytes) throw mistake(`The body: accepted: at most ${mostBytes} bytes`, 413)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString()
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const mistake = (message: string, status: number) => new APIError(message, status, null, true)
