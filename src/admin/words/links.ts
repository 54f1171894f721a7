const en = {
  all: 'All',
  dead: 'Dead',
  moved: 'Moved',
  unreachable: 'Unreachable',
  lists: 'Lists of links',
  check: 'Check now',
  title: 'Link check',
  never: 'It has not been checked yet.',
  waiting: 'It is under way, or waits for its host. Look again in a moment.',
  checked: 'It has been checked.',
  last: 'Last check',
  next: 'Next check',
  movedTo: 'It has moved to',
  statuses: {
    unchecked: 'Nothing is known yet',
    alive: 'Alive',
    moved: 'Moved for good',
    forbidden: 'It answers, but not to us',
    unreachable: 'Unreachable for days',
    dead: 'Dead',
    unknown: 'It may not be asked',
  },
}

const es: typeof en = {
  all: 'Todos',
  dead: 'Muertos',
  moved: 'Trasladados',
  unreachable: 'Sin respuesta',
  lists: 'Listas de enlaces',
  check: 'Comprobar ahora',
  title: 'Comprobación del enlace',
  never: 'Todavía no se ha comprobado.',
  waiting: 'Está en marcha, o espera a su servidor. Vuelva a mirar en un momento.',
  checked: 'Se ha comprobado.',
  last: 'Última comprobación',
  next: 'Próxima comprobación',
  movedTo: 'Se ha trasladado a',
  statuses: {
    unchecked: 'Todavía no se sabe nada',
    alive: 'Funciona',
    moved: 'Trasladado para siempre',
    forbidden: 'Responde, pero no a nosotros',
    unreachable: 'Sin respuesta desde hace días',
    dead: 'Muerto',
    unknown: 'No se puede preguntar',
  },
}

/** What the admin says of links, by the editor's language. */
export const linkWords = { en, es }
