/**
 * Payload's stream of an uploaded file does not hear of its cancellation, and keeps the file open for
 * ever. It closes the file at its end only, so a cancelled one is read to there.
 */
export function closingItsFile(response: Response): Response {
  const { body, headers, status, statusText } = response
  if (!body || headers.get('Accept-Ranges') !== 'bytes') return response
  const reader = body.getReader()
  const stream = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const { done, value } = await reader.read()
        if (done) controller.close()
        else controller.enqueue(value)
      },
      cancel: async () => {
        while (!(await reader.read()).done);
      },
    },
    { highWaterMark: 0 },
  )
  return new Response(stream, { headers, status, statusText })
}
