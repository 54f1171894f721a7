import { Gutter, Link } from '@payloadcms/ui'
import type { CollectionSlug, DocumentViewServerProps } from 'payload'
import { languageName } from '../../collections/words/languages.ts'
import { attentionKey, type Reading as ReadingAttention } from '../attention/reading.ts'
import { type Reading, translationsKey } from '../translations/reading.ts'
import { TranslateForm } from './translate-form.tsx'
import { translateWords } from './words/translate.ts'
import { wordsIn } from './words/use-words.ts'

/** A document for its translators: the original of each text beside the translation. */
export async function TranslateView({ initPageResult, locale }: DocumentViewServerProps) {
  const { collectionConfig, docID, req } = initPageResult
  const { i18n, payload, user } = req
  if (!collectionConfig || docID === undefined) return null
  const collection = collectionConfig.slug as CollectionSlug
  const read = payload.config.custom[translationsKey] as Reading
  const found = await read(payload, user, collection, String(docID))
  if (!found) return null
  const words = wordsIn(translateWords, i18n.language)
  const here = `${payload.config.routes.admin}/collections/${collection}/${docID}/translate`
  const language = found.languages.find((code) => code === locale?.code)
  return (
    <Gutter className="translate">
      <nav aria-label={words.choose} className="translate__languages">
        {words.choose}
        {found.languages.map((code) => (
          <Link
            aria-current={code === language ? 'true' : undefined}
            href={`${here}?locale=${code}`}
            key={code}
            prefetch={false}
          >
            {languageName(code, i18n.language)}
          </Link>
        ))}
      </nav>
      {found.texts.length === 0 && <p>{words.nothing}</p>}
      {language && collection === 'campaigns' && (
        <CampaignProgress id={String(docID)} language={language} req={req} />
      )}
      {language && found.texts.length > 0 && (
        <TranslateForm key={language} language={language} {...found} />
      )}
    </Gutter>
  )
}

type ProgressProps = {
  id: string
  language: string
  req: DocumentViewServerProps['initPageResult']['req']
}

/** How many of a campaign's documents are translated, as the admin's first page says it. */
async function CampaignProgress({ id, language, req }: ProgressProps) {
  const { i18n, payload, user } = req
  const { readProgress } = payload.config.custom[attentionKey] as ReadingAttention
  const progress = await readProgress(payload, user, id)
  const own = progress.find(({ locale }) => locale === language)
  if (!own) return null
  return <p>{wordsIn(translateWords, i18n.language).ofCampaign(own.translated, own.total)}</p>
}
