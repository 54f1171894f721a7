import type { PayloadRequest } from 'payload'

/** What an editor is told when a step is refused, in the languages of the admin. */
const en = {
  noEvidence:
    'A claim is published with evidence: a source and the place in it. Accepted: at least one of them, or an admin’s reason in “Published without evidence”.',
  noSource: 'Accepted: the resource that bears the claim out.',
  noLocator: 'Accepted: the place in the source: page, section, minute.',
  sourceNotPublic: 'Readers cannot see this source. Accepted: a resource that is published.',
  noUnit: 'Accepted: what the number is in: %, USD, people.',
  noDate: 'Accepted: the day that the number is of.',
  noSuchFigure: (places: string) =>
    `The text shows a figure that the claim does not have: ${places}. Accepted: one of the claim’s figures, chosen anew, or the text without it.`,
  oneLanguage:
    'A claim is first published in all its languages together; after that one language can be published alone.',
  ownWork:
    'You wrote this last, so somebody else who may publish has to approve it. An admin may approve it with a reason.',
  mayNotApprove: 'Approving takes the role reviewer or admin. You can send it to review.',
  nothingToReview: 'This is published and has no newer draft: there is nothing to review.',
  isThereAlready: 'It is there already.',
  inTrash: 'It is in the trash. Restore it first.',
  onlyWritten: 'Only a draft can be sent to review; this one is approved.',
  noComment: 'Accepted: what is to be changed, in words for the author.',
  noReason: 'Accepted: why you approve what you wrote yourself.',
  states: 'Accepted: draft, in-review, approved.',
  comment: 'Accepted: a text of at most 5000 characters.',
  changedMeanwhile:
    'It has been changed since you looked at it. Accepted: the updatedAt of the newest version.',
}

export type Words = typeof en

const es: Words = {
  noEvidence:
    'Una afirmación se publica con pruebas: una fuente y el lugar en ella. Se acepta: al menos una, o el motivo de un administrador en «Publicada sin pruebas».',
  noSource: 'Se acepta: el recurso que respalda la afirmación.',
  noLocator: 'Se acepta: el lugar en la fuente: página, sección, minuto.',
  sourceNotPublic: 'El público no puede ver esta fuente. Se acepta: un recurso publicado.',
  noUnit: 'Se acepta: en qué se mide el número: %, USD, personas.',
  noDate: 'Se acepta: el día al que corresponde el número.',
  noSuchFigure: (places) =>
    `El texto muestra una cifra que la afirmación no tiene: ${places}. Se acepta: una de las cifras de la afirmación, elegida de nuevo, o el texto sin ella.`,
  oneLanguage:
    'Una afirmación se publica la primera vez en todos sus idiomas; después se puede publicar un solo idioma.',
  ownWork:
    'Usted hizo el último cambio, así que debe aprobarlo otra persona que pueda publicar. Un administrador puede aprobarlo con un motivo.',
  mayNotApprove: 'Aprobar requiere el rol reviewer o admin. Puede enviarlo a revisión.',
  nothingToReview: 'Está publicado y no tiene un borrador más reciente: no hay nada que revisar.',
  isThereAlready: 'Ya está en ese estado.',
  inTrash: 'Está en la papelera. Restáurelo primero.',
  onlyWritten: 'Solo un borrador se puede enviar a revisión; este ya está aprobado.',
  noComment: 'Se acepta: qué hay que cambiar, en palabras para quien lo escribió.',
  noReason: 'Se acepta: por qué aprueba lo que usted mismo escribió.',
  states: 'Se acepta: draft, in-review, approved.',
  comment: 'Se acepta: un texto de 5000 caracteres como máximo.',
  changedMeanwhile:
    'Ha cambiado desde que usted lo miró. Se acepta: el updatedAt de la versión más reciente.',
}

export const wordsFor = ({ i18n }: Pick<PayloadRequest, 'i18n'>): Words =>
  i18n?.language === 'es' ? es : en
