import type { PayloadRequest } from 'payload'
import { mostPixels } from './clean-picture.ts'

const accepted = 'JPEG, PNG, WebP, AVIF, GIF'
const millions = mostPixels / 1_000_000
const inParentheses = (size: string | undefined): string => (size ? ` (${size})` : '')

/** What an editor is told of a file that is not taken. */
const en = {
  needed: () => 'file: a picture is needed.',
  svg: () => `file: SVG is not accepted, because it can carry script. Accepted: ${accepted}.`,
  noPicture: () => `file: this is not a picture, whatever it is called. Accepted: ${accepted}.`,
  damaged: () => `file: this picture is damaged, or not whole. Accepted: ${accepted}.`,
  tooLarge: (size?: string) =>
    `file: the picture is too large${inParentheses(size)}. Accepted: up to ${millions} million pixels, of all frames together.`,
}

const es: typeof en = {
  needed: () => 'file: hace falta una imagen.',
  svg: () => `file: no se acepta SVG, porque puede llevar código. Se acepta: ${accepted}.`,
  noPicture: () => `file: esto no es una imagen, se llame como se llame. Se acepta: ${accepted}.`,
  damaged: () => `file: esta imagen está dañada, o incompleta. Se acepta: ${accepted}.`,
  tooLarge: (size) =>
    `file: la imagen es demasiado grande${inParentheses(size)}. Se acepta: hasta ${millions} millones de píxeles, con todos sus fotogramas.`,
}

export const wordsFor = ({ i18n }: Pick<PayloadRequest, 'i18n'>): typeof en =>
  i18n?.language === 'es' ? es : en
