/** What mail to the people of the admin says, in each person's language. */
type Words = {
  greeting(name: string): string
  reset: { subject: string; text: string; until: string; otherwise: string }
  invitation: { subject(by: string): string; text(by: string): string; until: string }
}

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
}

export const wordsIn = (language: string | null | undefined): Words => (language === 'es' ? es : en)
