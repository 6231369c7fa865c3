import type { Message } from '../../../bot/messenger.ts'
import { formatList } from '../../../platform/texts/numbers.ts'
import type { Words } from '../../../platform/texts/words.ts'
import { formatPhone, fullName, passportLine, spokenLanguageName, type Firm } from '../../people/index.ts'
import { titleOf, type Activity } from '../domain/activity.ts'
import type { Application, StepName } from '../domain/application.ts'
import { applicableSteps } from '../domain/steps.ts'
import { applicationQuestion } from './buttons.ts'
import { changeKeys, inRows, pauseKey } from './question-view.ts'

export interface SummaryScene {
  words: Words
  activity: Activity
  application: Application
  isTrip: boolean
  firm: Firm | undefined
  /** Whether somebody of the firm has confirmed that the person belongs to it. */
  isFirmConfirmed: boolean
  /** Why what was written last was not taken. */
  refusal?: string
}

type Label =
  'firm' | 'name' | 'passport' | 'position' | 'phone' | 'email' | 'languages' | 'interpreter' | 'wishes'
const labels: readonly Label[] = [
  'firm',
  'name',
  'passport',
  'position',
  'phone',
  'email',
  'languages',
  'interpreter',
  'wishes',
]

/** Everything answered, each line changeable, before it is handed in. */
export function summaryView(scene: SummaryScene): Message {
  const { words, activity, application, refusal } = scene
  const { id: draftId, revision } = application
  const shown = shownLabels(scene)
  return {
    text: [
      words('activities:summary.title', { title: titleOf(activity, words.language) }),
      ...(refusal ? [`⚠️ ${refusal}`] : []),
      answerLines(scene),
    ].join('\n\n'),
    keyboard: [
      [
        {
          text: words.plain('activities:summary.submit'),
          callback_data: applicationQuestion.submit.pack({ draftId, revision }),
        },
      ],
      ...inRows(
        changeKeys(
          applicationQuestion,
          application,
          shown.map((step) => ({ step, label: words.plain(`activities:labels.${step}`) })),
        ),
        3,
      ),
      [
        pauseKey(words, applicationQuestion, draftId),
        {
          text: words.plain('activities:summary.discard'),
          callback_data: applicationQuestion.askDiscard.pack({ draftId }),
        },
      ],
    ],
  }
}

/** The answers, a line each; also the body of a coordinator's card. */
export function answerLines(scene: SummaryScene): string {
  const { words } = scene
  return shownLabels(scene)
    .map((label) =>
      words('activities:summary.line', {
        label: words.plain(`activities:labels.${label}`),
        value: valueOf(label, scene) || words.plain('activities:summary.none'),
      }),
    )
    .join('\n')
}

const shownLabels = (scene: SummaryScene): Label[] => {
  const steps = new Set<StepName>(applicableSteps(scene))
  return labels.filter((label) => steps.has(label))
}

function valueOf(
  label: Label,
  { words, application: { answers }, firm, isFirmConfirmed }: SummaryScene,
): string {
  switch (label) {
    case 'firm':
      return `${firm?.name ?? ''}${isFirmConfirmed ? '' : ` ${words.plain('activities:labels.unconfirmed')}`}`
    case 'name':
      return fullName({ givenNames: answers.givenNames ?? '', surname: answers.surname ?? '' })
    case 'passport':
      return answers.passport ? passportLine(answers.passport) : ''
    case 'phone':
      return answers.phone
        ? `${formatPhone(answers.phone)}${answers.isPhoneVerified ? '' : ` ${words.plain('activities:labels.unverified')}`}`
        : ''
    case 'languages':
      return formatList(
        (answers.languages ?? []).map((code) => spokenLanguageName(code as 'en', words.language)),
        words.language,
      )
    case 'interpreter':
      return words.plain(answers.interpreter ? 'bot:yes' : 'bot:no')
    default:
      return answers[label] ?? ''
  }
}
