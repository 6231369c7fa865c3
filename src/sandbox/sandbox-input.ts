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
  role: z.enum(['coordinator', 'representative']).optional(),
  place: z.string().optional(),
})

export async function readNewPhone(request: HonoRequest): Promise<NewPhone> {
  const { label, ...phone } = await readJson(request, newPhone)
  return withoutGaps({ ...phone, label: label ?? phone.firstName })
}

const clockMove = z.union([z.object({ to: z.string() }), z.object({ byMinutes: z.number() })])

/** The moment that a request wants the clock to show; a bot that has been told of a deadline cannot forget it again. */
export async function readClockMove(request: HonoRequest, clock: Clock): Promise<Temporal.Instant> {
  const move = await readJson(request, clockMove)
  const now = clock.now()
  const to =
    'byMinutes' in move ? now.add({ milliseconds: Math.round(move.byMinutes * 60_000) }) : readMoment(move.to)
  if (Temporal.Instant.compare(to, now) < 0)
    throw new PhoneError('The clock only goes forward; a reset brings it back.', 'clockBack')
  return to
}

function readMoment(written: string): Temporal.Instant {
  try {
    return Temporal.Instant.from(written)
  } catch {
    throw new PhoneError(`"${written}" is no moment; write it like 2026-12-10T07:30:00Z.`, 'noMoment')
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
