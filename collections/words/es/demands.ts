import { type CollectionWords, review, shared } from './shared.ts'

export const demands: CollectionWords = {
  singular: 'Demanda',
  plural: 'Demandas',
  fields: {
    title: ['Título', 'Lo que se pide, en una frase.'],
    body: ['Texto', 'Lo que hay que explicar al respecto.'],
    campaign: shared.campaign,
    addressedTo: ['Dirigida a', 'A quién se pide.'],
    status: ['Estado', 'Hasta qué punto se ha cumplido.'],
    history: ['Historial', 'Cómo se llegó a ese estado.', 'Entrada'],
    'history.status': ['Estado', 'A qué pasó el estado.'],
    'history.on': ['Fecha', 'En qué día.'],
    'history.note': ['Nota', 'Qué ocurrió.'],
    'history.source': ['Fuente', 'El recurso en el que se puede leer.'],
    supportedBy: ['Apoyada en', 'Las afirmaciones que dan los motivos.'],
    actions: ['Acciones', 'Lo que puede hacer quien visita.', 'Acción'],
    'actions.label': ['Texto', 'Lo que dice el botón o el enlace.'],
    'actions.url': ['Dirección', 'A dónde lleva.'],
    'actions.kind': ['Tipo', 'Qué es.'],
    slug: shared.slug,
    ...review,
  },
}
