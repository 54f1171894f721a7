const en = {
  title: 'Preview links',
  about: 'Whoever has a link sees this draft without an account, in all languages, until it ends.',
  unsaved: 'Links are made once the draft is saved.',
  note: 'For whom',
  days: 'Days',
  make: 'Make a link',
  made: 'Copy the link now: it is not kept, and is shown this once.',
  copy: 'Copy the link',
  copied: 'Copied.',
  withdraw: 'Withdraw',
  remove: 'Remove',
  by: (name: string, day: string) => `made by ${name}, ${day}`,
  nobody: 'an account that is gone',
  until: (day: string) => `works until ${day}`,
  expired: (day: string) => `expired ${day}`,
  withdrawn: (day: string) => `withdrawn ${day}`,
  opened: (moment: string) => `last opened ${moment}`,
  neverOpened: 'never opened',
}

const es: typeof en = {
  title: 'Enlaces de vista previa',
  about:
    'Quien tenga un enlace ve este borrador sin cuenta, en todos los idiomas, hasta que acabe.',
  unsaved: 'Los enlaces se crean cuando el borrador está guardado.',
  note: 'Para quién',
  days: 'Días',
  make: 'Crear un enlace',
  made: 'Copie el enlace ahora: no se guarda y solo se muestra esta vez.',
  copy: 'Copiar el enlace',
  copied: 'Copiado.',
  withdraw: 'Retirar',
  remove: 'Quitar',
  by: (name, day) => `creado por ${name}, ${day}`,
  nobody: 'una cuenta que ya no existe',
  until: (day) => `vale hasta el ${day}`,
  expired: (day) => `caducó el ${day}`,
  withdrawn: (day) => `retirado el ${day}`,
  opened: (moment) => `abierto por última vez: ${moment}`,
  neverOpened: 'nunca abierto',
}

/** What the panel of preview links says. */
export const previewWords: { en: typeof en } & Record<string, typeof en> = { en, es }
