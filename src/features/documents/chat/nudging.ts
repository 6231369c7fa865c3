import type { Round } from '../../../bot/make-round.ts'
import { titleOf, type Activities } from '../../activities/index.ts'
import type { People } from '../../people/index.ts'
import type { LookAtDocuments } from '../actions/look-at-documents.ts'
import type { NudgeStore } from '../data/nudge-store.ts'
import { isDayToAsk, isOpen } from '../domain/checklist.ts'
import * as buttons from './buttons.ts'
import { documentLine, renewalLine } from './lines.ts'

export interface NudgingNeeds {
  activities: Pick<Activities, 'store'>
  people: Pick<People, 'tell'>
  look: LookAtDocuments
  nudges: NudgeStore
  homeTimeZone: string
}

/** So many are told in one transaction. */
const portion = 50

/** At ten in the morning: what somebody still has to bring, first at once, then by the deadlines; never more than four times. */
export function nudging({ activities, people, look, nudges, homeTimeZone }: NudgingNeeds): Round {
  async function tellSome(): Promise<boolean> {
    const today = look.today()
    let told = 0
    for (const activityId of await nudges.activities(today)) {
      const activity = await activities.store.read(activityId)
      if (!activity) continue
      const all = await look.of(activity)
      const asked = await nudges.counts(
        all.map(({ traveller }) => traveller.applicationId),
        today,
      )
      for (const person of all) {
        const { applicationId, personId } = person.traveller
        const open = person.lines.filter(isOpen)
        if (!isDayToAsk(open, asked.get(applicationId) ?? 0, today)) continue
        await nudges.note(applicationId, today)
        await people.tell(
          personId,
          (words) => ({
            text: [
              words('documents:nudge', { title: titleOf(activity, words.language), count: open.length }),
              [
                ...renewalLine(words, person),
                ...open.map((line) => documentLine(words, activity, line)),
              ].join('\n'),
            ].join('\n\n'),
            keyboard: [
              [
                {
                  text: words.plain('documents:homeButton'),
                  callback_data: buttons.ownList.pack({ applicationId }),
                },
              ],
            ],
          }),
          { reminds: `documents.${activityId}` },
        )
        told += 1
        if (told === portion) return true
      }
    }
    return false
  }

  return {
    name: 'documents.nudges',
    at: Temporal.PlainTime.from('10:00'),
    timeZone: homeTimeZone,
    steps: [tellSome],
  }
}
