import { languageName } from '../../../collections/words/languages.ts'
import type { ItemKey } from '../../attention/items.ts'

type Kind = 'campaigns' | 'claims' | 'demands' | 'resources'

type HomeWords = {
  attention: string
  nothing: string
  items: Record<ItemKey, (kind: string, language: string) => string>
  kinds: Record<Kind, string>
  progress: string
  ofTranslated(translated: number, total: number): string
  begin: string
  again: string
  steps: { importFlyer: string; addClaim: string; invite: string }
  explained: { importFlyer: string; addClaim: string; invite: string }
}

const en: HomeWords = {
  attention: 'Needs attention',
  nothing: 'Nothing needs attention right now.',
  items: {
    disputed: () => 'Disputed claims',
    noEvidence: () => 'Claims with no evidence',
    evidenceLost: () => 'Claims that lost a source',
    reviewDue: () => 'Claims to be checked again',
    deadLinks: () => 'Resources with a dead link',
    inReview: (kind) => `${kind} awaiting review`,
    assigned: (kind) => `${kind} assigned to you`,
    untranslated: (kind, code) => `${kind} not translated into ${languageName(code, 'en')}`,
    failingWebhooks: () => 'Webhooks that fail',
  },
  kinds: {
    campaigns: 'Campaigns',
    claims: 'Claims',
    demands: 'Demands',
    resources: 'Resources',
  },
  progress: 'Translated',
  ofTranslated: (translated, total) => `${translated} of ${total}`,
  begin: 'Three steps to begin with',
  again: 'Start something',
  steps: {
    importFlyer: 'Import a flyer',
    addClaim: 'Add a claim',
    invite: 'Invite a colleague',
  },
  explained: {
    importFlyer: 'A one-pager becomes a campaign with its claims, demands and sources, as drafts.',
    addClaim: 'One statement of fact, and where it can be checked.',
    invite: 'Someone to check what you write, or to translate it.',
  },
}

const es: HomeWords = {
  attention: 'Requiere atención',
  nothing: 'Nada requiere atención ahora.',
  items: {
    disputed: () => 'Afirmaciones discutidas',
    noEvidence: () => 'Afirmaciones sin pruebas',
    evidenceLost: () => 'Afirmaciones que perdieron una fuente',
    reviewDue: () => 'Afirmaciones por comprobar de nuevo',
    deadLinks: () => 'Recursos cuyo enlace no responde',
    inReview: (kind) => `${kind} a la espera de revisión`,
    assigned: (kind) => `${kind} a tu cargo`,
    untranslated: (kind, code) => `${kind} sin traducir al ${languageName(code, 'es')}`,
    failingWebhooks: () => 'Webhooks que fallan',
  },
  kinds: {
    campaigns: 'Campañas',
    claims: 'Afirmaciones',
    demands: 'Demandas',
    resources: 'Recursos',
  },
  progress: 'Traducido',
  ofTranslated: (translated, total) => `${translated} de ${total}`,
  begin: 'Tres pasos para empezar',
  again: 'Empezar algo',
  steps: {
    importFlyer: 'Importar un folleto',
    addClaim: 'Añadir una afirmación',
    invite: 'Invitar a alguien del equipo',
  },
  explained: {
    importFlyer:
      'Una hoja se convierte en una campaña con sus afirmaciones, demandas y fuentes, como borradores.',
    addClaim: 'Un hecho que se afirma, y dónde se puede comprobar.',
    invite: 'Alguien que compruebe lo que escribes, o que lo traduzca.',
  },
}

export const homeWords = { en, es }
