/** Whether a text can be a document's id: some databases break on one that cannot. */
export const isId = (text: string): boolean => /^[0-9a-f]{24}$/.test(text)
