import type { CollectionWords } from './shared.ts'

export const users: CollectionWords = {
  singular: 'Usuario',
  plural: 'Usuarios',
  fields: {
    name: ['Nombre'],
    email: ['Correo electrónico'],
    role: ['Función'],
    setupToken: ['Clave de instalación'],
    language: ['Idioma', 'El idioma del correo que recibe.'],
    reviewMail: [
      'Correo sobre revisiones',
      'Si esta persona recibe correo cuando puede revisar algo, y cuando lo que escribió se aprueba o se devuelve.',
    ],
  },
}
