/** How a language writes days and the names of languages. A stored day has no time zone but UTC. */
export function formatsOf(locale: string) {
  const days = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' })
  const moments = new Intl.DateTimeFormat(locale, {
    dateStyle: 'long',
    timeStyle: 'medium',
    timeZone: 'UTC',
  })
  const names = new Intl.DisplayNames(locale, { type: 'language' })
  return {
    /** @param iso a date; anything else is said as it is */
    day(iso: string): string {
      const date = new Date(iso)
      return Number.isNaN(date.valueOf()) ? iso : days.format(date)
    },
    /** @param iso a time */
    moment: (iso: string): string => `${moments.format(new Date(iso))} UTC`,
    language(code: string): string {
      try {
        return names.of(code) ?? code
      } catch {
        return code
      }
    },
  }
}
