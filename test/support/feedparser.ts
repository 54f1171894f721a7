import { mkdtemp, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { projectRoot } from '../../src/install.mjs'
import { findOnPath, run } from './commands.ts'

// Pinned, so that every machine tests with the same parser.
const version = '6.0.12'
const folder = join(projectRoot, '.cache', `feedparser-${version}`)

/** What feedparser makes of a feed, as far as tests look at it. */
export type ParsedFeed = {
  bozo: number
  bozoReason: string
  version: string
  feed: { id: string; title: string; language: string; updated: string; self: string }
  entries: {
    id: string
    title: string
    link: string
    updated: string
    language: string
    content: string
  }[]
}

/** The feed parser of the Universal Feed Parser project; undefined where there is no Python to run it. */
export async function provideFeedparser(): Promise<
  ((bytes: string, type: string) => Promise<ParsedFeed>) | undefined
> {
  const python = findOnPath('python3')
  if (!python || !(await install(python))) return undefined
  return async (bytes, type) => {
    const input = JSON.stringify({ bytes, type })
    return JSON.parse(await run(python, ['-c', script, folder, input], { timeout: 30_000 }))
  }
}

async function install(python: string): Promise<boolean> {
  if (await stat(folder).then(Boolean, () => false)) return true
  const work = await mkdtemp(join(projectRoot, '.cache', 'feedparser-'))
  const pip = ['-m', 'pip', 'install', '--quiet', '--target', work, `feedparser==${version}`]
  try {
    await run(python, pip, { timeout: 120_000 })
    // Renamed into place whole: a run beside this one never sees half of it.
    await rename(work, folder)
    return true
  } catch (error) {
    await rm(work, { recursive: true, force: true })
    if (await stat(folder).then(Boolean, () => false)) return true
    console.log(`No feedparser: ${(error as Error).message}`)
    return false
  }
}

const script = `
import json, sys
sys.path.insert(0, sys.argv[1])
import feedparser
given = json.loads(sys.argv[2])
parsed = feedparser.parse(
    given['bytes'].encode(),
    response_headers={'content-type': given['type'], 'content-location': 'https://content.example.org/'},
    sanitize_html=False,
)
feed = parsed.feed
print(json.dumps({
    'bozo': int(parsed.bozo),
    'bozoReason': str(parsed.get('bozo_exception', '')),
    'version': parsed.version,
    'feed': {
        'id': feed.get('id'), 'title': feed.get('title'), 'language': feed.get('language'),
        'updated': feed.get('updated'),
        'self': next((l.href for l in feed.get('links', []) if l.rel == 'self'), None),
    },
    'entries': [{
        'id': e.get('id'), 'title': e.get('title'), 'link': e.get('link'), 'updated': e.get('updated'),
        'language': e.get('content', [{}])[0].get('language'), 'content': e.get('content', [{}])[0].get('value'),
    } for e in parsed.entries],
}))`
