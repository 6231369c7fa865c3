import type { Chat } from '../../../bot/context.ts'
import { personIdOf } from '../../../bot/drafts/draft-sitting-needs.ts'
import { formatClock, formatDay } from '../../../platform/texts/dates.ts'
import type { Words } from '../../../platform/texts/words.ts'
import type { Answering } from '../actions/answering.ts'
import type { Submitted, submitResponse } from '../actions/submit-response.ts'
import type { ClusterMedians } from '../data/results/cluster-medians.ts'
import { titleIn } from '../domain/form-language.ts'
import { referenceOf, type Filled } from '../domain/questionnaire.ts'
import { editForm } from './buttons.ts'
import { screenOf } from './filling-in.ts'
import { resultCard } from './result-card.ts'
import type { TellLaidAside } from './sections/tell-laid-aside.ts'
import type { Asking } from './scene.ts'

export interface SubmittingNeeds {
  filling: Answering
  submit: ReturnType<typeof submitResponse>['submit']
  medians: ClusterMedians
  /** Tells whoever asked a colleague for a section that it is answered. */
  tellBack(before: Asking, whole: Filled): Promise<void>
  /** Tells colleagues that what they were answering is needed no more. */
  tellLaidAside: TellLaidAside
  /** Tells those for whom a coordinator has filled it in. */
  tellWhose(before: Asking, number: number | null): Promise<void>
}

/** Hands in a response: a receipt that stays; or what has to be asked before that, and why. */
export function submitting(needs: SubmittingNeeds) {
  const { filling, submit, medians, tellWhose, tellBack, tellLaidAside } = needs
  return async (chat: Chat, responseId: number): Promise<Asking | undefined> => {
    const before = await filling.standing(responseId)
    const title = titleIn(before.form, chat.words.language)
    const submitted = await submit(responseId, personIdOf(chat), chat.viewer.language)
    if (submitted.kind === 'open') {
      const { standing, refusal } = submitted
      return { ...standing, ...(refusal ? { refusal: chat.words(refusal) } : {}) }
    }
    if (submitted.kind === 'handedBack') {
      chat.display(screenOf(responseId), { text: chat.words('questionnaires:hand.thanks', { title }) })
      await tellBack(before, submitted.whole)
      return undefined
    }
    chat.display(screenOf(responseId), { text: chat.words('questionnaires:review.sent', { title }) })
    await tellLaidAside(before, submitted.laidAside)
    const kind = kindOf(submitted, before)
    const mayChange = before.forWhom === undefined && (kind === 'submitted' || kind === 'edited')
    const zone = before.now.timeZoneId
    chat.tell({
      text: [
        chat.words(`questionnaires:receipt.${kind}`, {
          title,
          reference: referenceOf(submitted.questionnaire, submitted.number),
        }),
        ...(before.forWhom === undefined
          ? []
          : [chat.words('questionnaires:ask.forWhom', { name: before.forWhom })]),
        ...(mayChange ? [untilWhen(chat.words, submitted, zone)] : []),
      ].join('\n'),
      ...(mayChange ? { keyboard: [changeRow(chat.words, before.response.editsId ?? responseId)] } : {}),
    })
    if (before.forWhom !== undefined) await tellWhose(before, submitted.number)
    const result = await resultCard(chat.words, before, medians)
    if (result !== undefined) chat.tell({ text: result })
    return undefined
  }
}

const changeRow = (words: Words, responseId: number) => [
  { text: words.plain('questionnaires:answers.change'), callback_data: editForm.pack({ responseId }) },
]

function kindOf(
  { questionnaire, isEdit }: Extract<Submitted, { kind: 'submitted' }>,
  { response }: Asking,
): 'test' | 'anonymous' | 'edited' | 'submitted' {
  if (response.isTest) return 'test'
  if (questionnaire.isAnonymous) return 'anonymous'
  return isEdit ? 'edited' : 'submitted'
}

function untilWhen(
  words: Words,
  { questionnaire: { closesAt } }: Extract<Submitted, { kind: 'submitted' }>,
  zone: string,
): string {
  const local = closesAt?.toZonedDateTimeISO(zone)
  return local
    ? words('questionnaires:receipt.until', {
        day: formatDay(local.toPlainDate(), words.language),
        time: formatClock(local),
      })
    : words('questionnaires:receipt.untilClosed')
}
