import type { CollectionWords } from './shared.ts'

export const webhooks: CollectionWords = {
  singular: 'Webhook',
  plural: 'Webhooks',
  fields: {
    partner: ['Socio'],
    url: ['Dirección'],
    collections: ['Colecciones', 'De cuáles se le avisa; vacío: de todas.'],
    kinds: ['Cambios', 'De qué se le avisa; vacío: de todo.'],
    active: ['Activo', 'Desactivado, no se le guardan cambios. Un 410 Gone lo desactiva.'],
    actions: ['Acciones'],
    secret: ['Secreto', 'Firma lo que se envía. Se crea al guardar el webhook.'],
    formerSecretUntil: ['El secreto anterior vale hasta'],
    pausedAt: ['En pausa desde'],
    stoppedBecause: ['Detenido porque'],
    lastAttemptAt: ['Último intento'],
    lastStatus: ['Último estado'],
    lastError: ['Último error'],
    lastSuccessAt: ['Último éxito'],
    failures: ['Fallos'],
    failingSince: ['Falla desde'],
  },
}
