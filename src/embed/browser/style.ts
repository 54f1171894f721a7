/** style.css, which is put in when this is compiled. */
declare const STYLE: string

let sheet: CSSStyleSheet | undefined

/** The one style sheet of all elements; constructed, for a strict policy refuses any in the page. */
export function styleSheet(): CSSStyleSheet {
  if (!sheet) {
    sheet = new CSSStyleSheet()
    sheet.replaceSync(STYLE)
  }
  return sheet
}
