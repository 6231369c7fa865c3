import type { Accounts } from '../../../../bot/data/accounts.ts'
import { priorities, type Messenger } from '../../../../bot/messenger.ts'
import type { Clock } from '../../../../platform/clock.ts'
import type { Texts } from '../../../../platform/texts/open-texts.ts'
import type { Activities } from '../../../activities/index.ts'
import type { Itinerary } from '../../../itinerary/index.ts'
import { displayName, formatPhone, type People } from '../../../people/index.ts'
import type { PressedBroadcast } from '../../actions/press-broadcast.ts'
import type { readingFieldFacts } from '../../data/field-facts.ts'

export interface CallForHelpNeeds {
  people: Pick<People, 'persons' | 'roles'>
  activities: Pick<Activities, 'store'>
  itinerary: Pick<Itinerary, 'onDuty'>
  accounts: Pick<Accounts, 'ofPersons'>
  facts: ReturnType<typeof readingFieldFacts>
  messenger: Pick<Messenger, 'deliver'>
  texts: Texts
  clock: Clock
}

export type CallForHelp = ReturnType<typeof callingForHelp>

/** Somebody needs help: every coordinator on duty is rung, with who it is and where they can be found. */
export function callingForHelp(needs: CallForHelpNeeds) {
  const { people, activities, itinerary, accounts, facts, messenger, texts, clock } = needs
  return async ({ broadcast, pressing: { personId } }: PressedBroadcast): Promise<void> => {
    const { activityId } = broadcast.audience
    const activity = activityId === null ? undefined : await activities.store.read(activityId)
    const [fact] = await facts([personId], activityId)
    const person = await people.persons.read(personId)
    if (!fact || !person) return
    const helpers = activity
      ? await itinerary.onDuty(activity, clock.now())
      : await people.roles.coordinatorsOf('')
    for (const phones of (await accounts.ofPersons([...new Set([...helpers, broadcast.authorId])])).values())
      for (const { userId, language, isReachable } of phones) {
        if (!isReachable) continue
        const words = texts.words(language)
        const lines = [
          words('watching:help.head', { name: displayName(person) }),
          ...(fact.firm === null ? [] : [words('watching:help.firm', { firm: fact.firm })]),
          person.phone === null
            ? words('watching:help.noPhone')
            : words('watching:help.phone', { phone: formatPhone(person.phone) }),
          ...(fact.hotel === null ? [] : [words('watching:help.hotel', { hotel: fact.hotel })]),
          ...(fact.room === null ? [] : [words('watching:help.room', { room: fact.room })]),
        ]
        await messenger.deliver(
          userId,
          { text: lines.join('\n'), isProtected: true },
          { priority: priorities.urgent },
        )
      }
  }
}
