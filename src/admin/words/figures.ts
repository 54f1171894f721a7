const en = {
  none: 'The claim has no figure yet. Add one under Figures, below the text.',
  choose: 'Choose a figure',
  removed: 'Removed figure',
  unchosen: 'No figure chosen',
}

/** What is said of a figure in the text of a claim. */
export const figureWords = {
  en,
  es: {
    none: 'La afirmación aún no tiene cifras. Añada una en Cifras, debajo del texto.',
    choose: 'Elija una cifra',
    removed: 'Cifra eliminada',
    unchosen: 'Sin cifra elegida',
  } satisfies typeof en,
}
