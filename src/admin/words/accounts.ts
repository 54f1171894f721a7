const en = {
  title: 'Invite somebody',
  hint: 'They get a mail with a link, choose a password, and are in.',
  name: 'Name',
  email: 'E-mail address',
  role: 'Role',
  language: 'Language of mail',
  invite: 'Invite',
  again: 'Send an invitation',
  againHint: 'A mail with a link to choose a password, for whoever has none yet.',
  sent: (email: string) => `The invitation to ${email} is on its way.`,
  setupToken: 'Set-up token',
  setupTokenHint: 'The server printed it when it started.',
  roles: { admin: 'Admin', reviewer: 'Reviewer', editor: 'Editor', translator: 'Translator' },
}

const es: typeof en = {
  title: 'Invitar a alguien',
  hint: 'Recibe un correo con un enlace, elige una contraseña y ya puede entrar.',
  name: 'Nombre',
  email: 'Correo electrónico',
  role: 'Función',
  language: 'Idioma del correo',
  invite: 'Invitar',
  again: 'Enviar una invitación',
  againHint: 'Un correo con un enlace para elegir contraseña, para quien aún no tiene.',
  sent: (email) => `La invitación a ${email} está en camino.`,
  setupToken: 'Clave de instalación',
  setupTokenHint: 'El servidor la escribió al arrancar.',
  roles: {
    admin: 'Administración',
    reviewer: 'Revisión',
    editor: 'Edición',
    translator: 'Traducción',
  },
}

/** What the admin says of accounts, by the editor's language. */
export const accountWords = { en, es }
