import type { Message } from '../../../../bot/messenger.ts'
import { formatDate } from '../../../../platform/texts/dates.ts'
import type { Words } from '../../../../platform/texts/words.ts'
import type { Answered } from '../../data/desk-counts.ts'
import type { Progress, Stages, Unreachable } from '../../data/requests/request-progress.ts'
import { titleIn } from '../../domain/form-language.ts'
import type { Round } from '../../data/round-store.ts'
import type { Form } from '../../domain/form.ts'
import { linkNameOf } from '../../domain/link-name.ts'
import { notOpenBecause, type Questionnaire } from '../../domain/questionnaire.ts'
import { versionText } from '../version-text.ts'
import { askedOf, formCardKeys } from './form-card-keys.ts'
import { momentText } from './moment-text.ts'
import { named } from './asking/rest-views.ts'

export interface FormCardScene {
  questionnaire: Questionnaire
  form: Form
  /** The activities it is a form of; of several, how far each is. */
  activities: readonly { title: string; answered?: Answered }[]
  answered: Answered
  progress: Progress
  /** Of what is a firm's: how far the firms have come whose people were asked. */
  firms: Stages | undefined
  /** Open drafts on versions before this one. */
  olderDrafts: number
  /** The first of those whom no phone reaches. */
  unreachable: readonly Unreachable[]
  /** From the second on. */
  round: Round | undefined
  now: Temporal.Instant
  homeTimeZone: string
  botUsername: string
  /** It has been published by the tap that shows this. */
  isPublished?: boolean
}

/** A questionnaire on the desk: where it stands, its link, and what can be done with it. */
export function formCard(words: Words, scene: FormCardScene): Message {
  const { form, questionnaire, answered, botUsername } = scene
  const text = [
    ...(scene.isPublished ? [words('formdesk:card.published')] : []),
    [
      words('formdesk:preview.title', {
        title: titleIn(form, words.language),
        id: form.formId,
        version: versionText(form.version),
      }),
      stateLine(words, scene),
      words('formdesk:preview.purpose', {
        purpose: words.plain(`formdesk:purpose.${questionnaire.purpose}`),
        scope: words.plain(`formdesk:scope.${questionnaire.scope}`),
      }),
      ...scene.activities.map((activity) => activityLine(words, activity)),
      ...(questionnaire.isAnonymous ? [words('formdesk:preview.anonymous')] : []),
      ...roundLines(words, scene),
    ].join('\n'),
    [
      answeredLine(words, answered),
      ...(scene.olderDrafts > 0 ? [words('formdesk:card.older', { count: scene.olderDrafts })] : []),
      ...askedLines(words, scene),
    ].join('\n'),
    words('formdesk:card.link', { link: `https://t.me/${botUsername}?start=q_${linkNameOf(questionnaire)}` }),
  ]
  return { text: text.join('\n\n'), keyboard: formCardKeys(words, scene) }
}

function roundLines(words: Words, { round, homeTimeZone }: FormCardScene): string[] {
  if (!round) return []
  const day = formatDate(round.startedAt.toZonedDateTimeISO(homeTimeZone).toPlainDate(), words.language)
  return [
    words('formdesk:card.round', {
      number: String(round.number),
      name: round.label === '' ? day : `${round.label}, ${day}`,
    }),
  ]
}

function activityLine(words: Words, { title, answered }: FormCardScene['activities'][number]): string {
  const line = words('formdesk:preview.activity', { title })
  return answered ? `${line}\n   ${answeredLine(words, answered)}` : line
}

const answeredLine = (words: Words, { begun, submitted }: Answered): string =>
  words('formdesk:card.answered', { begun: String(begun), submitted: String(submitted) })

/** Whether it takes answers, and until when. */
export function stateLine(
  words: Words,
  { questionnaire, now, homeTimeZone }: Pick<FormCardScene, 'questionnaire' | 'now' | 'homeTimeZone'>,
): string {
  const { state, opensAt, closesAt } = questionnaire
  const moment = (at: Temporal.Instant) => momentText(words, at, homeTimeZone)
  if (state === 'archived') return words('formdesk:state.archived')
  const because = notOpenBecause(questionnaire, now)
  if (because === 'notYet' && opensAt) return words('formdesk:state.notYet', { moment: moment(opensAt) })
  if (because === 'over' && closesAt) return words('formdesk:state.over', { moment: moment(closesAt) })
  if (because) return words('formdesk:state.closed')
  return closesAt
    ? words('formdesk:state.openUntil', { moment: moment(closesAt) })
    : words('formdesk:state.open')
}

function askedLines(words: Words, { progress, firms, unreachable }: FormCardScene): string[] {
  const all = askedOf(progress)
  if (all === 0) return [words('formdesk:card.nobodyAsked')]
  const { stopped, waiting } = progress
  const { opened, begun, submitted } = firms ?? progress
  const names = unreachable.map((one) => named(words, one)).join('; ')
  return [
    words(firms ? 'formdesk:card.askedFirms' : 'formdesk:card.asked', {
      ...{ all: String(firms ? askedOf(firms) : all), people: String(all) },
      ...{
        opened: String(opened + begun + submitted),
        begun: String(begun + submitted),
        submitted: String(submitted),
      },
    }),
    ...(waiting > 0 ? [words('formdesk:card.waiting', { waiting: String(waiting) })] : []),
    ...(stopped > 0 ? [words('formdesk:card.stopped', { stopped: String(stopped) })] : []),
    ...(progress.unreachable > 0
      ? [
          words('formdesk:card.unreachable', {
            number: String(progress.unreachable),
            names: progress.unreachable > unreachable.length ? `${names}; …` : names,
          }),
        ]
      : []),
  ]
}
