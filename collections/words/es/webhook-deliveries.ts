import type { CollectionWords } from './shared.ts'

export const webhookDeliveries: CollectionWords = {
  singular: 'Entrega de webhook',
  plural: 'Entregas de webhooks',
  fields: {
    type: ['Tipo'],
    webhook: ['Webhook'],
    partner: ['Socio'],
    actions: ['Acciones'],
    state: ['Estado'],
    acknowledgement: ['Acuse de recibo'],
    acknowledgedAt: ['Acuse recibido el'],
    acknowledgedBy: ['Acuse de', 'Tal como lo dio el receptor.'],
    document: ['Documento'],
    sequence: ['Número'],
    at: ['Ocurrió el'],
    event: ['Evento'],
    attempts: ['Intentos'],
    dueAt: ['Se envía el'],
    lastAttemptAt: ['Último intento'],
    lastStatus: ['Último estado'],
    lastError: ['Último error'],
    deliveredAt: ['Entregado el'],
  },
}
