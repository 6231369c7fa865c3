import type { InlineKeyboardButton } from 'grammy/types'
import type { HomePart } from '../../../../bot/feature.ts'
import { inTwos } from '../../../../bot/in-twos.ts'
import type { Message } from '../../../../bot/messenger.ts'
import { formatList } from '../../../../platform/texts/numbers.ts'
import type { TextKey } from '../../../../platform/texts/catalogue.ts'
import type { Words } from '../../../../platform/texts/words.ts'
import { shortenedTo } from '../../../../shared/clean-text.ts'
import { displayName, formatPhone, spokenLanguageName, type Firm } from '../../../people/index.ts'
import type { OpenedPerson } from '../../actions/person/open-person.ts'
import { titleOf } from '../../domain/activity.ts'
import { referenceOf } from '../../domain/application.ts'
import type { ParticipantDetails } from '../../domain/participants/details.ts'
import * as buttons from '../buttons.ts'
import { tabOf } from '../desk/desk-tabs.ts'
import { fitting } from '../applying/fitting.ts'
import { departureKeys } from '../life/departure-keys.ts'
import { detailLines } from './detail-lines.ts'
import { spokenKeys } from './spoken-keys.ts'
import { nextStep } from './next-step.ts'

/** How somebody can be told something. */
export type Reach = 'here' | 'blocked' | 'neverStarted' | 'byHand'

export interface PersonScene extends OpenedPerson {
  firm: Firm | undefined
  details: ParticipantDetails
  reach: Reach
  /** The name under which Telegram knows them: "ayse". */
  username: string | null
  notes: { count: number; newest: string | undefined }
  /** What later rooms have to say and to offer. */
  later: HomePart
  now: Temporal.Instant
  homeTimeZone: string
}

/** Everything that concerns somebody's part in an activity, and what can be done for them. */
export function personCard(words: Words, scene: PersonScene): Message {
  const { activity, application, later, notes } = scene
  const { id: applicationId } = application
  const blocks = [
    whoLines(words, scene),
    [
      words('person:state', {
        reference: referenceOf(activity.code, application.number),
        title: titleOf(activity, words.language),
        state: words.plain(`activities:state.${application.state}`),
      }),
      ...(application.state === 'approved' && application.comingAt ? [words('life:coming.card')] : []),
      nextStep(words, scene),
    ],
    detailLines(words, scene.details),
    fitting(later.lines, 2200),
    notes.newest === undefined
      ? []
      : [words('person:notes.newest', { count: notes.count, note: shortenedTo(notes.newest, 160) })],
  ]
  const key = (text: string, to: { pack(values: { applicationId: number }): string }) => ({
    text,
    callback_data: to.pack({ applicationId }),
  })
  return {
    text: blocks
      .filter(({ length }) => length > 0)
      .map((lines) => lines.join('\n'))
      .join('\n\n'),
    keyboard: [
      [key(words.plain('person:keys.application'), buttons.openApplication)],
      ...inTwos<InlineKeyboardButton>([
        key(words.plain('person:keys.notes', { count: notes.count }), buttons.openNotes),
        key(words.plain('person:keys.history'), buttons.personHistory),
      ]),
      [key(words.plain('person:keys.tags'), buttons.openTags)],
      ...(scene.reach === 'byHand' ? spokenKeys(words, scene) : []),
      ...departureKeys(words, activity, application, scene.now),
      ...later.buttons,
      [
        {
          text: words.plain('activities:card.toList'),
          callback_data: buttons.listApplications.pack({
            activityId: activity.id,
            state: tabOf(application.state),
            offset: 0,
          }),
        },
      ],
    ],
  }
}

/** Who it is, and how they are reached. */
function whoLines(words: Words, { person, firm, application, reach, username }: PersonScene): string[] {
  const { answers } = application
  const phone = person.phone ?? answers.phone
  const email = person.email ?? answers.email
  const position = person.position ?? answers.position
  const languages = person.spokenLanguages ?? answers.languages ?? []
  const spoken = formatList(
    languages.map((code) => spokenLanguageName(code as 'en', words.language)),
    words.language,
  )
  const line = (key: TextKey, ...parts: (string | null | undefined)[]) => {
    const value = parts.filter(Boolean).join(' · ')
    return value === '' ? [] : [words(key, { value })]
  }
  return [
    ...line('person:who.name', displayName(person)),
    ...line('person:who.firm', position, firm && [firm.name, firm.city].filter(Boolean).join(', ')),
    ...line('person:who.phone', phone && formatPhone(phone), email),
    ...line('person:who.languages', spoken),
    username !== null && reach === 'here'
      ? words('person:reach.username', { username })
      : words(`person:reach.${reach}`),
  ]
}
