import { elementOf } from './element.ts'
import type { Collection } from './load.ts'

/*
 * What pages of other sites load. It is compiled on its own (../build.ts), and imports nothing that a
 * browser does not have.
 */

const elements: Record<string, Collection> = {
  'handbill-campaign': 'campaigns',
  'handbill-claim': 'claims',
  'handbill-demand': 'demands',
}

/** Where a browser cannot, what stands inside the elements is what is shown. */
const canShow = 'customElements' in window && 'adoptedStyleSheets' in Document.prototype

for (const [name, collection] of Object.entries(elements)) {
  // A page may load this twice.
  if (canShow && !customElements.get(name)) customElements.define(name, elementOf(collection))
}
