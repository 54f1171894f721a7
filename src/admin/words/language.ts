/** What the admin says of our own in a language: the English words and what stands for them. */
export function inLanguage<W>(words: { en: W; es: W }, language: string): W {
  return language === 'es' ? words.es : words.en
}
