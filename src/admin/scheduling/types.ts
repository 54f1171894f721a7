export type What = 'publish' | 'unpublish'

type Kind = 'campaigns' | 'claims' | 'demands' | 'resources'

type Problem = { value?: string; path?: string; message: string }

export type Schedule = {
  id: string
  what: What
  at: string
  state: 'waiting' | 'refused'
  by: string | null
  documents: { relationTo: Kind; value: string; title: string | null }[]
  problems: Problem[]
}

export type DryRun = {
  documents: {
    relationTo: Kind
    value: string
    title: string | null
    isPublic: boolean
  }[]
  problems: Problem[]
}
