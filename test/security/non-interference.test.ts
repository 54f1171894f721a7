import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { effort, enoughTime, requests } from './support/effort.ts'
import { type Asker, ask, canary, type Planted, plant, type Question } from './support/plant.ts'
import { guesses } from './support/questions.ts'

/*
 * What somebody may not read makes no difference to what they are told: the same questions are put twice,
 * and between the two only what they may not read is changed. So neither a status nor a byte, nor an order,
 * tells a true guess from a false one.
 */

let planted: Planted
let seed: number
beforeAll(async () => {
  // Nothing is answered from memory: a change that is not public would not reach it.
  planted = await plant({ HANDBILL_CACHE_MB: '0' })
  seed = effort().seed ?? fc.sample(fc.integer(), 1)[0] ?? 0
})
afterAll(() => planted.service.stop())

async function answers(asker: Asker, questions: Question[]): Promise<string[]> {
  const all: string[] = []
  for (const question of questions) {
    const { status, text } = await ask(planted, asker, question)
    all.push(`${status} ${text}`)
  }
  return all
}

/** Puts the same questions to two worlds, to each of the askers. */
async function compare(who: readonly Asker[], texts: string[], change: () => Promise<void>) {
  const numRuns = Math.max(40, Math.ceil(requests / (2 * who.length)))
  const questions = fc.sample(guesses(texts), { seed, numRuns })
  const before = []
  for (const asker of who) before.push(await answers(asker, questions))
  await change()
  for (const [i, asker] of who.entries()) {
    const after = await answers(asker, questions)
    for (const [n, question] of questions.entries()) {
      const told = `${asker}, seed ${seed}: ${JSON.stringify(question)}`
      expect(after[n], told).toBe(before[i]?.[n])
    }
  }
}

/** Writes at the database, so that nothing else is changed with it: no time, and no version. */
async function set(collection: string, id: string, data: object) {
  const { db } = planted.service.payload
  const where = { id: { equals: id } }
  const { updatedAt } = (await db.findOne<{ id: string; updatedAt: string }>({
    collection: collection as 'users',
    where,
  })) ?? { updatedAt: '' }
  await db.updateOne({ collection: collection as 'users', id, data: { ...data, updatedAt } })
}

const idIn = (collection: string, n = 0) =>
  planted.documents
    .filter((at) => at.startsWith(`${collection}/`))
    .at(n)
    ?.split('/')[1] ?? ''

/** Two public claims, for an order between them. */
const claims = () => [planted.claim, idIn('claims', -1)] as const

test(
  'drafts, the trash and relations to them',
  async () => {
    const { admin } = planted.clients
    const titles = [canary('aaa'), canary('zzz')]
    const drafts: string[] = []
    for (const [n, id] of claims().entries()) {
      const { body } = await admin.post('/api/campaigns', { title: titles[n] })
      drafts.push(body.doc.id)
      const data = { campaign: body.doc.id, _status: 'published' }
      expect((await admin.patch(`/api/claims/${id}`, data)).status).toBe(200)
    }
    const texts = ['kanari', ...titles, canary('draftclaim'), canary('trash'), ...drafts]
    await compare(['reader', 'partner', 'partnerWithDrafts'], texts, async () => {
      for (const [n, id] of drafts.entries()) {
        const title = `${titles[1 - n]}${n}`
        await set('campaigns', id, { title: { en: title }, slug: title })
        await admin.patch(`/api/campaigns/${id}?draft=true`, { title })
      }
      const { body } = await admin.post('/api/claims', { statement: titles[0] })
      await admin.delete(`/api/claims/${body.doc.id}`)
      await admin.patch(`/api/claims/${planted.claim}?draft=true`, { statement: 'Other' })
      await admin.delete(`/api/demands/${idIn('demands')}`)
    })
  },
  enoughTime,
)

test(
  'addresses, hashes and tokens of colleagues, and what partners are',
  async () => {
    const { clients, service, user } = planted
    const staff = ['translator', 'editor', 'reviewer'] as const
    const own = async (asker: Asker) => (await clients[asker].get('/api/users/me')).body.user.id
    const mine = await Promise.all(staff.map(own))
    const { body } = await clients.admin.get('/api/users?limit=50')
    const all: string[] = body.docs.map(({ id }: { id: string }) => id)
    const hidden = all.filter((id) => !mine.includes(id))
    expect(hidden).toContain(user)
    expect(hidden.length).toBeGreaterThan(1)
    // What leads to them: a comment of each, and a claim that each has checked.
    for (const [n, id] of claims().entries()) {
      const comment = { of: 'claims', document: id, text: 'Said' }
      const made = await clients.admin.post('/api/comments', comment)
      await set('comments', made.body.doc.id, { author: hidden[n] })
      const verification = { status: 'verified' as const, verifiedBy: hidden[n] ?? null }
      const data = { verification, _status: 'published' as const }
      await service.payload.update({ collection: 'claims', data, id })
    }
    const inOrder = async (letter: string, ids: string[]) => {
      for (const [n, id] of ids.entries()) {
        const text = `${letter}${n}`
        await set('users', id, {
          ...{ email: `${text}@example.net`, language: n === 0 ? 'es' : 'en', loginAttempts: n },
          ...{ hash: text, salt: text, resetPasswordToken: text },
        })
      }
    }
    await inOrder('kanari', hidden)
    const texts = ['kanari', 'kanari0@example.net', 'zzz', 'es', 'en', 'aaa', '@example.net']
    await compare([...staff, 'reader', 'partner'], texts, async () => {
      await inOrder('zzz', [...hidden].reverse())
      await set('partners', idIn('partners'), { name: 'zzz', contact: 'zzz@example.org' })
      await set('webhooks', idIn('webhooks'), { url: 'https://zzz.example.org/' })
      await service.payload.db.deleteMany({ collection: 'preview-links' as 'users', where: {} })
    })
  },
  enoughTime,
)
