import ObjectID from 'bson-objectid'

/** How a copy of a claim and of its source differs from them. */
export type Copy = { n: number; campaign: string; time: Date }

/** Campaigns of copies: the one that grows with all, and one of fifty. */
export type Campaigns = { large: string; fifty: string }

/** Claims of a campaign, so that a campaign's page is as long whatever there is besides. */
const perCampaign = 50

/**
 * Plans so many copies of a claim: every second one belongs to the claim's own campaign, which grows
 * with all, the others to campaigns of fifty.
 */
export function planCopies(
  count: number,
  campaign: string,
): { copies: Copy[]; campaigns: string[] } {
  const campaigns = Array.from({ length: Math.ceil(count / 2 / perCampaign) }, newId)
  const start = Date.now() - count * 1000
  const copies = Array.from({ length: count }, (_, n): Copy => {
    const small = campaigns[Math.floor(n / 2 / perCampaign)] ?? campaign
    return { n, campaign: n % 2 === 0 ? campaign : small, time: new Date(start + n * 1000) }
  })
  return { copies, campaigns }
}

export const newId = (): string => new ObjectID().toHexString()
