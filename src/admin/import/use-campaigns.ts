import { useConfig } from '@payloadcms/ui'
import { useEffect, useState } from 'react'

type Campaign = { slug: string; title: string }

/** The campaigns that there are, drafts included, to choose from. */
export function useCampaigns(): Campaign[] {
  const { config } = useConfig()
  const [campaigns, setCampaigns] = useState<Campaign[]>([])
  const { api } = config.routes
  useEffect(() => {
    const leaving = new AbortController()
    const query = 'draft=true&depth=0&limit=500&sort=title&select[title]=true&select[slug]=true'
    fetch(`${api}/campaigns?${query}`, { credentials: 'same-origin', signal: leaving.signal })
      .then((response) => (response.ok ? response.json() : { docs: [] }))
      .then(({ docs }: { docs: Campaign[] }) => setCampaigns(docs.filter(({ slug }) => slug)))
      // Without the list a flyer still goes to the campaign of its title.
      .catch(() => {})
    return () => leaving.abort()
  }, [api])
  return campaigns
}
