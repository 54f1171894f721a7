/** What mail to the people of the admin says, in each person's language. */
export type Words = {
  greeting(name: string): string
  reset: { subject: string; text: string; until: string; otherwise: string }
  invitation: { subject(by: string): string; text(by: string): string; until: string }
  reviews: {
    /** Of one document. */
    subjects: Record<News, (title: string) => string>
    subject(count: number): string
    texts: Record<News, (by: string, title: string) => string>
    more(count: number): string
    somebody: string
    off: string
  }
}

/** What somebody is told of a document's review. */
export type News = 'asked' | 'approved' | 'returned'

const en: Words = {
  greeting: (name) => `Hello ${name},`,
  reset: {
    subject: 'Set a new password',
    text: 'Somebody, most likely you, has asked for a new password for Handbill. Set it here:',
    until: 'The link can be used once, within an hour.',
    otherwise: 'If that was not you, there is nothing to do: your password stays as it is.',
  },
  invitation: {
    subject: (by) => `${by} invites you to Handbill`,
    text: (by) =>
      `${by} has made you an account of Handbill. Choose a password here, and you are in:`,
    until: 'The link can be used once, within seven days. After that, ask for another one.',
  },
  reviews: {
    subjects: {
      asked: (title) => `For review: ${title}`,
      approved: (title) => `Approved: ${title}`,
      returned: (title) => `To be changed: ${title}`,
    },
    subject: (count) => `Reviews: ${count} documents`,
    texts: {
      asked: (by, title) => `${by} asks for a review of “${title}”.`,
      approved: (by, title) => `${by} has approved “${title}”.`,
      returned: (by, title) => `${by} asks for changes in “${title}”.`,
    },
    more: (count) => `And ${count} more. All of them are in the desk:`,
    somebody: 'Somebody',
    off: 'Your account has a switch for this mail: “Mail about reviews”.',
  },
}

const es: Words = {
  greeting: (name) => `Hola, ${name}:`,
  reset: {
    subject: 'Elija una contraseña nueva',
    text: 'Alguien, probablemente usted, ha pedido una contraseña nueva para Handbill. Elíjala aquí:',
    until: 'El enlace sirve una sola vez, durante una hora.',
    otherwise: 'Si no ha sido usted, no tiene que hacer nada: su contraseña sigue siendo la misma.',
  },
  invitation: {
    subject: (by) => `${by} le invita a Handbill`,
    text: (by) =>
      `${by} le ha creado una cuenta de Handbill. Elija aquí una contraseña para entrar:`,
    until: 'El enlace sirve una sola vez, durante siete días. Después, pida otro.',
  },
  reviews: {
    subjects: {
      asked: (title) => `Para revisar: ${title}`,
      approved: (title) => `Aprobado: ${title}`,
      returned: (title) => `Por cambiar: ${title}`,
    },
    subject: (count) => `Revisiones: ${count} documentos`,
    texts: {
      asked: (by, title) => `${by} pide que se revise «${title}».`,
      approved: (by, title) => `${by} ha aprobado «${title}».`,
      returned: (by, title) => `${by} pide cambios en «${title}».`,
    },
    more: (count) => `Y ${count} más. Todos están en la mesa de trabajo:`,
    somebody: 'Alguien',
    off: 'En su cuenta puede desactivar estos mensajes: «Correo sobre revisiones».',
  },
}

export const wordsIn = (language: string | null | undefined): Words => (language === 'es' ? es : en)
