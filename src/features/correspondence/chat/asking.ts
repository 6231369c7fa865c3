import { Composer } from 'grammy'
import type { Chat } from '../../../bot/context.ts'
import { correspondenceErrors } from '../domain/errors.ts'
import type { Letter, LetterState } from '../domain/letter.ts'
import type { Room } from '../needs.ts'
import * as buttons from './buttons.ts'
import type { FromPerson } from './from-person.ts'

export interface AskingNeeds extends Pick<Room, 'letters' | 'places' | 'messenger'> {
  fromPerson: FromPerson
}

/** What somebody says by a tap about a letter of theirs before it is passed on. Only theirs, and only once. */
export function askingChat({ letters, places, messenger, fromPerson }: AskingNeeds): Composer<Chat> {
  const chat = new Composer<Chat>()

  async function own(tapped: Chat, letterId: number, state: LetterState): Promise<Letter> {
    const letter = await letters.readLocked(letterId)
    if (letter?.personId !== tapped.viewer.personId || letter?.state !== state)
      throw correspondenceErrors.gone()
    return letter
  }

  chat.callbackQuery(buttons.isIdentity.pattern, async (tapped) => {
    const { letterId } = buttons.isIdentity.unpack(tapped.callbackQuery.data)
    await own(tapped, letterId, 'asking')
    const sources = await places.of(letterId, 'source')
    const ids = sources.flatMap(({ messageId }) => messageId ?? [])
    messenger.call(tapped.viewer.userId, 'deleteMessages', { message_ids: ids })
    await letters.remove(letterId)
    tapped.turn({ text: tapped.words('correspondence:identity.deleted') })
  })

  chat.callbackQuery(buttons.isNoIdentity.pattern, async (tapped) => {
    const { letterId } = buttons.isNoIdentity.unpack(tapped.callbackQuery.data)
    const letter = await own(tapped, letterId, 'asking')
    tapped.turn({ text: tapped.words('correspondence:identity.thanks') })
    if (!(await fromPerson.route(tapped, letter)))
      tapped.turn({ text: tapped.words('correspondence:nobody') })
  })

  chat.callbackQuery(buttons.chooseTrip.pattern, async (tapped) => {
    const { activityId } = buttons.chooseTrip.unpack(tapped.callbackQuery.data)
    const waiting = tapped.viewer.personId === null ? [] : await letters.choosingOf(tapped.viewer.personId)
    if (waiting.length === 0) throw correspondenceErrors.gone()
    if (!(await fromPerson.mayBeAbout(waiting[0]?.personId ?? 0, activityId)))
      throw correspondenceErrors.gone()
    tapped.turn({ text: tapped.words('correspondence:trip.thanks') })
    for (const letter of waiting)
      if (!(await fromPerson.send(tapped, letter, activityId === 0 ? null : activityId)))
        tapped.turn({ text: tapped.words('correspondence:nobody') })
  })

  chat.callbackQuery(buttons.notMeant.pattern, async (tapped) => {
    const { letterId } = buttons.notMeant.unpack(tapped.callbackQuery.data)
    const letter = await own(tapped, letterId, 'known')
    const activityId = letter.words.about ?? null
    if (!(await fromPerson.passOn(tapped, letter, activityId)))
      tapped.tell({ text: tapped.words('correspondence:nobody') })
    tapped.toast(tapped.words.plain('correspondence:known.toHuman'))
  })

  return chat
}
