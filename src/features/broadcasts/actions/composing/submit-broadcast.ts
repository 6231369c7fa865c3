import type { Clock } from '../../../../platform/clock.ts'
import type { DraftStore } from '../../data/draft-store.ts'
import type { Audience } from '../../domain/audience.ts'
import type { ComposedDraft, LastQuestion } from '../../domain/composing/draft.ts'
import { composingErrors } from '../../domain/composing/errors.ts'
import { blockingLanguages, type Readers } from '../../domain/composing/languages.ts'
import { unknownFields } from '../../domain/fields.ts'
import type { BroadcastStanding, FillBroadcast } from './fill-broadcast.ts'

export interface SubmitBroadcastNeeds {
  filling: FillBroadcast
  drafts: Pick<DraftStore, 'update' | 'wentOutSince'>
  numbers(audience: Audience): Promise<{ people: number; byLanguage: Readers }>
  /** For whom a field of the words is empty; what is too long for somebody is refused. */
  check(draft: ComposedDraft): Promise<readonly unknown[]>
  /** A draft leaves in a moment, or at the hour that its author has chosen. */
  arm(broadcastId: number): Promise<unknown>
  clock: Clock
}

/** What came of it: it leaves, now or later, or something has to be asked first. */
export type Submitted =
  { kind: 'leaves'; draft: ComposedDraft } | { kind: 'asks'; standing: BroadcastStanding }

/** Up to so many people a broadcast leaves with one tap. */
const mostWithoutQuestion = 20

/** The same to the same people within so many minutes is asked about. */
const minutesOfSame = 10

/** Sends what the summary shows; what could be a mistake is asked about first. */
export function submitBroadcast(needs: SubmitBroadcastNeeds) {
  const { filling, drafts, numbers, check, arm, clock } = needs

  async function questionsAbout(draft: ComposedDraft, people: number): Promise<LastQuestion[]> {
    const since = clock.now().subtract({ minutes: minutesOfSame })
    return [
      ...((await drafts.wentOutSince(draft, since)) ? (['same'] as const) : []),
      ...(people > mostWithoutQuestion ? [`people:${people}` as const] : []),
    ]
  }

  return async (draftId: number, personId: number): Promise<Submitted> => {
    const draft = await filling.draftOf(draftId, personId)
    const { step } = await filling.standing(draftId)
    if (step !== 'summary') return { kind: 'asks', standing: await filling.standing(draftId) }
    const { people, byLanguage } = await numbers(draft.audience)
    if (people === 0) throw composingErrors.nobody()
    if (blockingLanguages(draft, byLanguage).length > 0)
      return { kind: 'asks', standing: await filling.change(draftId, personId, 'missing') }
    const [unknown] = Object.values(draft.content.texts).flatMap(unknownFields)
    if (unknown !== undefined) throw composingErrors.unknownField(unknown)
    if ((await check(draft)).length > 0)
      return { kind: 'asks', standing: await filling.change(draftId, personId, 'empty') }
    const startsAt = draft.startsAt ?? clock.now()
    checkMoments(draft, clock.now(), startsAt)
    const asked = draft.notes.asked ?? []
    const question = (await questionsAbout(draft, people)).find((one) => !asked.includes(one))
    if (question) {
      await drafts.update(draftId, { notes: { ...draft.notes, asked: [...asked, question] } })
      return { kind: 'asks', standing: await filling.standing(draftId) }
    }
    await drafts.update(draftId, { changing: null, notes: {} })
    await arm(draftId)
    return { kind: 'leaves', draft }
  }
}

/** A draft may have been lying for longer than its moments allow. */
function checkMoments(
  { startsAt: chosen, usefulUntil, answersUntil }: ComposedDraft,
  now: Temporal.Instant,
  startsAt: Temporal.Instant,
): void {
  const isBefore = (one: Temporal.Instant | null, other: Temporal.Instant) =>
    one !== null && Temporal.Instant.compare(one, other) <= 0
  if (isBefore(chosen, now)) throw composingErrors.whenPassed()
  if (isBefore(usefulUntil, startsAt)) throw composingErrors.usefulBefore()
  if (isBefore(answersUntil, startsAt)) throw composingErrors.untilBefore()
}
