import type { Fate } from '../../../../bot/feature.ts'
import type { Clock } from '../../../../platform/clock.ts'
import type { AlterationPlans } from '../../data/alteration-plans.ts'
import type { ArrivedCopy, CopyStore } from '../../data/copy-store.ts'
import {
  mediaInDoubt,
  type MediaFate,
  type RecipientFates,
  type WordsFate,
} from '../../data/recipient-fates.ts'
import { readPart, type BroadcastPart, type PartKind } from '../../domain/parts.ts'

export interface LearningNeeds {
  clock: Clock
  fates: RecipientFates
  copies: CopyStore
  plans: Pick<AlterationPlans, 'hold' | 'catchUp'>
  /** Something has changed for whoever looks at these. */
  progressed(broadcastIds: readonly number[]): Promise<void>
}

type OwnFate = Fate & { recipientId: number }

/** Writes down what has become of copies, and ends the broadcasts of which none is left. */
export function learningFates({ clock, fates, copies, plans, progressed }: LearningNeeds) {
  return async (told: readonly Fate[]): Promise<void> => {
    const own = told.flatMap((fate) => {
      const part = readPart(fate.about)
      return part ? [{ ...fate, ...part }] : []
    })
    if (own.length === 0) return
    const of = (kind: PartKind) => own.filter((fate) => fate.kind === kind)
    const now = clock.now()
    const recipientIds = [...new Set(own.map(({ recipientId }) => recipientId))]
    // What is corrected or taken back at this moment waits, or is seen below.
    await plans.hold(recipientIds)
    await fates.learnMedia(
      [...Map.groupBy(of('media'), ({ recipientId }) => recipientId).values()].flatMap(ofMedia),
    )
    const touched = await fates.learnWords(of('words').map(ofWords), now)
    await copies.learn(own.flatMap(asCopies), now)
    await plans.catchUp(recipientIds, now)
    if (touched.length === 0) return
    await fates.finish(touched, now)
    await progressed(touched)
  }
}

const states = {
  sent: 'sent',
  inDoubt: 'in_doubt',
  unreachable: 'blocked',
  refused: 'failed',
} as const satisfies Record<Fate['fate'], WordsFate['state']>

const ofWords = ({ recipientId, fate, messageId, because }: OwnFate): WordsFate => ({
  ...{ recipientId, messageId, state: states[fate] },
  because: fate === 'refused' ? (because ?? 'refused') : null,
})

function ofMedia(told: readonly OwnFate[]): MediaFate[] {
  const [one] = told
  if (!one) return []
  const messageIds = told.flatMap(({ messageIds: ids = [] }) => ids)
  const refused = told.find(({ fate }) => fate === 'refused')
  const because = refused ? (refused.because ?? 'refused') : told.some(isInDoubt) ? mediaInDoubt : null
  return [{ recipientId: one.recipientId, messageIds, because }]
}

const isInDoubt = ({ fate }: Fate) => fate === 'inDoubt'

const copyKinds: Partial<Record<PartKind, Pick<ArrivedCopy, 'what' | 'isCaption'>>> = {
  copyWords: { what: 'words', isCaption: false },
  copyCaption: { what: 'words', isCaption: true },
  copyMedia: { what: 'media', isCaption: false },
  note: { what: 'note', isCaption: false },
}

function asCopies({
  kind,
  nth,
  recipientId,
  chatId,
  messageIds = [],
}: OwnFate & BroadcastPart): ArrivedCopy[] {
  const copy = copyKinds[kind]
  const revision = copy?.what === 'words' ? nth : 0
  return copy ? messageIds.map((messageId) => ({ ...copy, recipientId, chatId, messageId, revision })) : []
}
