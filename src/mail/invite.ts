import { randomBytes } from 'node:crypto'
import {
  APIError,
  addDataAndFileToRequest,
  type Endpoint,
  Forbidden,
  headersWithCors,
  NotFound,
  type Payload,
  type PayloadRequest,
} from 'payload'
import { isAdmin } from '../../collections/access/roles.ts'
import { resetAddress } from './admin-address.ts'
import { compose, oneLine } from './compose.ts'
import { wordsIn } from './words.ts'

/** How long an invitation can be taken up, in milliseconds. */
const validity = 7 * 24 * 60 * 60 * 1000

type Person = { id: string; email: string; name: string; language?: string | null }

/**
 * `POST /api/users/invite`: makes an account, and sends its person a link to choose a password. Nobody
 * knows the one that it has until then.
 */
export const invite: Omit<Endpoint, 'root'> = {
  method: 'post',
  path: '/invite',
  handler: forAdmins(async (req) => {
    await addDataAndFileToRequest(req)
    const { email, name, role, language } = (req.data ?? {}) as Record<string, unknown>
    const data = { email, name, role, language, password: randomBytes(32).toString('hex') }
    const user = await req.payload.create({
      collection: 'users',
      data: data as never,
      depth: 0,
      overrideAccess: false,
      req,
      user: req.user,
    })
    await sendInvitation(req, user as unknown as Person)
    return answer(req, { id: user.id, email: user.email }, 201)
  }),
}

/** `POST /api/users/{id}/invite`: sends the link again; the one before can no longer be used. */
export const inviteAgain: Omit<Endpoint, 'root'> = {
  method: 'post',
  path: '/:id/invite',
  handler: forAdmins(async (req) => {
    const user = await req.payload.findByID({
      collection: 'users',
      id: String(req.routeParams?.id),
      depth: 0,
      disableErrors: true,
      req,
    })
    if (!user) throw new NotFound(req.t)
    await sendInvitation(req, user as unknown as Person)
    return answer(req, { id: user.id, email: user.email }, 200)
  }),
}

async function sendInvitation(req: PayloadRequest, { email, language, name }: Person) {
  const { payload } = req
  const token = await payload.forgotPassword({
    collection: 'users',
    data: { email },
    disableEmail: true,
    expiration: validity,
    req,
  })
  if (!token) throw new APIError(`${email} has no account.`, 409, null, true)
  const by = oneLine((req.user as { name?: string } | null)?.name ?? 'Handbill')
  const { greeting, invitation } = wordsIn(language)
  const link = resetAddress(payload as Payload, token)
  const text = compose([greeting(name), invitation.text(by), { link }, invitation.until])
  await payload.sendEmail({ to: email, subject: invitation.subject(by), ...text })
}

function forAdmins(handle: (req: PayloadRequest) => Promise<Response>): Endpoint['handler'] {
  return (req) => {
    if (!isAdmin(req.user)) throw new Forbidden(req.t)
    return handle(req)
  }
}

const answer = (req: PayloadRequest, doc: object, status: number): Response =>
  Response.json({ doc }, { status, headers: headersWithCors({ headers: new Headers(), req }) })
