import type { CollectionWords } from './shared.ts'

export const media: CollectionWords = {
  singular: 'Imagen',
  plural: 'Imágenes',
  fields: {
    alt: ['Texto alternativo', 'Lo que muestra la imagen, para quienes no pueden verla.'],
    credit: ['Crédito', 'A quién nombrar junto a la imagen.'],
    license: ['Licencia', 'En qué términos se puede usar: CC BY 4.0.'],
  },
}
