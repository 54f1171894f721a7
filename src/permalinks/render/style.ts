import { createHash } from 'node:crypto'

/** The one style sheet of all pages, in the page itself: nothing else has to be loaded to read it. */
export const style = `
:root { color-scheme: light dark; --ink: #1d1b18; --soft: #5c5750; --paper: #fdfcfa; --line: #ddd8cf;
  --link: #0a4f93; --good: #1c6b3f; --warn: #8a5300; --bad: #a51d1d; --shade: #f4f1ea }
@media (prefers-color-scheme: dark) { :root { --ink: #e9e5dd; --soft: #aca59a; --paper: #171614;
  --line: #3a3733; --link: #8ec1f5; --good: #7fd0a1; --warn: #f0b964; --bad: #ff9a92; --shade: #211f1c } }
* { box-sizing: border-box }
html { font: 112.5%/1.6 Charter, "Bitstream Charter", "Sitka Text", Cambria, Georgia, serif; -webkit-text-size-adjust: 100% }
body { background: var(--paper); color: var(--ink); margin: 0 auto; max-width: 40rem; padding: 1.25rem 1.25rem 4rem; overflow-wrap: anywhere }
a { color: var(--link); text-underline-offset: .15em; text-decoration-thickness: .06em }
a:focus-visible { outline: .15em solid var(--link); outline-offset: .15em; border-radius: .1em }
.skip { position: absolute; left: -100vw } .skip:focus { position: static }
header, footer, .kind, dl, .badge, .notice, .small, nav { font-family: system-ui, sans-serif; font-size: .85rem; line-height: 1.5 }
header { display: flex; flex-wrap: wrap; gap: .25rem 1.5rem; justify-content: space-between; margin-bottom: 2.5rem }
header ol, header ul { list-style: none; margin: 0; padding: 0 }
header ol { display: flex; flex-wrap: wrap } header li + li::before { content: "\\203a"; margin: 0 .5em; color: var(--soft) }
main p, main ul, main ol { margin-block: .9rem }
header .inline { margin: 0 }
footer { border-top: 1px solid var(--line); color: var(--soft); margin-top: 3.5rem; padding-top: 1rem }
footer ul, .inline { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; list-style: none; margin: .5rem 0; padding: 0 }
h1, h2, h3 { line-height: 1.2; text-wrap: balance; margin: 0 } h1 { font-size: clamp(1.6rem, 6vw, 2.1rem); letter-spacing: -.01em }
h2 { font-size: 1.3rem; margin: 2.75rem 0 .75rem } h3 { font-size: 1.1rem; margin: 1.75rem 0 .4rem }
h4, h5, h6 { font-size: 1rem; margin: 1.25rem 0 .25rem }
main .kind { color: var(--soft); margin: 0 0 .5rem } .lead { font-size: 1.15rem; line-height: 1.5 }
.badge { border: 1px solid currentcolor; border-radius: 1em; display: inline-block; padding: 0 .7em }
.verified, .met { color: var(--good) } .disputed, .partly-met { color: var(--warn) } .retracted, .refused { color: var(--bad) }
.unverified, .open { color: var(--soft) }
.notice { background: var(--shade); border-inline-start: .3rem solid var(--soft); color: var(--ink); margin: 0 0 1.75rem; padding: .8rem 1rem }
main .notice p { margin: .25rem 0 } .notice strong { font-size: 1rem }
.notice.retracted { border-color: var(--bad) } .notice.disputed { border-color: var(--warn) }
.notice.retracted strong { color: var(--bad) } .notice.disputed strong { color: var(--warn) }
dl { display: grid; gap: .2rem 1.25rem; grid-template-columns: minmax(0, max-content) minmax(50%, 1fr); margin: 1.5rem 0 } dt { color: var(--soft) } dd { margin: 0; min-width: 0 }
@media (max-width: 26rem) { dl { grid-template-columns: 1fr; gap: 0 } dd { margin-bottom: .5rem } }
blockquote { border-inline-start: .2rem solid var(--line); margin: .75rem 0; padding-inline-start: 1rem; white-space: pre-line }
.text blockquote { white-space: normal }
ol.list, ul.list { padding-inline-start: 1.25rem } .list > li { margin-bottom: 1.25rem } .list dl { margin: .4rem 0 }
.item { border-top: 1px solid var(--line); margin-top: 1.5rem; padding-top: 1.25rem } .item h3, .item > p:first-child { margin-top: 0 }
.note { white-space: pre-line } main .small { color: var(--soft); margin: .4rem 0 }
.button { border: .1em solid var(--link); border-radius: .3em; display: inline-block; font-weight: 600; padding: .4em 1em; text-decoration: none }
figure { margin: 1.75rem 0 } img { display: block; height: auto; max-width: 100% } figcaption { color: var(--soft); font-size: .85rem; margin-top: .4rem }
.quoted { background: var(--shade); padding: .8rem 1rem; margin: .5rem 0 }
@media print { :root { --ink: #000; --soft: #444; --paper: #fff; --line: #bbb; --link: #000; --shade: #fff }
  html { font-size: 11pt } body { max-width: none; padding: 0 } header nav + nav, .skip, .downloads, footer ul { display: none }
  main a[href^="http"]::after { content: " (" attr(href) ")"; font-size: .85em } h1, h2, h3 { break-after: avoid } li, .item { break-inside: avoid } }
`

const digest = createHash('sha256').update(style).digest('base64')

/**
 * Nothing runs, and nothing is loaded but pictures from here. Texts carry their alignment in `style`
 * attributes, which rich-text alone writes.
 */
const policy = {
  'default-src': "'none'",
  'style-src': `'sha256-${digest}'`,
  'style-src-elem': `'sha256-${digest}'`,
  'style-src-attr': "'unsafe-inline'",
  'img-src': "'self'",
  'base-uri': "'none'",
  'form-action': "'none'",
  'frame-ancestors': "'self'",
}

/** The policy of a page that is allowed something else than all are. */
export const policyWith = (directives: Record<string, string>): string =>
  Object.entries({ ...policy, ...directives })
    .map(([name, value]) => `${name} ${value}`)
    .join('; ')

export const contentSecurityPolicy = policyWith({})
