import { joined, type Html } from '../../../../platform/texts/html.ts'
import type { Words } from '../../../../platform/texts/words.ts'
import { titleOf, type Activity } from '../../domain/activity.ts'
import { referenceOf, type Application } from '../../domain/application.ts'
import type { SentBack } from '../../domain/sent-back.ts'
import type { FormShown } from '../applying/application-forms.ts'
import { changeLines, linesBefore, sentBackFields, type SentBackSaid } from './sent-back-views.ts'

/** What is asked again, until when and why, to the person; `reader`: the zone of their clock. */
export const sentBackText = (
  words: Words,
  activity: Activity,
  { number }: Pick<Application, 'number'>,
  said: SentBackSaid,
  reader: string,
): Html =>
  joined(
    [
      words.piece('life:told.info_requested', {
        title: titleOf(activity, words.language),
        reference: referenceOf(activity.code, number),
        ...sentBackFields(words, said, activity, reader),
      }),
      ...(said.sentence ? [words.piece('life:sentBack.why', { sentence: said.sentence })] : []),
    ],
    '\n\n',
  )

/** The same before it is due, to whoever has not answered everything. */
export const sentBackReminder = (
  words: Words,
  activity: Activity,
  sentBack: SentBack,
  reader: string,
): string =>
  words('life:sentBack.remind', {
    title: titleOf(activity, words.language),
    ...sentBackFields(words, { ...sentBack, asked: leftOf(sentBack) }, activity, reader),
  })

/** What a coordinator reads on the card: what is asked and how far it is, or what has changed with the answers. */
export function sentBackLines(
  words: Words,
  activity: Activity,
  application: Pick<Application, 'state'>,
  sentBack: SentBack,
  form: FormShown | undefined,
): string[] {
  if (sentBack.returnedAt !== null && application.state === 'submitted')
    return [words('life:sentBack.cardChanged'), ...changeLines(words, sentBack, form)]
  if (application.state !== 'info_requested') return []
  const { day, time } = sentBackFields(words, sentBack, activity)
  const labels = linesBefore(words, sentBack).map(({ label }) => words('life:sentBack.question', { label }))
  return [
    words('life:sentBack.cardOpen', {
      ...{ day, time },
      answered: sentBack.answered.length,
      asked: sentBack.asked.length,
    }),
    ...labels,
    ...(sentBack.sentence ? [words('life:sentBack.why', { sentence: sentBack.sentence })] : []),
  ]
}

const leftOf = ({ asked, answered }: SentBack): string[] => asked.filter((step) => !answered.includes(step))
