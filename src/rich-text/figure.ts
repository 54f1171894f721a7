/** A number of a claim, as the claim's rows have it. */
export type Figure = {
  id?: string | null
  value?: number | null
  unit?: string | null
  asOf?: string | null
}

/** What a text may show, and the language to show it in. */
export type Figures = { rows: readonly Figure[]; locale: string }

/** A place in a text where a figure is shown; without a text when there is no such figure. */
export type ShownFigure = {
  type: 'figure'
  id: string
  withDate: boolean
  text: string
  value?: number
  /** In words. */
  day?: string
}

type WithFigures = { figures?: Figure[] | null; contentLocale?: string | null }

/** The figures of a document, in the language that it is shown in. */
export const figuresOf = ({ contentLocale, figures }: WithFigures): Figures => ({
  rows: figures ?? [],
  locale: contentLocale ?? 'en',
})

/** A number with its unit, as the language writes it, on one line. */
export const figureText = (locale: string, { unit, value }: Figure): string =>
  [typeof value === 'number' ? formatsOf(locale).numbers.format(value) : '', unit]
    .filter(Boolean)
    .join('\u00a0')

/** Puts into the place what it is to show. */
export function showFigure(place: ShownFigure, { locale, rows }: Figures): void {
  const figure = rows.find(({ id }) => id === place.id)
  if (!figure) return
  const text = figureText(locale, figure)
  const date = new Date(figure.asOf ?? Number.NaN)
  const day = Number.isNaN(date.valueOf()) ? undefined : formatsOf(locale).days.format(date)
  Object.assign(place, {
    text: day && place.withDate ? `${text} (${day})` : text,
    ...(typeof figure.value === 'number' ? { value: figure.value } : {}),
    ...(day ? { day } : {}),
  })
}

type Formats = { days: Intl.DateTimeFormat; numbers: Intl.NumberFormat }

const known = new Map<string, Formats>()

/** Making them takes longer than using them. A stored day has no time zone but UTC. */
function formatsOf(locale: string): Formats {
  const formats = known.get(locale) ?? {
    days: new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }),
    numbers: new Intl.NumberFormat(locale, { maximumFractionDigits: 20 }),
  }
  known.set(locale, formats)
  return formats
}
