import type { HonoRequest } from 'hono'
import { z } from 'zod'
import { withoutGaps } from './fields.ts'
import { PhoneError } from './phone-error.ts'
import type { Phone } from './phone.ts'
import { readJson } from './sandbox-input.ts'
import type { MessageEntity } from './verbs.ts'

const entity = z.custom<MessageEntity>(
  (value) => typeof value === 'object' && value !== null && 'type' in value,
)
const id = z.int().positive()
const degrees = z.number()

const album = z.string().regex(/^[1-9]\d{0,18}$/)

const contact = z.object({
  phoneNumber: z.string().min(1),
  firstName: z.string().min(1),
  lastName: z.string().optional(),
  userId: id.optional(),
})

const shapes = {
  start: z.object({ payload: z.string().optional() }),
  type: z.object({ text: z.string(), entities: z.array(entity).optional(), replyTo: id.optional() }),
  edit: z.object({ messageId: id, text: z.string() }),
  press: z.object({ messageId: id, row: z.int().min(0), column: z.int().min(0) }),
  shareContact: z.object({ contact: contact.optional() }),
  shareLocation: z.object({ latitude: degrees, longitude: degrees }),
  sendSticker: z.object({ emoji: z.string().min(1) }),
  forward: z.object({ fromUserId: id, messageId: id, album: album.optional() }),
  block: z.object({}),
  unblock: z.object({}),
  setLanguage: z.object({ languageCode: z.string().nullable() }),
  rename: z.object({
    firstName: z.string().min(1),
    lastName: z.string().nullish(),
    username: z.string().nullish(),
  }),
  deleteAccount: z.object({}),
}

type JsonVerb = keyof typeof shapes

/** Performs a verb of a phone that came over HTTP; the answer is its outcome, if it has one. */
export async function performVerb(phone: Phone, verb: string, request: HonoRequest): Promise<unknown> {
  if (verb === 'sendFile') return phone.sendFile(await readFile(request))
  if (!Object.hasOwn(shapes, verb)) throw new PhoneError(`A phone cannot ${verb}.`)
  const name = verb as JsonVerb
  const input = withoutGaps(await readJson(request, shapes[name]))
  const perform = phone[name].bind(phone) as (input: object) => unknown
  return perform('contact' in input ? { contact: withoutGaps(input.contact) } : input)
}

const fileFields = z.object({
  kind: z.enum(['document', 'photo', 'voice', 'video']),
  caption: z.string().optional(),
  albumOf: z.coerce.number().int().min(1).max(10).optional(),
  album: album.optional(),
})

/** Multipart: the bytes as `file`, the rest as fields; `name` and `mimeType` may be given besides the file's own. */
async function readFile(request: HonoRequest) {
  const form = await request.formData()
  const file = form.get('file') ?? form.get('bytes')
  if (!(file instanceof File)) throw new PhoneError('There is no file in the request.')
  const fields = fileFields.safeParse(Object.fromEntries(form))
  if (!fields.success) throw new PhoneError(z.prettifyError(fields.error))
  const field = (name: string) => {
    const value = form.get(name)
    return typeof value === 'string' && value !== '' ? value : undefined
  }
  return {
    ...withoutGaps(fields.data),
    name: field('name') ?? file.name,
    mimeType: field('mimeType') ?? (file.type || 'application/octet-stream'),
    bytes: new Uint8Array(await file.arrayBuffer()),
  }
}
