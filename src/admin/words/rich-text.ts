/** What is said of writing texts with a keyboard. */
export const richTextWords = {
  en: { leave: 'In a list, Tab indents; press Escape first to leave with Tab.' },
  es: { leave: 'En una lista, Tab sangra; pulsa antes Escape para salir con Tab.' },
}
