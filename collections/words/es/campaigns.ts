import { type CollectionWords, review, shared } from './shared.ts'

export const campaigns: CollectionWords = {
  singular: 'Campaña',
  plural: 'Campañas',
  fields: {
    title: ['Título', 'Cómo se llama la campaña.'],
    summary: ['Resumen', 'La campaña en una o dos frases, como texto sin formato.'],
    body: ['Texto', 'De qué trata la campaña, antes de sus secciones.'],
    sections: ['Secciones', 'El orden en que se cuenta la campaña.', 'Sección'],
    'sections.heading': ['Encabezado', 'Lo que está sobre la sección.'],
    'sections.body': ['Texto', 'Lo que dice la sección antes de sus elementos.'],
    'sections.items': [
      'Elementos',
      'Las afirmaciones, demandas y recursos de la sección, en el orden en que se muestran.',
    ],
    target: ['Destinatario', 'A quién se dirige la campaña.'],
    'target.name': ['Nombre', 'Su nombre.'],
    'target.kind': ['Tipo', 'Qué es.'],
    hashtag: ['Etiqueta', 'Con su #, como la usa la gente.'],
    callToAction: ['Llamada a la acción', 'Lo único que se pide a quien visita.'],
    'callToAction.label': ['Texto', 'Lo que dice el botón o el enlace.'],
    'callToAction.url': ['Dirección', 'A dónde lleva.'],
    image: ['Imagen', 'La imagen que representa la campaña.'],
    claims: ['Afirmaciones', 'Las afirmaciones que pertenecen a la campaña.'],
    demands: ['Demandas', 'Las demandas que pertenecen a la campaña.'],
    resources: ['Recursos', 'Los recursos que pertenecen a la campaña.'],
    slug: shared.slug,
    ...review,
  },
}
