import { type CollectionWords, review, shared } from './shared.ts'

export const claims: CollectionWords = {
  singular: 'Afirmación',
  plural: 'Afirmaciones',
  fields: {
    statement: ['Enunciado', 'El hecho que se afirma, en una frase.'],
    body: ['Texto', 'Lo que hay que explicar al respecto. Puede mostrar las cifras de abajo.'],
    campaign: shared.campaign,
    evidence: ['Pruebas', 'Dónde se puede comprobar la afirmación.', 'Prueba'],
    'evidence.source': ['Fuente', 'El recurso que respalda la afirmación.'],
    'evidence.locator': ['Lugar', 'El lugar en la fuente: página, sección, minuto.'],
    'evidence.quote': ['Cita', 'Lo que la fuente dice allí, palabra por palabra.'],
    'evidence.archivedUrl': [
      'Copia archivada',
      'Una copia de la fuente tal como era, para cuando su dirección no funcione o diga otra cosa.',
    ],
    'evidence.accessedOn': ['Consultada el', 'Cuándo se consultó la fuente.'],
    figures: [
      'Cifras',
      'Números en los que se basa la afirmación, para mostrarlos o dibujarlos.',
      'Cifra',
    ],
    'figures.label': ['Qué es', 'Lo que se cuenta.'],
    'figures.value': ['Valor', 'El número mismo.'],
    'figures.unit': ['Unidad', 'En qué está: %, USD, personas.'],
    'figures.asOf': ['Fecha', 'El día al que corresponde el número.'],
    verification: ['Verificación', 'Si se ha comprobado la afirmación, y con qué resultado.'],
    'verification.status': [
      'Estado',
      'El resultado de la última comprobación. Una afirmación retirada se muestra como tal, o no se muestra.',
    ],
    'verification.verifiedOn': ['Comprobada el', 'Cuándo se comprobó por última vez.'],
    'verification.verifiedBy': ['Comprobada por', 'Quién la comprobó. No es público.'],
    'verification.reviewBy': ['Revisar antes del', 'Cuándo hay que volver a comprobarla.'],
    'verification.note': [
      'Nota',
      'Lo que los lectores deben saber de la comprobación: una corrección, el motivo de una retractación.',
    ],
    slug: shared.slug,
    publishedWithoutEvidence: [
      'Publicada sin pruebas',
      'Por qué puede publicarse la afirmación aunque nada la respalde. No es público.',
    ],
    'publishedWithoutEvidence.reason': [
      'Motivo',
      'Lo escribe un administrador. Con él, la afirmación no necesita pruebas.',
    ],
    'publishedWithoutEvidence.by': ['Por', 'Qué administrador dio el motivo.'],
    'publishedWithoutEvidence.at': ['El', 'Cuándo fue.'],
    evidenceLost: [
      'Se retiró una fuente',
      'Si se ha retirado un recurso en que se apoya la afirmación. No es público.',
    ],
    ...review,
  },
}
