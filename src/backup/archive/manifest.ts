import { z } from 'zod'

/** The version of the format, which goes up when older programs cannot read it any more. */
export const format = 1

/** The first file of an archive, by which it is known; the last one lists all the others. */
export const headerFile = 'handbill-backup.json'
export const manifestFile = 'manifest.json'

/** What every version of the format has, so that a newer one can be told from what is no backup. */
export const headerSchema = z.object({ handbillBackup: z.int().min(1) })

const sha256 = z.string().regex(/^[\da-f]{64}$/)

export const manifestSchema = z.object({
  format: z.literal(format),
  /** The version of Handbill that made it. */
  handbill: z.string(),
  /** The one moment whose state it is. */
  moment: z.iso.datetime(),
  database: z.enum(['sqlite', 'mongodb']),
  locales: z.array(z.string()),
  /** The names of the migrations that its content has been through. */
  migrations: z.array(z.string()),
  /** By which it is known whether a PAYLOAD_SECRET is the same; it cannot be had from this. */
  secretCheck: z.string(),
  /** What each kind of row comes to, whatever database it is read from. */
  parts: z.array(z.object({ name: z.string(), rows: z.int().min(0), digest: sha256 })),
  /** What anybody could read. */
  public: z.object({ rows: z.int().min(0), digest: sha256 }),
  /** The sequence of the newest entry of the change log. */
  sequence: z.int().min(0),
  media: z.object({
    /** Whether the files are in it; an earlier Handbill left those that were in a bucket out. */
    kept: z.enum(['here', 'bucket']),
    /** Files that documents named and that were not there. */
    missing: z.array(z.string()),
  }),
  entries: z.array(z.object({ path: z.string(), size: z.int().min(0), sha256 })),
})

export type Manifest = z.output<typeof manifestSchema>
export type Entry = Manifest['entries'][number]
