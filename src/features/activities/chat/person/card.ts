import { Composer } from 'grammy'
import { isByHand } from '../../../../shared/by-hand.ts'
import type { Chat } from '../../../../bot/context.ts'
import type { Accounts } from '../../../../bot/data/accounts.ts'
import type { Message } from '../../../../bot/messenger.ts'
import type { Clock } from '../../../../platform/clock.ts'
import type { Words } from '../../../../platform/texts/words.ts'
import type { People } from '../../../people/index.ts'
import type { OpenedPerson, OpenPerson } from '../../actions/person/open-person.ts'
import type { ParticipantStore } from '../../data/participants/participant-store.ts'
import type { NoteStore } from '../../data/person/note-store.ts'
import type { PersonHistory } from '../../data/person/person-history.ts'
import { takingPart } from '../../domain/life-cycle.ts'
import { noDetails } from '../../domain/participants/details.ts'
import type { ActivitiesNeeds } from '../../needs.ts'
import * as buttons from '../buttons.ts'
import { personCard, type PersonScene } from './card-view.ts'
import { historyView } from './history-view.ts'

export interface PersonCardNeeds extends Pick<ActivitiesNeeds, 'laterPersonCard' | 'homeTimeZone'> {
  open: OpenPerson
  participants: Pick<ParticipantStore, 'detailsOf'>
  notes: Pick<NoteStore, 'of'>
  history: PersonHistory
  accounts: Pick<Accounts, 'ofPerson'>
  people: Pick<People, 'firms' | 'audit'>
  clock: Clock
}

/** Somebody's card: everything that concerns their part in an activity, and the ways to what can be done for them. */
export function personCardChat(needs: PersonCardNeeds): Composer<Chat> {
  const { open, participants, notes, history, accounts, people, clock, homeTimeZone } = needs
  const composer = new Composer<Chat>()

  composer.callbackQuery(buttons.openPerson.pattern, async (chat) => {
    const { applicationId } = buttons.openPerson.unpack(chat.callbackQuery.data)
    const opened = await open(applicationId, chat.viewer.personId)
    chat.turn(await cardMessage(chat.words, opened))
    await noteSeen(chat, opened)
  })
  composer.callbackQuery(buttons.personHistory.pattern, async (chat) => {
    const { applicationId } = buttons.personHistory.unpack(chat.callbackQuery.data)
    const opened = await open(applicationId, chat.viewer.personId)
    const lines = await history(applicationId)
    chat.turn(historyView(chat.words, { ...opened, lines, zone: homeTimeZone }))
    await noteSeen(chat, opened)
  })
  return composer

  async function cardMessage(words: Words, opened: OpenedPerson): Promise<Message> {
    const { application, activity } = opened
    const { id: applicationId, personId, firmId, state } = application
    const noted = await notes.of(activity.id, personId)
    const takesPart = takingPart.includes(state)
    return personCard(words, {
      ...opened,
      ...(await reachOf(personId)),
      firm: firmId === null ? undefined : await people.firms.read(firmId),
      details: (await participants.detailsOf(applicationId)) ?? noDetails,
      notes: { count: noted.length, newest: noted[0]?.text },
      later: await needs.laterPersonCard(words, {
        ...{ activityId: activity.id, applicationId, personId, takesPart },
      }),
      now: clock.now(),
      homeTimeZone,
    })
  }

  async function reachOf(personId: number): Promise<Pick<PersonScene, 'reach' | 'username'>> {
    const theirs = await accounts.ofPerson(personId)
    const phones = theirs.filter(({ userId }) => !isByHand(userId))
    const here = phones.find(({ isReachable }) => isReachable)
    if (here) return { reach: 'here', username: here.username }
    if (phones.length > 0) return { reach: 'blocked', username: null }
    return { reach: theirs.length > 0 ? 'byHand' : 'neverStarted', username: null }
  }

  async function noteSeen({ viewer }: Chat, { activity, application }: OpenedPerson): Promise<void> {
    await people.audit.note({
      ...{ byPersonId: viewer.personId ?? 0, act: 'saw', what: 'card' },
      ...{ activityId: activity.id, aboutPersonIds: [application.personId] },
    })
  }
}
