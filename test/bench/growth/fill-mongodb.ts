import { type Document, MongoClient, ObjectId } from 'mongodb'
import { type Campaigns, type Copy, planCopies } from './template.ts'

/** Copies a claim that has figures, and its source, in the database's own collections, their versions with them. */
export async function copyInMongodb(url: string, count: number): Promise<Campaigns> {
  const client = await MongoClient.connect(url)
  const db = client.db()
  const claim = await db.collection('claims').findOne({ 'figures.0': { $exists: true } })
  const campaign = claim && (await one('campaigns', claim.campaign))
  const source = claim && (await one('resources', claim.evidence[0].source))
  const claimVersion = claim && (await versionOf('claims', claim))
  const sourceVersion = source && (await versionOf('resources', source))
  if (!campaign || !claimVersion || !sourceVersion) throw new Error('There is nothing to copy.')
  const large = String(campaign._id)
  const { copies, campaigns } = planCopies(count, large)

  await db.collection('campaigns').insertMany(
    campaigns.map((id, n) => ({
      ...campaign,
      _id: new ObjectId(id),
      slug: `${campaign.slug}-copy-${n}`,
    })),
  )
  for (let i = 0; i < copies.length; i += 5000) {
    const some = copies.slice(i, i + 5000)
    const sources = some.map((copy) => copyOf(source, sourceVersion, copy, {}))
    await insert('resources', sources)
    const claims = some.map((copy, at) => {
      const evidence = claim.evidence.map((row: Document) => ({
        ...row,
        source: like(row.source, String(sources[at]?.document._id)),
      }))
      const relations = { campaign: like(claim.campaign, copy.campaign), evidence }
      return copyOf(claim, claimVersion, copy, relations)
    })
    await insert('claims', claims)
  }
  await client.close()
  return { large, fifty: campaigns[0] ?? large }

  function one(collection: string, id: unknown) {
    return db.collection(collection).findOne({ _id: new ObjectId(String(id)) })
  }

  function versionOf(collection: string, { _id }: Document) {
    const parents = [{ parent: _id }, { parent: String(_id) }]
    return db.collection(`_${collection}_versions`).findOne({ $or: parents })
  }

  async function insert(collection: string, pairs: Pair[]): Promise<void> {
    await db.collection(collection).insertMany(pairs.map(({ document }) => document))
    await db.collection(`_${collection}_versions`).insertMany(pairs.map(({ version }) => version))
  }
}

type Pair = { document: Document; version: Document }

function copyOf(
  document: Document,
  version: Document,
  { n, time }: Copy,
  relations: Document,
): Pair {
  const _id = new ObjectId()
  const times = { createdAt: time, updatedAt: time }
  const changed = { ...relations, slug: `${document.slug}-copy-${n}`, ...times }
  return {
    document: { ...document, _id, ...changed },
    version: {
      ...version,
      _id: new ObjectId(),
      parent: like(version.parent, _id.toHexString()),
      version: { ...version.version, ...changed },
      ...times,
    },
  }
}

/** An id in the form that another has: Payload keeps some as text. */
const like = (other: unknown, id: string): unknown =>
  typeof other === 'string' ? id : new ObjectId(id)
