import { createHash } from 'node:crypto'

/**
 * What makes the page beside a form follow it. The admin says when the draft has been saved; the page is
 * then asked for again, and takes the place of what is shown, where the reader had scrolled to.
 */
export const refreshScript = `(() => {
  const form = window.parent !== window ? window.parent : window.opener
  if (!form) return
  let underWay = false, again = false
  async function refresh() {
    if (underWay) { again = true; return }
    underWay = true
    do {
      again = false
      const answer = await fetch(location.href, { cache: 'no-store' }).catch(() => undefined)
      if (!answer || !answer.ok) continue
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
      document.title = page.title
      document.documentElement.lang = page.documentElement.lang
      const at = [scrollX, scrollY]
      document.body.replaceChildren(...page.body.childNodes)
      scrollTo(...at)
    } while (again)
    underWay = false
  }
  addEventListener('message', ({ data, origin, source }) => {
    if (origin !== location.origin || source !== form) return
    if (data && data.type === 'payload-document-event') refresh()
  })
  form.postMessage({ type: 'payload-live-preview', ready: true }, location.origin)
})()`

/** By which the page's policy allows it. */
export const refreshDigest = createHash('sha256').update(refreshScript).digest('base64')
