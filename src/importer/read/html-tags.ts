/** What an HTML tag in Markdown does to the text around it. */
export type TagMeaning = 'nothing' | 'break' | 'line' | 'text'

const inlineTags =
  /^<\/?(a|abbr|b|big|cite|del|em|font|i|img|ins|mark|q|s|small|span|strong|sub|sup|u)\b/i

const lineTags =
  /^<\/?(blockquote|center|details|div|footer|h[1-6]|header|hr|li|ol|p|section|summary|table|tbody|td|th|thead|tr|ul)\b/i

/** Tags that are not HTML (`<your name>`) are somebody's words, and stay. */
export function tagMeaning(tag: string): TagMeaning {
  if (/^<!--/.test(tag)) return 'nothing'
  if (/^<br\b/i.test(tag)) return 'break'
  if (lineTags.test(tag)) return 'line'
  return inlineTags.test(tag) ? 'nothing' : 'text'
}
