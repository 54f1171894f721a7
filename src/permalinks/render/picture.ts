import type { CampaignPermalink } from '../schema.ts'
import { html, type Markup } from './html.ts'
import type { View } from './view.ts'

/** An uploaded picture with its credit. It is on this server, whose pages load nothing from elsewhere. */
export function picture(view: View, file: CampaignPermalink['image']): Markup | false {
  if (!file?.url) return false
  const credit = [file.credit, file.license].filter(Boolean).join(' · ')
  return html`<figure><img src="${file.url}" alt="${file.alt ?? ''}"${
    file.width && file.height && html` width="${file.width}" height="${file.height}"`
  }>${credit && html`<figcaption>${view.words.labels.credit}: ${credit}</figcaption>`}</figure>`
}
