import { priorities } from '../../../../bot/messenger.ts'
import { bold, joined } from '../../../../platform/texts/html.ts'
import type { Clock } from '../../../../platform/clock.ts'
import type { Words } from '../../../../platform/texts/words.ts'
import { isQuiet } from '../../../../shared/quiet-hours.ts'
import { readText } from '../../../../shared/localized-text.ts'
import { titleOf, type Activity } from '../../../activities/index.ts'
import type { RoomTraveller } from '../../actions/look-at-due.ts'
import type { Scene } from '../../actions/read-scene.ts'
import { isCancelled, isUntimed, overAt, type ProgrammeItem } from '../../domain/item.ts'
import { itemsFor } from '../../domain/own-items.ts'
import { whereaboutsAt } from '../../domain/whereabouts.ts'
import type { Delivering } from '../delivering.ts'
import { programmeKey } from './change-message.ts'
import { firstLine } from '../first-line.ts'
import { itemTitle } from '../item-title.ts'
import { iconOf, whenAndWhere } from '../reminders/item-block.ts'

export interface WelcomingNeeds {
  deliver: Delivering
  clock: Clock
}

/** Tells people that their programme is there, with what is next for them; nothing of what is over. */
export function welcoming({ deliver, clock }: WelcomingNeeds) {
  return async (
    { activity, programme }: Pick<Scene, 'activity' | 'programme'>,
    travellers: readonly RoomTraveller[],
  ): Promise<void> => {
    if (programme.length === 0) return
    const now = clock.now()
    await deliver(
      travellers.flatMap((traveller) => {
        const { personId, homeZone } = traveller
        const theirs = itemsFor(programme, traveller)
        const next = theirs.find(
          (item) => !isCancelled(item) && !isUntimed(item) && Temporal.Instant.compare(overAt(item), now) > 0,
        )
        if (!next) return []
        const isSilent = isQuiet(now, whereaboutsAt(theirs, homeZone, now).zone)
        return [
          {
            ...{
              activityId: activity.id,
              personId,
              kind: 'list' as const,
              itemIds: [next.id],
              priority: priorities.normal,
            },
            say: (words: Words) => ({
              text: welcomeText(words, { activity, item: next, now }),
              keyboard: [[programmeKey(words)]],
              ...(isSilent ? { isSilent } : {}),
            }),
          },
        ]
      }),
    )
  }
}

function welcomeText(
  words: Words,
  { activity, item, now }: { activity: Activity; item: ProgrammeItem; now: Temporal.Instant },
): string {
  const working = activity.workingLanguage ?? undefined
  const place = readText(item.place, words.language, working)
  const title = itemTitle(words, item, working) ?? ''
  return [
    joined(
      [iconOf(item), bold(firstLine(whenAndWhere(words, { item, now, working }), place ?? title))],
      ' ',
    ).toString(),
    ...(place === undefined ? [] : [joined([title]).toString()]),
    '',
    words('changes:welcome', { activity: titleOf(activity, words.language) }),
  ].join('\n')
}
