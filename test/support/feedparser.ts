import { run } from './commands.ts'
import { providePackage } from './python-package.ts'

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
  const found = await providePackage('feedparser', '6.0.12')
  if (!found) return undefined
  const { python, modules } = found
  return async (bytes, type) => {
    const input = JSON.stringify({ bytes, type })
    return JSON.parse(await run(python, ['-c', script, modules, input], { timeout: 30_000 }))
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
