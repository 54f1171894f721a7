import type { CollectionWords } from './shared.ts'

export const linkChecks: CollectionWords = {
  singular: 'Comprobación de enlace',
  plural: 'Comprobaciones de enlaces',
  fields: {
    url: ['Dirección', 'La dirección, tal como está en los documentos.'],
    status: ['Estado', 'A qué conclusión han llegado las comprobaciones.'],
    httpStatus: ['Estado HTTP', 'El estado HTTP que lo dijo.'],
    finalUrl: ['Dirección final', 'La dirección a la que se ha trasladado.'],
    foundAt: ['Sabido desde', 'Desde cuándo se sabe.'],
    kind: ['Resultado', 'Lo que encontró la última comprobación, que por sí sola no basta.'],
    reason: ['Motivo', 'Lo que encontró, en palabras.'],
    checkedAt: ['Comprobado el', 'Cuándo se comprobó por última vez.'],
    failures: ['Fallos', 'Comprobaciones seguidas sin una buena respuesta.'],
    streak: ['Racha', 'Comprobaciones seguidas con el mismo resultado.'],
    failingSince: ['Falla desde', 'Desde cuándo.'],
    dueAt: ['Próxima comprobación', 'Cuándo se comprobará de nuevo.'],
  },
}
