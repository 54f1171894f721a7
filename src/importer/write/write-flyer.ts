import slugify from '@sindresorhus/slugify'
import {
  commitTransaction,
  createLocalReq,
  initTransaction,
  killTransaction,
  type Payload,
  type PayloadRequest,
  type Where,
} from 'payload'
import { UsageError } from '../../errors.ts'
import type { Flyer } from '../flyer.ts'
import { type Count, DocumentWriter, type Written } from './document-writer.ts'
import { type Collection, type Doc, readExisting } from './existing.ts'
import { matchByPlace } from './match.ts'
import { structureDifference } from './structure.ts'
import { writeContent } from './write-content.ts'
import { writeTranslation } from './write-translation.ts'

export type WriteOptions = {
  locale: string
  /** The slug of the campaign to write into; without it, the one of the same title, or a new one. */
  into?: string
  publish?: boolean
  /** Does everything and takes it back, to tell what would be done. */
  dryRun?: boolean
  /** Who imports; without, it is the command line, which may do everything. */
  user?: PayloadRequest['user']
}

export type Report = {
  /** The campaign's slug. */
  campaign: string
  locale: string
  isTranslation: boolean
  counts: Partial<Record<Collection, Count>>
  /** The campaign, and the flyer's resources, claims and demands, each in the flyer's order. */
  documents: Written[]
  warnings: string[]
}

/**
 * Writes a flyer as a campaign with its claims, demands and resources, all of it or nothing.
 *
 * A campaign that is there already is brought to what the flyer says: documents are found by their
 * words, or reworded at their place, and updated as drafts; new ones are created; what the flyer no
 * longer has leaves the sections and is not deleted; fields a flyer cannot state are left alone.
 *
 * A campaign that is there in another language gets a translation: documents are found by their
 * place, and only translated texts are written. The default language may change the structure.
 *
 * @throws UsageError when there is no such campaign or language, or a translation's structure differs.
 */
export async function writeFlyer(
  payload: Payload,
  flyer: Flyer,
  options: WriteOptions,
): Promise<Report> {
  const { locale, user } = options
  checkLocale(payload, locale)
  const by = user ? { user } : {}
  const req = await createLocalReq({ fallbackLocale: false, locale, ...by }, payload)
  const canTakeBack = await initTransaction(req)
  try {
    if (options.dryRun && !canTakeBack) throw new UsageError('--dry-run needs transactions')
    const report = await write(req, flyer, options)
    if (options.dryRun) await killTransaction(req)
    else await commitTransaction(req)
    return report
  } catch (error) {
    await killTransaction(req)
    throw error
  }
}

async function write(req: PayloadRequest, flyer: Flyer, options: WriteOptions): Promise<Report> {
  const { locale, into, publish = false } = options
  const writer = new DocumentWriter(req, locale, publish)
  const campaign = await findCampaign(req, flyer.campaign.title, into)
  const existing = campaign ? await readExisting(req, campaign) : undefined
  const done = { locale, counts: writer.counts, documents: writer.written }
  if (!existing || !(await isInAnotherLanguage(req, existing.campaign.id))) {
    const slug = await writeContent(writer, flyer, existing)
    return { ...done, campaign: slug, isTranslation: false, warnings: writer.warnings }
  }

  const slug = String(existing.campaign.slug)
  const matches = matchByPlace(flyer, existing)
  const difference = structureDifference(flyer, existing, matches)
  if (difference) throw new UsageError(`Not a translation of "${slug}": ${difference}`)
  const warnings = await writeTranslation(writer, flyer, existing, matches)
  return {
    ...done,
    campaign: slug,
    isTranslation: true,
    warnings: [...warnings, ...writer.warnings],
  }
}

async function findCampaign(
  req: PayloadRequest,
  title: string,
  into: string | undefined,
): Promise<Doc | undefined> {
  // The slug follows the title, and is cut where a title is long; an editor may have changed either.
  const same: Where[] = [{ title: { equals: title } }, { slug: { equals: slugify(title) } }]
  const { docs } = await req.payload.find({
    collection: 'campaigns',
    depth: 0,
    draft: true,
    fallbackLocale: false,
    limit: 1,
    // Counting beside reading would open the transaction twice, which MongoDB refuses.
    pagination: false,
    req,
    sort: 'createdAt',
    where: into === undefined ? { or: same } : { slug: { equals: into } },
  })
  const [found] = docs as unknown as Doc[]
  if (into !== undefined && !found) throw new UsageError(`No campaign has the slug "${into}"`)
  return found
}

/**
 * Whether the campaign's structure is another language's: the default language's, or, where the
 * campaign is not in the default language, that of the one language it is in.
 */
async function isInAnotherLanguage(req: PayloadRequest, id: string): Promise<boolean> {
  const { localization } = req.payload.config
  if (!localization) return false
  const doc = await req.payload.findByID({
    collection: 'campaigns',
    depth: 0,
    draft: true,
    id,
    locale: 'all',
    req: { ...req },
  })
  const titles = doc.title as unknown as Record<string, string | null | undefined>
  const others = Object.keys(titles).filter((code) => code !== req.locale && titles[code])
  return others.length > 0 && (req.locale !== localization.defaultLocale || !titles[req.locale])
}

function checkLocale({ config }: Payload, locale: string): void {
  const codes = config.localization ? config.localization.localeCodes : []
  if (codes.includes(locale)) return
  throw new UsageError(`--locale ${locale}: accepted: ${codes.join(', ')}`)
}
