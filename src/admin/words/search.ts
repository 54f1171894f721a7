type Kind = 'campaigns' | 'claims' | 'demands' | 'resources' | 'media'

type SearchWords = {
  search: string
  hint: string
  close: string
  none: string
  failed: string
  found(count: number): string
  more: string
  untitled: string
  kinds: Record<Kind, string>
  states: Record<'draft' | 'in-review' | 'approved' | 'published', string>
}

const en: SearchWords = {
  search: 'Search',
  hint: 'Words of a title, a name or an address, in any language',
  close: 'Close',
  none: 'Nothing found.',
  failed: 'The search did not work.',
  found: (count) => `${count} found`,
  more: 'More in the list',
  untitled: 'Untitled',
  kinds: {
    campaigns: 'Campaigns',
    claims: 'Claims',
    demands: 'Demands',
    resources: 'Resources',
    media: 'Media',
  },
  states: {
    draft: 'Draft',
    'in-review': 'In review',
    approved: 'Approved',
    published: 'Published',
  },
}

const es: SearchWords = {
  search: 'Buscar',
  hint: 'Palabras de un título, un nombre o una dirección, en cualquier idioma',
  close: 'Cerrar',
  none: 'No se encontró nada.',
  failed: 'La búsqueda no funcionó.',
  found: (count) => (count === 1 ? '1 encontrado' : `${count} encontrados`),
  more: 'Más en la lista',
  untitled: 'Sin título',
  kinds: {
    campaigns: 'Campañas',
    claims: 'Afirmaciones',
    demands: 'Demandas',
    resources: 'Recursos',
    media: 'Multimedia',
  },
  states: {
    draft: 'Borrador',
    'in-review': 'En revisión',
    approved: 'Aprobado',
    published: 'Publicado',
  },
}

/** What is said where all content is searched. */
export const searchWords = { en, es }
