import { join } from 'node:path'
import { LinkFeature, lexicalEditor } from '@payloadcms/richtext-lexical'
import { en } from '@payloadcms/translations/languages/en'
import { es } from '@payloadcms/translations/languages/es'
import { buildConfig, type Config, type SanitizedConfig } from 'payload'
import sharp from 'sharp'
import { isStaff } from '../../collections/access/roles.ts'
import { staff } from '../../collections/access/rules.ts'
import { collections } from '../../collections/index.ts'
import { presetWords, tabWords } from '../../collections/words/admin.ts'
import { namedLocale } from '../../collections/words/languages.ts'
import { attention } from '../attention/plugin.ts'
import { bundle } from '../bundle/bundle.ts'
import { copies } from '../copies/plugin.ts'
import { figures } from '../figures/figures.ts'
import { importDesk } from '../importer/desk/import-desk.ts'
import { type LinkOptions, links } from '../links/links.ts'
import type { Logger } from '../logger.ts'
import { loggedMail } from '../mail/logged-mail.ts'
import { mail } from '../mail/mail.ts'
import { smtpMail } from '../mail/smtp-mail.ts'
import { media } from '../media/media.ts'
import { createOutbound } from '../outbound/outbound.ts'
import { partnerAccess } from '../partners/plugin.ts'
import { permalinkSchemaEndpoint } from '../permalinks/schema-endpoint.ts'
import { preview } from '../preview/plugin.ts'
import { noteRefusedPublishing } from '../review/history.ts'
import { review } from '../review/review.ts'
import { scheduling } from '../scheduling/plugin.ts'
import { onceEach } from '../scheduling/single/task.ts'
import { search } from '../search/plugin.ts'
import type { Settings } from '../settings.ts'
import { spreadsheets } from '../spreadsheets/spreadsheets.ts'
import { translations } from '../translations/plugin.ts'
import { type WebhookOptions, webhooks } from '../webhooks/webhooks.ts'
import { type ChangeLogOptions, changeLog } from './changes/change-log.ts'
import { contentLocale } from './content-locale/plugin.ts'
import { database } from './database/database.ts'
import { graphqlLimits } from './graphql/limits.ts'
import { leaveWithTab } from './leave-with-tab.ts'
import { memento } from './memento/memento.ts'
import { tellWithdrawn } from './memento/tell-withdrawn.ts'
import { sameFilters } from './parity/same-filters.ts'
import { sameShape } from './parity/same-shape.ts'
import { sameValues } from './parity/same-values.ts'
import { checkShapes } from './plugins/check-shapes.ts'
import { dropAccountEndpoints } from './plugins/drop-account-endpoints.ts'
import { dropIdleEndpoints } from './plugins/drop-idle-endpoints.ts'
import { dropVersionEndpoints } from './plugins/drop-version-endpoints.ts'
import { guardInternalCollections } from './plugins/guard-internal-collections.ts'
import { keepLocks } from './plugins/keep-locks.ts'
import { keepTyping } from './plugins/keep-typing.ts'
import { limitedLogIns } from './plugins/limited-log-ins.ts'
import { missingFiles } from './plugins/missing-files.ts'
import { nameLockOwners } from './plugins/name-lock-owners.ts'
import { secureCookies } from './plugins/secure-cookies.ts'
import { setupToken } from './plugins/setup-token.ts'
import { slugEndpoint } from './plugins/slug-endpoint.ts'
import { stableOrder } from './plugins/stable-order.ts'
import { withholdUnreadable } from './plugins/withhold-unreadable.ts'
import { words } from './plugins/words.ts'
import { refuseBadCredentials } from './refused-credentials.ts'
import { bulkEdits } from './writes/bulk-edits.ts'
import { conditionalWrites } from './writes/conditional-writes.ts'
import { keptAnswers } from './writes/idempotency-collection.ts'
import { idempotentPosts } from './writes/idempotent-posts.ts'

/** Every program starts in the checkout; only Payload's tools look for anything in it. */
const root = process.cwd()

const day = 24 * 60 * 60 * 1000

/**
 * Handbill as a Payload config: the collections, the database of the settings, and what Handbill adds
 * to Payload as plugins.
 */
export async function createConfig(
  settings: Settings,
  logger?: Logger,
  given: {
    links?: Partial<LinkOptions>
    mail?: { pauses?: readonly number[]; quiet?: number }
    webhooks?: Partial<WebhookOptions>
  } = {},
): Promise<SanitizedConfig> {
  const outbound = createOutbound({ allowedHosts: settings.allowedHosts })
  const config: Config = {
    secret: settings.secret,
    db: await database(settings.database),
    collections: collections.map((collection) => inDataDir(collection, settings.dataDir)),
    editor: lexicalEditor({
      features: ({ defaultFeatures }) => [
        // Links to documents, uploads and relations inside a text would pass readers' access unseen.
        ...defaultFeatures.filter(({ key }) => !['link', 'relationship', 'upload'].includes(key)),
        LinkFeature({ enabledCollections: [] }),
        leaveWithTab(),
      ],
    }),
    localization: {
      locales: settings.locales.map(namedLocale),
      defaultLocale: settings.locales[0],
      fallback: true,
    },
    i18n: { supportedLanguages: { en, es }, fallbackLanguage: 'en', translations: tabWords },
    admin: {
      user: 'users',
      importMap: { baseDir: join(root, 'src'), autoGenerate: false },
      // Payload's own would ask gravatar.com, with a digest of every editor's address.
      avatar: 'default',
      meta: {
        titleSuffix: '· Handbill',
        defaultOGImageType: 'off',
        openGraph: { siteName: 'Handbill', description: 'Where the content is edited.' },
      },
    },
    // Who may see and change a saved filter is said by each one; nobody but editors has any.
    queryPresets: {
      access: { create: staff, read: staff, update: staff, delete: staff },
      constraints: {},
      labels: presetWords,
    },
    // What Payload does not think of: conditions, asking for another time, and asking once more.
    cors: {
      origins: '*',
      headers: ['Accept-Datetime', 'Idempotency-Key', 'If-Match', 'If-None-Match'],
    },
    csrf: sameSite(settings.publicUrl),
    maxDepth: 3,
    // What a client did wrong is told to the client.
    loggingLevels: {
      Forbidden: 'debug',
      NotFound: 'debug',
      QueryError: 'debug',
      ValidationError: 'debug',
    },
    graphQL: graphqlLimits,
    upload: {
      limits: { fileSize: 20_000_000 },
      abortOnLimit: true,
      responseOnLimit: 'file: it is too large. Accepted: up to 20 MB.',
    },
    jobs: {
      access: {
        run: ({ req }) => isStaff(req.user),
        queue: ({ req }) => isStaff(req.user),
        cancel: ({ req }) => isStaff(req.user),
      },
    },
    plugins: [
      contentLocale,
      setupToken,
      mail(settings.publicUrl, given.mail?.quiet),
      slugEndpoint,
      figures,
      bundle,
      attention,
      search,
      copies,
      partnerAccess,
      memento(Object.keys(logged), {
        publicUrl: settings.publicUrl,
        sharedMaxAge: settings.delivery.sharedMaxAge,
      }),
      permalinkSchemaEndpoint,
      review(settings.review),
      translations,
      words,
      preview({ publicUrl: settings.publicUrl }),
      scheduling,
      importDesk,
      spreadsheets({
        collections: ['campaigns', 'claims', 'demands', 'resources'],
        mostRows: settings.importRows,
      }),
      keepLocks,
      keepTyping,
      keptAnswers,
      limitedLogIns,
      secureCookies(settings.publicUrl),
      missingFiles,
      media(settings.s3),
      stableOrder,
      withholdUnreadable,
      changeLog({ collections: logged, retention: settings.changeLog }),
      webhooks({
        outbound,
        publicUrl: settings.publicUrl,
        retention: settings.changeLog.tombstones,
        ...given.webhooks,
      }),
      links({
        outbound,
        publicUrl: settings.publicUrl,
        // A test that does not ask for it leaves the addresses in its content alone.
        isScheduled: settings.links.days > 0 && settings.mode !== 'test',
        ...given.links,
        timings: { interval: settings.links.days * day, ...given.links?.timings },
      }),
    ],
    sharp,
    email: settings.mail ? await smtpMail(settings.mail, given.mail?.pauses) : loggedMail,
    telemetry: false,
    typescript: { outputFile: join(root, 'collections/payload-types.ts'), autoGenerate: false },
    ...(logger ? { logger } : {}),
  }
  const scheduled = onceEach(await buildConfig(config), noteRefusedPublishing)
  const named = dropIdleEndpoints(guardInternalCollections(nameLockOwners(scheduled)))
  const guarded = dropAccountEndpoints(named)
  const conditional = conditionalWrites(bulkEdits(dropVersionEndpoints(guarded)))
  const safe = idempotentPosts(conditional, {
    joining: ['/', '/:id/copy', '/:id/duplicate', '/:id/review'],
    reserving: ['/import', '/:id/publish'],
  })
  const built = refuseBadCredentials(tellWithdrawn(safe))
  return sameShape(checkShapes(sameValues(sameFilters(built))), settings.database.kind)
}

/** What the public reads. A claim that is taken back stays readable, and says so. */
const logged: ChangeLogOptions['collections'] = {
  campaigns: {},
  claims: {
    isRetracted: (claim) => verificationOf(claim) === 'retracted',
    // Whoever has quoted the claim has to know of another figure, and of its being disputed.
    substanceOf: (claim) => ({
      isDisputed: verificationOf(claim) === 'disputed',
      isRetracted: verificationOf(claim) === 'retracted',
      figures: ((claim.figures ?? []) as Record<string, unknown>[]).map(({ value, unit, asOf }) => [
        value ?? null,
        unit ?? null,
        asOf ?? null,
      ]),
    }),
  },
  demands: {},
  resources: {},
  media: {},
}

const verificationOf = ({ verification }: Record<string, unknown>): unknown =>
  (verification as { status?: unknown } | undefined)?.status

/** Uploaded files lie beside the database, not in the folder of the program. */
function inDataDir<C extends Config['collections']>(
  collection: NonNullable<C>[number],
  dataDir: string,
) {
  if (!collection.upload || typeof collection.upload !== 'object') return collection
  return {
    ...collection,
    upload: { ...collection.upload, staticDir: join(dataDir, collection.slug) },
  }
}

/** Pages that may use an editor's cookie; a server reached as localhost answers to both its names. */
function sameSite(publicUrl: string): string[] {
  const { origin, hostname } = new URL(publicUrl)
  return hostname === 'localhost' ? [origin, origin.replace('localhost', '127.0.0.1')] : [origin]
}
