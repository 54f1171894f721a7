import { type CollectionWords, review, shared } from './shared.ts'

export const resources: CollectionWords = {
  singular: 'Recurso',
  plural: 'Recursos',
  fields: {
    title: ['Título', 'Cómo se llama el recurso.'],
    kind: ['Tipo', 'Qué es.'],
    url: ['Dirección', 'Dónde está en la web.'],
    file: ['Archivo', 'Una imagen del recurso, guardada aquí.'],
    publisher: ['Editorial', 'Quién lo publicó.'],
    authors: ['Autores', 'Quién lo escribió o lo hizo.'],
    publishedOn: ['Publicado el', 'Cuándo se publicó.'],
    language: ['Idioma', 'El idioma del recurso: en, es, …'],
    archivedUrl: ['Copia archivada', 'Una copia, para cuando la dirección no funcione.'],
    link: ['Enlace', 'Lo que encontró la última comprobación de la dirección.'],
    'link.status': ['Estado', 'Si aún responde.'],
    'link.httpStatus': ['Estado HTTP', 'El estado HTTP con el que respondió.'],
    'link.checkedAt': ['Comprobado el', 'Cuándo fue.'],
    'link.finalUrl': ['Dirección final', 'La dirección a la que se ha trasladado.'],
    campaign: shared.campaign,
    slug: shared.slug,
    ...review,
  },
}
