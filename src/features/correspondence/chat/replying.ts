import type { Chat } from '../../../bot/context.ts'
import { isRestOfAlbum } from '../../../bot/receiving/albums.ts'
import { DomainError } from '../../../shared/domain-error.ts'
import type { Room } from '../needs.ts'
import type { Answering } from './answering.ts'
import type { FromPerson } from './from-person.ts'

export interface ReplyingNeeds extends Room {
  answering: Answering
  fromPerson: FromPerson
}

/**
 * Takes what is said to a letter or to a broadcast: a coordinator's reply to a card is the answer, a participant's reply to an
 * answer or to a broadcast is a letter. After *Answer* whatever a coordinator writes next is it.
 */
export function replying(needs: ReplyingNeeds) {
  const { places, letters, begun, broadcasts, clock, answering, fromPerson } = needs

  async function takeReply(sent: Chat, repliedTo: number): Promise<boolean> {
    const { viewer } = sent
    const place = await places.at(viewer.userId, repliedTo)
    const letter = place && (await letters.read(place.letterId))
    if (letter && letter.personId === viewer.personId) return isTaken(sent, await aboutOf(letter.threadId))
    if (letter?.threadId) {
      await answering.answer(sent, letter.threadId)
      return true
    }
    const broadcast = await broadcasts.repliedTo(viewer.userId, repliedTo)
    if (!broadcast || viewer.personId === null) return false
    if (!(await isTaken(sent, broadcast.activityId))) return false
    await broadcasts.hasReplied(broadcast.recipientId, broadcast.broadcastId)
    return true
  }

  async function aboutOf(threadId: number | null): Promise<number | null | undefined> {
    const thread = threadId === null ? undefined : await needs.threads.read(threadId)
    return thread?.activityId
  }

  /** A letter, after which the question that stands open is asked again. */
  async function isTaken(sent: Chat, activityId: number | null | undefined): Promise<boolean> {
    if (!(await fromPerson.take(sent, activityId))) return false
    if (!isRestOfAlbum(sent.message)) await needs.showsAgain(sent)
    return true
  }

  return async (sent: Chat, mayBeOpen: boolean): Promise<boolean> => {
    const { message, viewer } = sent
    if (!message || viewer.personId === null) return false
    const repliedTo = message.reply_to_message?.message_id
    if (repliedTo !== undefined && (await takeReply(sent, repliedTo))) return true
    const album = message.media_group_id
    const begunAlbum = album === undefined ? undefined : await letters.ofAlbumBy(viewer.personId, album)
    const threadId =
      begunAlbum?.threadId ?? (mayBeOpen ? await begun.of(viewer.personId, clock.now()) : undefined)
    if (threadId === undefined) return false
    try {
      await answering.answer(sent, threadId)
    } catch (error) {
      if (!(error instanceof DomainError)) throw error
      // Whoever may answer no more is not asked any longer: what they write next is something else.
      await begun.end(viewer.personId)
      sent.tell({ text: sent.words(error) })
    }
    return true
  }
}
