import { parseArgs } from 'node:util'
import { openPayload } from '../cms/open-payload.ts'
import { UsageError } from '../errors.ts'
import { readSettings } from '../settings.ts'
import type { Flyer } from './flyer.ts'
import { parseFlyer } from './read/parse-flyer.ts'
import { type Format, toMarkdown } from './read/pasted/to-markdown.ts'
import { readFlyer } from './read/read-flyer.ts'
import { outlineOf, summaryOf } from './report.ts'
import { type Report, type WriteOptions, writeFlyer } from './write/write-flyer.ts'

const usage = `npm run import -- FLYER.md [options]

Turns a campaign's flyer, in Markdown or (.html) in HTML, into drafts: a campaign with its sections, claims, demands
and resources. A campaign of the same title is brought to what the flyer says; nothing is deleted.

  --locale CODE   the language of the flyer; the site's default language unless given
  --into SLUG     the campaign to write into: a translation, or a flyer with another title
  --publish       publishes what is imported
  --dry-run       shows what would become of the flyer, and writes nothing
  --json          prints JSON: with --dry-run the flyer as it is understood, else what was done`

type Options = Omit<WriteOptions, 'locale'> & { locale?: string; json: boolean }

/**
 * Runs `npm run import` with its arguments.
 *
 * @throws UsageError for a mistake in the arguments or in the flyer; then nothing is written.
 */
export async function importCommand(args: string[]): Promise<void> {
  const { help, path, ...options } = readArguments(args)
  if (help) return console.log(usage)
  if (path === undefined)
    throw new UsageError('Which flyer? npm run import -- FLYER.md (or --help)')

  const flyer = parseFlyer(toMarkdown(await readFlyer(path), formatOf(path)))
  // Only what is in the database can tell whether the flyer fits into a campaign.
  const needsDatabase = !options.dryRun || options.into !== undefined
  const report = needsDatabase ? await write(flyer, options) : undefined
  const warnings = [...flyer.warnings, ...(report?.warnings ?? [])]
  if (options.json) {
    const result = options.dryRun ? { ...flyer, warnings } : { ...report, warnings }
    return console.log(JSON.stringify(result, null, 2))
  }
  if (options.dryRun) console.log(outlineOf(flyer))
  if (report) console.log(summaryOf(report, options))
  for (const warning of warnings) console.warn(`Warning: ${warning}`)
}

const formatOf = (path: string): Format => (/\.html?$/i.test(path) ? 'html' : 'markdown')

async function write(flyer: Flyer, options: Options): Promise<Report> {
  const settings = readSettings()
  const payload = await openPayload(settings)
  try {
    return await writeFlyer(payload, flyer, { locale: settings.locales[0], ...options })
  } finally {
    await payload.destroy()
  }
}

function readArguments(args: string[]): Options & { help: boolean; path?: string } {
  const { positionals, values } = parsed(args)
  const [path, ...more] = positionals
  if (more.length > 0) throw new UsageError(`One flyer at a time, not also: ${more.join(', ')}`)
  return {
    help: values.help,
    json: values.json,
    publish: values.publish,
    dryRun: values['dry-run'],
    ...(path === undefined ? {} : { path }),
    ...(values.locale === undefined ? {} : { locale: values.locale }),
    ...(values.into === undefined ? {} : { into: values.into }),
  }
}

function parsed(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        locale: { type: 'string' },
        into: { type: 'string' },
        publish: { type: 'boolean', default: false },
        'dry-run': { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    })
  } catch (error) {
    // Node adds advice on arguments that begin with a dash, which no flyer's name does.
    const [sentence] = (error as Error).message.split(/\. |\n/)
    throw new UsageError(`${sentence} (npm run import -- --help)`)
  }
}
