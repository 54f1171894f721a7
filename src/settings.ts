import { createPrivateKey, type KeyObject, randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { compile as compileProxies } from 'proxy-addr'
import { z } from 'zod'
import { UsageError } from './errors.ts'

const locale = z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'a language tag such as en')

const flag = z
  .enum(['true', 'false'], { error: 'accepted: true, false' })
  .transform((value) => value === 'true')

const days = z.coerce.number({ error: 'accepted: a number of days' }).min(0).max(36_500)

function areAddresses(list: string[]): boolean {
  try {
    compileProxies(list)
    return true
  } catch {
    return false
  }
}

/** Where a setting is one line, its breaks are written as \\n. */
function readSigningKey(pem: string, { issues }: z.RefinementCtx): KeyObject {
  try {
    const key = createPrivateKey(pem.replaceAll('\\n', '\n'))
    if (key.asymmetricKeyType === 'ed25519') return key
  } catch {
    // Said below: what the library says may quote the key.
  }
  const message = 'accepted: an Ed25519 private key as PKCS#8 PEM'
  issues.push({ code: 'custom', message, input: undefined })
  return z.NEVER
}

/** `Name <address>`, or the address alone. */
function readMailbox(text: string, { issues }: z.RefinementCtx): { name: string; address: string } {
  const [, name = '', bracketed] = /^"?([^"<>\r\n]*?)"? *<([^<>]+)>$/.exec(text) ?? []
  const { data: address } = z.email().safeParse(bracketed ?? text)
  if (address) return { name: name || 'Handbill', address }
  const message = 'accepted: NAME <ADDRESS>, or an e-mail address'
  issues.push({ code: 'custom', message, input: undefined })
  return z.NEVER
}

const allowedHost = 'accepted: hosts such as localhost:4000,receiver.test'

const environment = z
  .object({
    NODE_ENV: z.enum(['development', 'production', 'test']).default('development'),
    PORT: z.coerce.number({ error: 'accepted: a port, 0 to 65535' }).int().min(0).max(65535),
    DATABASE_URL: z
      .string()
      .regex(/^(file:.|mongodb(\+srv)?:\/\/.)/, 'accepted: file:PATH for SQLite, or mongodb://…'),
    PAYLOAD_SECRET: z.string().min(16, 'accepted: at least 16 characters').optional(),
    PUBLIC_URL: z.url({ protocol: /^https?$/, error: 'accepted: an http or https URL' }).optional(),
    ADMIN_EMAIL: z.email('accepted: an e-mail address').optional(),
    ADMIN_PASSWORD: z.string().min(8, 'accepted: at least 8 characters').optional(),
    LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']).optional(),
    HANDBILL_LOCALES: z
      .string()
      .transform((list) => list.split(',').map((code) => code.trim()))
      .pipe(z.array(locale).min(1)),
    HANDBILL_ALLOW_STANDALONE_MONGODB: flag,
    HANDBILL_ALLOWED_HOSTS: z
      .string()
      .transform((list) => list.split(',').map((host) => host.trim().toLowerCase()))
      .pipe(z.array(z.string().regex(/^([\w.-]+|\[[\da-f:.]+\])(:\d{1,5})?$/, allowedHost)))
      .default([]),
    HANDBILL_CACHE_MB: z.coerce.number({ error: 'accepted: megabytes, 0 for no cache' }).min(0),
    HANDBILL_CDN_SECONDS: z.coerce.number({ error: 'accepted: whole seconds' }).int().min(0),
    HANDBILL_EVIDENCE_REQUIRED: flag,
    HANDBILL_HISTORY_DAYS: days,
    HANDBILL_OWN_APPROVAL: flag,
    HANDBILL_IMPORT_ROWS: z.coerce
      .number({ error: 'accepted: a whole number from 1' })
      .int('accepted: a whole number from 1')
      .min(1, 'accepted: a whole number from 1'),
    HANDBILL_LINK_CHECK_DAYS: days,
    HANDBILL_MAIL_FROM: z.string().transform(readMailbox).optional(),
    HANDBILL_METRICS_TOKEN: z.string().min(16, 'accepted: at least 16 characters').optional(),
    HANDBILL_PURGE_HEADER: z
      .string()
      .regex(/^[\w-]+: *\S.*$/, 'accepted: a header, such as Fastly-Key: 3x4mpl3')
      .optional(),
    HANDBILL_PURGE_METHOD: z.enum(['POST', 'PURGE', 'DELETE', 'GET'], {
      error: 'accepted: POST, PURGE, DELETE, GET',
    }),
    HANDBILL_PURGE_URL: z
      .string()
      .regex(/^https?:\/\/.*\{tag\}/, 'accepted: an http or https URL with {tag} in it')
      .optional(),
    HANDBILL_REQUESTS_PER_MINUTE: z.coerce
      .number({ error: 'accepted: a whole number, 0 for no limit' })
      .int('accepted: a whole number, 0 for no limit')
      .min(0, 'accepted: a whole number, 0 for no limit'),
    HANDBILL_S3_ACCESS_KEY_ID: z
      .string()
      .regex(/^[\w-]{3,}$/, 'accepted: the id of an access key')
      .optional(),
    HANDBILL_S3_BUCKET: z
      .string()
      .regex(/^[a-z\d][a-z\d.-]{1,61}[a-z\d]$/, 'accepted: the name of a bucket')
      .optional(),
    HANDBILL_S3_ENDPOINT: z
      .url({ protocol: /^https?$/, error: 'accepted: an http or https URL' })
      .optional(),
    HANDBILL_S3_REGION: z
      .string()
      .regex(/^[a-z\d-]+$/, 'accepted: a region such as eu-central-1')
      .optional(),
    HANDBILL_S3_SECRET_ACCESS_KEY: z
      .string()
      .min(4, 'accepted: the secret of an access key')
      .optional(),
    HANDBILL_SIGNING_KEY: z.string().transform(readSigningKey).optional(),
    HANDBILL_SMTP_URL: z
      .url({
        protocol: /^smtps?$/,
        error: 'accepted: smtp://USER:PASSWORD@HOST:PORT, or smtps://…',
      })
      .optional(),
    HANDBILL_TOMBSTONE_DAYS: days,
    HANDBILL_TRUSTED_PROXIES: z
      .string()
      .transform((list) => list.split(',').map((address) => address.trim()))
      .refine(areAddresses, 'accepted: addresses and networks such as 10.0.0.0/8, or loopback')
      .optional(),
    OTEL_EXPORTER_OTLP_ENDPOINT: z
      .url({ protocol: /^https?$/, error: 'accepted: an http or https URL' })
      .optional(),
  })
  .refine((env) => Boolean(env.ADMIN_EMAIL) === Boolean(env.ADMIN_PASSWORD), {
    path: ['ADMIN_EMAIL'],
    message: 'goes together with ADMIN_PASSWORD',
  })
  .refine((env) => !env.HANDBILL_SMTP_URL || env.HANDBILL_MAIL_FROM, {
    path: ['HANDBILL_MAIL_FROM'],
    message: 'needed with HANDBILL_SMTP_URL (accepted: NAME <ADDRESS>, or an e-mail address)',
  })
  .refine((env) => !env.HANDBILL_S3_BUCKET || env.HANDBILL_S3_REGION, {
    path: ['HANDBILL_S3_REGION'],
    message: 'needed with HANDBILL_S3_BUCKET (accepted: a region such as eu-central-1)',
  })
  .refine(
    (env) => Boolean(env.HANDBILL_S3_ACCESS_KEY_ID) === Boolean(env.HANDBILL_S3_SECRET_ACCESS_KEY),
    {
      path: ['HANDBILL_S3_ACCESS_KEY_ID'],
      message: 'goes together with HANDBILL_S3_SECRET_ACCESS_KEY',
    },
  )
  .refine(
    (env) =>
      env.HANDBILL_S3_BUCKET ||
      !(env.HANDBILL_S3_REGION || env.HANDBILL_S3_ENDPOINT || env.HANDBILL_S3_ACCESS_KEY_ID),
    {
      path: ['HANDBILL_S3_BUCKET'],
      message: 'needed with the other HANDBILL_S3_ settings',
    },
  )

const defaults = {
  PORT: '3000',
  DATABASE_URL: 'file:./data/content.db',
  HANDBILL_LOCALES: 'en,es',
  HANDBILL_ALLOW_STANDALONE_MONGODB: 'false',
  HANDBILL_CACHE_MB: '64',
  HANDBILL_CDN_SECONDS: '1',
  HANDBILL_EVIDENCE_REQUIRED: 'true',
  HANDBILL_HISTORY_DAYS: '7',
  HANDBILL_OWN_APPROVAL: 'false',
  HANDBILL_IMPORT_ROWS: '500',
  HANDBILL_LINK_CHECK_DAYS: '7',
  HANDBILL_PURGE_METHOD: 'POST',
  HANDBILL_REQUESTS_PER_MINUTE: '600',
  HANDBILL_TOMBSTONE_DAYS: '90',
}

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
    /** Proxies in front that say truly who asks, in `X-Forwarded-For`. */
    trustedProxies: string[]
  }
  watching: {
    /** Who shows it may read the metrics; nobody may without one. */
    metricsToken?: string
    /** Where traces are sent, without the path; nowhere without it. */
    traces?: string
  }
  logLevel: NonNullable<z.output<typeof environment>['LOG_LEVEL']>
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
    secret: data.PAYLOAD_SECRET ?? keptSecret(database, dataDir, makesSecret),
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
      trustedProxies: data.HANDBILL_TRUSTED_PROXIES ?? [],
    },
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

function purgeOf(data: z.output<typeof environment>): Pick<Settings['delivery'], 'purge'> {
  const { HANDBILL_PURGE_HEADER: header, HANDBILL_PURGE_METHOD: method } = data
  const url = data.HANDBILL_PURGE_URL
  if (!url) return {}
  const [, name = '', value = ''] = /^([^:]+): *(.*)$/.exec(header ?? '') ?? []
  return { purge: { url, method, ...(header ? { header: [name, value] } : {}) } }
}

function mailOf(data: z.output<typeof environment>): Pick<Settings, 'mail'> {
  const { HANDBILL_MAIL_FROM: from, HANDBILL_SMTP_URL: url } = data
  return url && from ? { mail: { url, from } } : {}
}

function s3Of(data: z.output<typeof environment>): Pick<Settings, 's3'> {
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

function keptSecret(database: DatabaseSettings, dataDir: string, isMade: boolean): string {
  if (database.kind !== 'sqlite') {
    throw new UsageError('PAYLOAD_SECRET: required with MongoDB (at least 16 characters)')
  }
  const file = join(dataDir, 'secret')
  if (!isMade && !existsSync(file)) return ''
  try {
    mkdirSync(dataDir, { recursive: true })
    if (!existsSync(file)) makeSecret(file)
    return readFileSync(file, 'utf8').trim()
  } catch (error) {
    throw new UsageError(`DATABASE_URL: nothing can be kept there: ${(error as Error).message}`)
  }
}

function makeSecret(file: string): void {
  try {
    // `wx` refuses to replace: two servers starting at once agree on the first one's secret.
    writeFileSync(file, randomBytes(32).toString('hex'), { flag: 'wx', mode: 0o600 })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
}
