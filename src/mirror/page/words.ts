const en = {
  title: 'Verify a copy',
  copyLead:
    'This page reads every file of this copy and compares it with the list that its publisher signed.',
  originLead:
    'This page reads every file of a copy, wherever it is hosted, and compares it with the list that we signed.',
  needsScript: 'To do so it needs JavaScript. npm run verify does the same without a browser.',
  address: 'Address of the copy',
  check: 'Verify',
  insecure: 'This browser computes digests on https addresses only: open the page over https.',
  noList:
    'There is no copy here that can be read: manifest.json or manifest.sig is missing, or the host does not let other pages read it (CORS).',
  badList: 'manifest.json is not a list of files.',
  noKeys: 'The published keys could not be read.',
  checking: 'Read so far:',
  of: 'of',
  good: 'Intact: every file is as it was signed.',
  bad: 'Not intact: do not rely on this copy.',
  unsigned: 'The files are as the list says, but who made the list is not verified.',
  signed: 'The signature is valid.',
  forged: 'The signature does not fit the list.',
  noEd25519:
    'This browser cannot check Ed25519 signatures; a current one can, and npm run verify does.',
  withdrawnKey:
    'The list is signed with a key that has been withdrawn: somebody else may have signed it.',
  unknownKey: 'The list is signed with a key that is none of the published ones.',
  differs: 'differs',
  missing: 'cannot be read',
  key: 'Key',
  origin: 'Copied from',
  asOf: 'State of',
  copyKey:
    'The key came with the copy, and so did this page. To be sure, compare it with the keys that the publisher names, or verify the copy on the publisher’s own page.',
  extra: 'Files that are in no list cannot be seen from here.',
}

const es: typeof en = {
  title: 'Verificar una copia',
  copyLead:
    'Esta página lee todos los archivos de esta copia y los compara con la lista que firmó quien la publica.',
  originLead:
    'Esta página lee todos los archivos de una copia, esté donde esté, y los compara con la lista que firmamos.',
  needsScript: 'Para ello necesita JavaScript. npm run verify hace lo mismo sin navegador.',
  address: 'Dirección de la copia',
  check: 'Verificar',
  insecure: 'Este navegador solo calcula resúmenes en direcciones https: abra la página por https.',
  noList:
    'Aquí no hay ninguna copia que se pueda leer: falta manifest.json o manifest.sig, o el servidor no deja que otras páginas la lean (CORS).',
  badList: 'manifest.json no es una lista de archivos.',
  noKeys: 'No se pudieron leer las claves publicadas.',
  checking: 'Leídos hasta ahora:',
  of: 'de',
  good: 'Íntegra: todos los archivos están como se firmaron.',
  bad: 'Alterada: no confíe en esta copia.',
  unsigned: 'Los archivos son como dice la lista, pero no se ha verificado quién la hizo.',
  signed: 'La firma es válida.',
  forged: 'La firma no corresponde a la lista.',
  noEd25519:
    'Este navegador no puede comprobar firmas Ed25519; uno actual sí puede, y npm run verify también.',
  withdrawnKey: 'La lista está firmada con una clave retirada: puede haberla firmado otra persona.',
  unknownKey: 'La lista está firmada con una clave que no es ninguna de las publicadas.',
  differs: 'es distinto',
  missing: 'no se puede leer',
  key: 'Clave',
  origin: 'Copiado de',
  asOf: 'Estado del',
  copyKey:
    'La clave vino con la copia, y esta página también. Para estar seguro, compárela con las claves que nombra quien la publica, o verifique la copia en su propia página.',
  extra: 'Desde aquí no se ven archivos que no estén en ninguna lista.',
}

const languages: Record<string, typeof en> = { en, es }

/** What the page says, in that language, or in English where there are no words. */
export const verifyWordsFor = (locale: string): typeof en =>
  languages[locale.split('-', 1)[0] ?? ''] ?? en
