import { type Document, MongoClient, ObjectId } from 'mongodb'
import { type Copy, planCopies } from './template.ts'

/**
 * Copies a claim in the database's own collections, its version with it.
 *
 * @returns the id of a campaign of fifty claims
 */
export async function copyInMongodb(
  url: string,
  claim: string,
  campaign: string,
  count: number,
): Promise<string> {
  const client = await MongoClient.connect(url)
  const db = client.db()
  const { copies, campaigns } = planCopies(count, campaign)
  const [campaigned] = await db
    .collection('campaigns')
    .find({ _id: new ObjectId(campaign) })
    .toArray()
  const [claimed] = await db
    .collection('claims')
    .find({ _id: new ObjectId(claim) })
    .toArray()
  const [version] = await db
    .collection('_claims_versions')
    .find({ $or: [{ parent: claim }, { parent: new ObjectId(claim) }] })
    .toArray()
  if (!campaigned || !claimed || !version) throw new Error('There is nothing to copy.')

  await db.collection('campaigns').insertMany(
    campaigns.map((id, n) => ({
      ...campaigned,
      _id: new ObjectId(id),
      slug: `campaign-copy-${n}`,
    })),
  )
  for (let i = 0; i < copies.length; i += 5000) {
    const pairs = copies.slice(i, i + 5000).map((copy) => copiesOf(claimed, version, copy))
    await db.collection('claims').insertMany(pairs.map(([document]) => document))
    await db.collection('_claims_versions').insertMany(pairs.map(([, newest]) => newest))
  }
  await client.close()
  return campaigns[0] ?? campaign
}

function copiesOf(claim: Document, version: Document, { n, campaign, time }: Copy) {
  const _id = new ObjectId()
  const times = { createdAt: time, updatedAt: time }
  const changed = { slug: `claim-copy-${n}`, campaign: like(claim.campaign, campaign), ...times }
  const newest: Document = {
    ...version,
    _id: new ObjectId(),
    parent: like(version.parent, _id.toHexString()),
    version: { ...version.version, ...changed },
    ...times,
  }
  return [{ ...claim, _id, ...changed } as Document, newest] as const
}

/** An id in the form that another has: Payload keeps some as text. */
const like = (other: unknown, id: string): unknown =>
  typeof other === 'string' ? id : new ObjectId(id)
