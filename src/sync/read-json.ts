import { failure } from './answers.ts'

/** @returns the body as JSON, or the answer to one that cannot be read */
export async function readJson(
  request: Request,
  maxBytes: number,
): Promise<{ value: unknown } | { refused: Response }> {
  const [type] = (request.headers.get('Content-Type') ?? '').split(';')
  if (type?.trim().toLowerCase() !== 'application/json') {
    return { refused: failure(415, 'Content-Type: accepted: application/json') }
  }
  const text = await readText(request, maxBytes)
  if (text === undefined) return { refused: failure(413, `The body: accepted: ${maxBytes} bytes`) }
  try {
    return { value: JSON.parse(text) }
  } catch {
    return { refused: failure(400, 'The body is not JSON.') }
  }
}

async function readText({ body }: Request, maxBytes: number): Promise<string | undefined> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of body ?? []) {
    size += chunk.byteLength
    if (size > maxBytes) return undefined
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString()
}
