import type { CollectionWords } from './shared.ts'

export const partners: CollectionWords = {
  singular: 'Socio',
  plural: 'Socios',
  fields: {
    name: ['Nombre'],
    contact: ['Contacto'],
    origins: [
      'Orígenes',
      'Sitios cuyas páginas pueden usar la clave en un navegador: https://example.org. Sin ninguno, solo pueden los servidores.',
    ],
    scopes: ['Alcance', 'Con borradores, un sitio de pruebas los lee añadiendo draft=true.'],
    requestsPerMinute: [
      'Solicitudes por minuto',
      'De todas sus claves juntas; 600 si no se dice nada.',
    ],
    active: ['Activo', 'Desactivado, todas sus claves se rechazan en menos de un segundo.'],
    keys: ['Claves'],
    usage: ['Uso'],
  },
}
