import type { HonoRequest } from 'hono'
import { z } from 'zod'
import type { Clock } from '../platform/clock.ts'
import type { NewPhone } from './open-phone.ts'
import { withoutGaps } from './fields.ts'
import { PhoneError } from './phone-error.ts'

const newPhone = z.object({
  id: z.int().positive().optional(),
  firstName: z.string().min(1),
  lastName: z.string().optional(),
  username: z.string().optional(),
  languageCode: z.string().optional(),
  phoneNumber: z.string().default('905550000000'),
  label: z.string().optional(),
})

export async function readNewPhone(request: HonoRequest): Promise<NewPhone> {
  const { label, ...phone } = await readJson(request, newPhone)
  return withoutGaps({ ...phone, label: label ?? phone.firstName })
}

const clockMove = z.union([z.object({ to: z.string() }), z.object({ byMinutes: z.number() })])

/** The moment that a request wants the clock to show. */
export async function readClockMove(request: HonoRequest, clock: Clock): Promise<Temporal.Instant> {
  const move = await readJson(request, clockMove)
  if ('byMinutes' in move) return clock.now().add({ milliseconds: Math.round(move.byMinutes * 60_000) })
  try {
    return Temporal.Instant.from(move.to)
  } catch {
    throw new PhoneError(`"${move.to}" is no moment; write it like 2026-12-10T07:30:00Z.`)
  }
}

/** The JSON body of a request, if it has the expected shape. */
export async function readJson<Shape extends z.ZodType>(
  request: HonoRequest,
  shape: Shape,
): Promise<z.output<Shape>> {
  const body: unknown = await request.json().catch(() => ({}))
  const read = shape.safeParse(body)
  if (!read.success) throw new PhoneError(z.prettifyError(read.error))
  return read.data
}
