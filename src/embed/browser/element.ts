import { base } from './base.ts'
import { make } from './dom.ts'
import { type Collection, load, type Place } from './load.ts'
import { render } from './render/render.ts'
import { styleSheet } from './style.ts'

/** No server is asked for the same more often. */
const minute = 60_000

/**
 * The element that shows a document of a collection. What stands inside it is shown until the document is
 * there, and stays when that cannot be had.
 */
export const elementOf = (collection: Collection) =>
  class extends HTMLElement {
    static readonly observedAttributes = ['slug', 'locale', 'level', 'api']

    private readonly root = this.attachShadow({ mode: 'open' })
    private askedAt = Number.NEGATIVE_INFINITY
    private timer: ReturnType<typeof setTimeout> | undefined
    private shown = ''

    constructor() {
      super()
      this.root.adoptedStyleSheets = [styleSheet()]
      this.showInside()
    }

    connectedCallback(): void {
      document.addEventListener('visibilitychange', this.wake)
      addEventListener('online', this.wake)
      this.wake()
    }

    disconnectedCallback(): void {
      document.removeEventListener('visibilitychange', this.wake)
      removeEventListener('online', this.wake)
      clearTimeout(this.timer)
    }

    /** Another document, or the same in another way: at once. What was shown is not it. */
    attributeChangedCallback(_name: string, before: string | null, after: string | null): void {
      if (before === after || !this.isConnected) return
      this.askedAt = Number.NEGATIVE_INFINITY
      this.showInside()
      this.wake()
    }

    /** Asks again when somebody looks, in a minute after the last time at the earliest. */
    private readonly wake = (): void => {
      clearTimeout(this.timer)
      if (document.hidden) return
      const wait = this.askedAt + minute - Date.now()
      if (wait <= 0) void this.refresh()
      else this.timer = setTimeout(this.wake, wait)
    }

    private async refresh(): Promise<void> {
      const place = this.place()
      if (!place) return
      const askedAt = Date.now()
      this.askedAt = askedAt
      const loaded = await load(place)
      // Meanwhile it may have become another document's.
      if (!loaded || this.askedAt !== askedAt || !isSame(place, this.place())) return
      if (loaded.text === this.shown) return
      const level = Number(this.getAttribute('level')) || 2
      this.show(render(loaded, place, Math.min(6, Math.max(1, level))))
      this.shown = loaded.text
    }

    private place(): Place | undefined {
      const slug = this.getAttribute('slug') ?? ''
      // As the server makes them; nothing else is asked for.
      if (!/^[a-z0-9-]+$/.test(slug)) return undefined
      const api = (this.getAttribute('api') ?? base).replace(/\/+$/, '')
      const { lang } = this.closest<HTMLElement>('[lang]') ?? { lang: '' }
      return { api, collection, slug, language: this.getAttribute('locale') || lang }
    }

    private showInside(): void {
      this.shown = ''
      this.root.replaceChildren(make('slot', {}))
    }

    /** What a reader has opened stays open. */
    private show(card: HTMLElement): void {
      for (const { dataset } of this.root.querySelectorAll<HTMLElement>('details[open]')) {
        card.querySelector(`details[data-key="${dataset.key}"]`)?.setAttribute('open', '')
      }
      this.root.replaceChildren(card)
    }
  }

const isSame = (one: Place, other: Place | undefined): boolean =>
  JSON.stringify(one) === JSON.stringify(other)
