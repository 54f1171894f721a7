import type { PayloadRequest } from 'payload'

/** What editors are told of what they may not write, in the languages of the admin. */
const en = {
  webAddress: 'Accepted: a web address, https://…',
  slug: (longest: number) =>
    `Accepted: lower-case letters, digits and single hyphens, at most ${longest} characters.`,
  languageTag: 'Accepted: a language tag such as en or pt-BR.',
  origins: 'Accepted: origins such as https://example.org, without a path.',
  retraction: 'Accepted: why the claim is retracted, in words for readers.',
  isPublished:
    'This document is published and has a newer draft. Send draft=true to save to the draft, _status "published" to publish it, or _status "draft" to unpublish.',
  mayNotPublish:
    'Your role may not change what is published: that takes the role reviewer or admin. You can save a draft (draft=true).',
  oneAtATime: 'Translators change one document at a time.',
  textsOnly: (fields: string) => `Translators change translated texts only, not: ${fields}.`,
  othersComment: 'A comment is changed by its author only; you can answer it.',
  commented: (of: string) => `Accepted: the id of one of the ${of}.`,
  commentedField: (of: string, fields: string) => `Accepted: a field of ${of} (${fields}).`,
}

const es: typeof en = {
  webAddress: 'Se acepta: una dirección web, https://…',
  slug: (longest) =>
    `Se acepta: minúsculas, cifras y guiones sueltos, ${longest} caracteres como máximo.`,
  languageTag: 'Se acepta: una etiqueta de idioma como en o pt-BR.',
  origins: 'Se acepta: orígenes como https://example.org, sin ruta.',
  retraction: 'Se acepta: por qué se retira la afirmación, en palabras para los lectores.',
  isPublished:
    'Este documento está publicado y tiene un borrador más reciente. Envíe draft=true para guardar en el borrador, _status "published" para publicarlo o _status "draft" para despublicarlo.',
  mayNotPublish:
    'Su rol no puede cambiar lo que está publicado: hace falta el rol reviewer o admin. Puede guardar un borrador (draft=true).',
  oneAtATime: 'Quien traduce cambia un documento cada vez.',
  textsOnly: (fields) => `Quien traduce solo cambia textos traducidos, no: ${fields}.`,
  othersComment: 'Un comentario solo lo cambia quien lo escribió; usted puede responderlo.',
  commented: (of) => `Se acepta: el id de un documento de ${of}.`,
  commentedField: (of, fields) => `Se acepta: un campo de ${of} (${fields}).`,
}

export const messagesFor = ({ i18n }: Pick<PayloadRequest, 'i18n'>): typeof en =>
  i18n?.language === 'es' ? es : en
