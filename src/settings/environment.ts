import { createPrivateKey, type KeyObject } from 'node:crypto'
import { compile as compileProxies } from 'proxy-addr'
import { z } from 'zod'

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

/** An address to write to or to open; of an e-mail address, the one of a letter to it. */
function readContact(text: string, { issues }: z.RefinementCtx): string {
  if (z.email().safeParse(text).success) return `mailto:${text}`
  if (/^(https:|mailto:|tel:)\S+$/.test(text) && URL.canParse(text)) return text
  const message = 'accepted: an e-mail address, or an https, mailto or tel address'
  issues.push({ code: 'custom', message, input: undefined })
  return z.NEVER
}

const allowedHost = 'accepted: hosts such as localhost:4000,receiver.test'

/** The environment as one schema: each variable with what it accepts, and what goes together. */
export const environment = z
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
    HANDBILL_LOGINS_PER_MINUTE: z.coerce
      .number({ error: 'accepted: a whole number, 0 for no limit' })
      .int('accepted: a whole number, 0 for no limit')
      .min(0, 'accepted: a whole number, 0 for no limit'),
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
    HANDBILL_SECURITY_CONTACT: z.string().transform(readContact).optional(),
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

/** What holds where a variable is not set. */
export const defaults = {
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
  HANDBILL_LOGINS_PER_MINUTE: '20',
  HANDBILL_PURGE_METHOD: 'POST',
  HANDBILL_REQUESTS_PER_MINUTE: '600',
  HANDBILL_TOMBSTONE_DAYS: '90',
}

/** The variables as they are read. */
export type Environment = z.output<typeof environment>
