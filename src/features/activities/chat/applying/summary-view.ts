import type { Message } from '../../../../bot/messenger.ts'
import { shortenedTo } from '../../../../shared/clean-text.ts'
import { asCountry, countryName } from '../../../../shared/countries.ts'
import { formatList } from '../../../../platform/texts/numbers.ts'
import type { Words } from '../../../../platform/texts/words.ts'
import { formatPhone, fullName, passportLine, spokenLanguageName, type Firm } from '../../../people/index.ts'
import { titleOf, type Activity } from '../../domain/activity.ts'
import { personSteps, type Application, type StepName } from '../../domain/application.ts'
import type { ReopenableStep } from '../../domain/sent-back.ts'
import { applicableSteps } from '../../domain/steps.ts'
import { applicationQuestion } from '../buttons.ts'
import type { FormShown } from './application-forms.ts'
import { formPrefix } from './applying-with-form.ts'
import { fitting } from './fitting.ts'
import type { FirmStanding } from '../firm-of.ts'
import { changeKeys, inRows, pauseKey } from '../../../../bot/drafts/question-view.ts'

export interface SummaryScene {
  words: Words
  activity: Activity
  application: Application
  isTrip: boolean
  firm: Firm | undefined
  firmStanding: FirmStanding
  /** What a coordinator reads behind the firm instead. */
  firmLabel?: FirmStanding | 'founded' | 'refusedByFirm'
  /** What was answered in the form of the activity. */
  formShown?: FormShown
  /** Why what was written last was not taken. */
  refusal?: string
}

type ValueScene = Pick<SummaryScene, 'words' | 'firm' | 'firmStanding' | 'firmLabel'> & {
  application: Pick<Application, 'answers'>
}

type Label = Exclude<StepName, 'notice' | 'firmKnown' | 'firmName'>
const labels: readonly Label[] = ['firm', 'firmCountry', 'firmCity', 'firmCluster', 'firmTax', ...personSteps]

/** Everything answered, each line changeable, before it is handed in. */
export function summaryView(scene: SummaryScene): Message {
  const { words, activity, application, refusal, formShown } = scene
  const { id: draftId, revision } = application
  const shown = shownLabels(scene)
  const isNew = application.firmId === null && application.answers.newFirm !== undefined
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
          shown
            .flatMap((step) => (step === 'firm' && isNew ? ['firm' as const, 'firmName' as const] : [step]))
            .map((step) => ({ step, label: words.plain(`activities:labels.${step}`) })),
        ),
        2,
      ),
      ...inRows(
        changeKeys(
          applicationQuestion,
          application,
          // What was closed meanwhile is kept as it is.
          (formShown?.note ? [] : (formShown?.lines ?? [])).map(({ step, label }) => ({
            step: `${formPrefix}${step}`,
            label: shortenedTo(label, 40),
          })),
        ),
        1,
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
  const { words, formShown } = scene
  const line = (label: string, value: string) =>
    words(endsInSign(label) ? 'activities:summary.question' : 'activities:summary.line', {
      ...{ label, value: value || words.plain('activities:summary.none') },
    })
  const core = shownLabels(scene).map((label) =>
    line(words.plain(`activities:labels.${label}`), valueOf(label, scene)),
  )
  const lines = (formShown?.lines ?? []).map(({ label, value }) =>
    line(shortenedTo(label, 80), shortenedTo(value, 200)),
  )
  return [
    core.join('\n'),
    ...(formShown?.note ? [formShown.note] : []),
    ...(lines.length > 0 ? [fitting(lines, mostOfForm).join('\n')] : []),
  ].join('\n\n')
}

/** A question has its own sign at the end. */
const endsInSign = (label: string): boolean => /[?:.!…]$/.test(label)

/** Characters that the answers of a form take at most: a message holds 4096 in all. */
const mostOfForm = 2200

const shownLabels = (scene: SummaryScene): Label[] => {
  const steps = new Set<StepName>(applicableSteps(scene))
  return labels.filter((label) => steps.has(label))
}

/** What was answered at a step of the core, as it is shown. */
export const answerOf = (words: Words, step: ReopenableStep, application: Pick<Application, 'answers'>) =>
  valueOf(step, { words, application, firm: undefined, firmStanding: 'member' })

function valueOf(
  label: Label,
  { words, application: { answers }, firm, firmStanding, firmLabel = firmStanding }: ValueScene,
): string {
  const { newFirm } = answers
  switch (label) {
    case 'firm':
      return [
        firm?.name ?? newFirm?.name ?? '',
        ...(firmLabel === 'member' ? [] : [words.plain(`activities:labels.${firmLabel}`)]),
      ].join(' ')
    case 'firmCountry': {
      const country = asCountry(newFirm?.country ?? '')
      return country ? countryName(country, words.language) : ''
    }
    case 'firmCity':
      return newFirm?.city ?? ''
    case 'firmCluster':
      return newFirm?.cluster ? words.plain(`people:cluster.${newFirm.cluster as 'rail'}`) : ''
    case 'firmTax':
      return newFirm?.taxNumber ?? ''
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
