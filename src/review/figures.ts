import { type PayloadRequest, ValidationError } from 'payload'
import { cleanState, figuresIn } from '../rich-text/clean.ts'
import { type Figure, figureText } from '../rich-text/figure.ts'
import { toPlainText } from '../rich-text/plain-text.ts'
import { wordsFor } from './words.ts'

/** What of a claim will be public together: its figures, and its text by language. */
export type Shown = { figures: readonly Figure[]; bodies: Record<string, unknown> }

/**
 * Refuses to publish a text that shows a figure which the claim has not.
 *
 * @param former figures of the claim until now, to say which one it is
 * @throws ValidationError
 */
export function needFigures(
  { bodies, figures }: Shown,
  former: readonly Figure[],
  req: PayloadRequest,
): void {
  const known = new Set(figures.map(({ id }) => id))
  const places = Object.entries(bodies).flatMap(([locale, body]) =>
    [...figuresIn(cleanState(body))]
      .filter(({ id }) => !known.has(id))
      .map(({ id }) => `${around(body, id, locale, [...former, ...figures])} (${locale})`),
  )
  if (places.length === 0) return
  const message = wordsFor(req).noSuchFigure([...new Set(places)].join(', '))
  throw new ValidationError(
    { collection: 'claims', errors: [{ message, path: 'body' }], req },
    req.t,
  )
}

const mostAround = 40

/** The words that the figure stands among, and itself as far as it is known. */
function around(body: unknown, id: string, locale: string, rows: readonly Figure[]): string {
  const figure = rows.find((one) => one.id === id)
  const unit = `[${figure ? figureText(locale, figure) : '?'}]`
  const text = toPlainText(body, { locale, rows: [{ id, unit }, ...rows] }).replaceAll(
    /[ \n]+/g,
    ' ',
  )
  const at = text.indexOf(unit)
  const [start, end] = [at - mostAround, at + unit.length + mostAround]
  const cut = text.slice(Math.max(start, 0), end)
  return `“${start > 0 ? '…' : ''}${cut}${end < text.length ? '…' : ''}”`
}
