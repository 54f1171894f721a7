import type { KeyObject } from 'node:crypto'
import { dirname, resolve } from 'node:path'
import { UsageError } from './errors.ts'
import { defaults, type Environment, environment } from './settings/environment.ts'
import { keptSecret } from './settings/kept-secret.ts'

/** Where the content lives. One of two shapes, so that a half-configured database cannot exist. */
export type DatabaseSettings =
  | { kind: 'sqlite'; file: string }
  | {
      kind: 'mongodb'
      url: string
      allowStandalone: boolean
      /** Whether it is opened to be filled by a restore; no setting says so. */
      isRestoring?: true
    }

/** A bucket. Without a key the machine's own credentials are taken, as Amazon's clients look for them. */
export type S3Settings = {
  bucket: string
  region: string
  /** Of a server that is not Amazon's. */
  endpoint?: string
  key?: { id: string; secret: string }
}

export type Settings = {
  mode: 'development' | 'production' | 'test'
  port: number
  /** Where the server is reached from outside, without a trailing slash. */
  publicUrl: string
  database: DatabaseSettings
  /** Folder for what is not in the database: uploaded files, and the secret beside SQLite. */
  dataDir: string
  secret: string
  /** What copies of the content are signed with; without it a key is kept beside the embedded database. */
  signingKey?: KeyObject
  /** The account to make when there is none yet. */
  firstAdmin?: { email: string; password: string }
  /** Languages of the content, the default first. */
  locales: [string, ...string[]]
  delivery: {
    /** What the response cache may take, in bytes; 0 switches it off. */
    cacheBytes: number
    /** How long a shared cache in front may show an answer without asking, in seconds. */
    sharedMaxAge: number
    /** How a cache in front is told what to drop. */
    purge?: { url: string; method: string; header?: [name: string, value: string] }
  }
  /** Hosts, each with its port or with any, that webhooks and link checks may reach though they are not public. */
  allowedHosts: string[]
  /** How many rows of a spreadsheet are imported at once: it is one transaction. */
  importRows: number
  /** How long the change log keeps what later entries have replaced, and tombstones, in days. */
  changeLog: { history: number; tombstones: number }
  review: {
    /** Whether a claim needs evidence, or an admin's reason, to be published. */
    evidenceRequired: boolean
    /** Whether people may approve what they wrote last. */
    ownApproval: boolean
  }
  links: {
    /** How often an address that is in order is checked, in days; 0 checks none by itself. */
    days: number
  }
  /** How mail is sent, and from whom; without it messages are written to the log. */
  mail?: { url: string; from: { name: string; address: string } }
  /** Where uploaded files are kept; without it in the data folder. */
  s3?: S3Settings
  limits: {
    /** What one address may ask for in a minute without a key; 0 is no limit. */
    requestsPerMinute: number
    /** How often one address may try to sign in, or to get a new password, in a minute; 0 is no limit. */
    logInsPerMinute: number
    /** Proxies in front that say truly who asks, in `X-Forwarded-For`. */
    trustedProxies: string[]
  }
  /** Where somebody who has found a weakness turns to, as an address. */
  securityContact?: string
  watching: {
    /** Who shows it may read the metrics; nobody may without one. */
    metricsToken?: string
    /** Where traces are sent, without the path; nowhere without it. */
    traces?: string
  }
  logLevel: NonNullable<Environment['LOG_LEVEL']>
}

/**
 * Reads the environment once, as one schema.
 *
 * With the embedded database and no PAYLOAD_SECRET, a secret is made once and kept beside the database.
 *
 * @param makesSecret whether that is done; where not, and none is kept yet, the secret is empty
 * @throws UsageError naming every setting that is wrong, and what each accepts.
 */
export function readSettings(
  env: NodeJS.ProcessEnv = process.env,
  { makesSecret = true } = {},
): Settings {
  // An empty value is what `.env` files and compose files leave for "not set".
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''))
  const parsed = environment.safeParse({ ...defaults, ...given })
  const mistakes = unknownNames(given)
  if (!parsed.success) {
    mistakes.push(...parsed.error.issues.map((i) => `${i.path[0]?.toString()}: ${i.message}`))
  }
  if (mistakes.length > 0 || !parsed.success) {
    throw new UsageError(`These settings are wrong:\n  ${mistakes.join('\n  ')}`)
  }

  const { data } = parsed
  const database = readDatabase(data.DATABASE_URL, data.HANDBILL_ALLOW_STANDALONE_MONGODB)
  const dataDir = database.kind === 'sqlite' ? dirname(database.file) : resolve('data')
  return {
    mode: data.NODE_ENV,
    port: data.PORT,
    publicUrl: (data.PUBLIC_URL ?? `http://localhost:${data.PORT}`).replace(/\/+$/, ''),
    database,
    dataDir,
    secret: data.PAYLOAD_SECRET ?? secretBeside(database, dataDir, makesSecret),
    ...(data.HANDBILL_SIGNING_KEY ? { signingKey: data.HANDBILL_SIGNING_KEY } : {}),
    ...(data.ADMIN_EMAIL && data.ADMIN_PASSWORD
      ? { firstAdmin: { email: data.ADMIN_EMAIL, password: data.ADMIN_PASSWORD } }
      : {}),
    delivery: {
      cacheBytes: data.HANDBILL_CACHE_MB * 1_000_000,
      sharedMaxAge: data.HANDBILL_CDN_SECONDS,
      ...purgeOf(data),
    },
    allowedHosts: data.HANDBILL_ALLOWED_HOSTS,
    importRows: data.HANDBILL_IMPORT_ROWS,
    changeLog: {
      history: data.HANDBILL_HISTORY_DAYS,
      tombstones: data.HANDBILL_TOMBSTONE_DAYS,
    },
    review: {
      evidenceRequired: data.HANDBILL_EVIDENCE_REQUIRED,
      ownApproval: data.HANDBILL_OWN_APPROVAL,
    },
    links: { days: data.HANDBILL_LINK_CHECK_DAYS },
    ...mailOf(data),
    ...s3Of(data),
    limits: {
      requestsPerMinute: data.HANDBILL_REQUESTS_PER_MINUTE,
      logInsPerMinute: data.HANDBILL_LOGINS_PER_MINUTE,
      trustedProxies: data.HANDBILL_TRUSTED_PROXIES ?? [],
    },
    ...(data.HANDBILL_SECURITY_CONTACT ? { securityContact: data.HANDBILL_SECURITY_CONTACT } : {}),
    watching: {
      ...(data.HANDBILL_METRICS_TOKEN ? { metricsToken: data.HANDBILL_METRICS_TOKEN } : {}),
      ...(data.OTEL_EXPORTER_OTLP_ENDPOINT ? { traces: data.OTEL_EXPORTER_OTLP_ENDPOINT } : {}),
    },
    locales: data.HANDBILL_LOCALES as [string, ...string[]],
    // Somebody who looks on reads what main.ts says; a log that is kept tells of every migration.
    logLevel: data.LOG_LEVEL ?? (process.stdout.isTTY ? 'warn' : 'info'),
  }
}

/** A misspelt HANDBILL_ name would otherwise be a setting that silently does nothing. */
function unknownNames(env: Record<string, unknown>): string[] {
  const known = Object.keys(environment.shape).filter((name) => name.startsWith('HANDBILL_'))
  return Object.keys(env)
    .filter((name) => name.startsWith('HANDBILL_') && !known.includes(name))
    .map((name) => `${name}: not a setting (accepted: ${known.join(', ')})`)
}

function purgeOf(data: Environment): Pick<Settings['delivery'], 'purge'> {
  const { HANDBILL_PURGE_HEADER: header, HANDBILL_PURGE_METHOD: method } = data
  const url = data.HANDBILL_PURGE_URL
  if (!url) return {}
  const [, name = '', value = ''] = /^([^:]+): *(.*)$/.exec(header ?? '') ?? []
  return { purge: { url, method, ...(header ? { header: [name, value] } : {}) } }
}

function mailOf(data: Environment): Pick<Settings, 'mail'> {
  const { HANDBILL_MAIL_FROM: from, HANDBILL_SMTP_URL: url } = data
  return url && from ? { mail: { url, from } } : {}
}

function s3Of(data: Environment): Pick<Settings, 's3'> {
  const {
    HANDBILL_S3_BUCKET: bucket,
    HANDBILL_S3_REGION: region,
    HANDBILL_S3_ENDPOINT: endpoint,
  } = data
  if (!bucket || !region) return {}
  const { HANDBILL_S3_ACCESS_KEY_ID: id, HANDBILL_S3_SECRET_ACCESS_KEY: secret } = data
  return {
    s3: {
      ...{ bucket, region },
      ...(endpoint ? { endpoint } : {}),
      ...(id && secret ? { key: { id, secret } } : {}),
    },
  }
}

function readDatabase(url: string, allowStandalone: boolean): DatabaseSettings {
  if (!url.startsWith('file:')) return { kind: 'mongodb', url, allowStandalone }
  return { kind: 'sqlite', file: resolve(url.slice('file:'.length)) }
}

function secretBeside({ kind }: DatabaseSettings, dataDir: string, isMade: boolean): string {
  if (kind === 'sqlite') return keptSecret(dataDir, isMade)
  throw new UsageError('PAYLOAD_SECRET: required with MongoDB (at least 16 characters)')
}
