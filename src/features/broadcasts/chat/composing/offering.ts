import { Composer } from 'grammy'
import type { Chat } from '../../../../bot/context.ts'
import { personIdOf } from '../../../../bot/drafts/draft-sitting-needs.ts'
import { mayDo, type People } from '../../../people/index.ts'
import type { FillBroadcast } from '../../actions/composing/fill-broadcast.ts'
import type { DraftStore } from '../../data/draft-store.ts'
import { composingErrors } from '../../domain/composing/errors.ts'
import { startContent } from '../../domain/composing/put-content.ts'
import { nameOf, type beginning } from './beginning.ts'
import { dropOffered, takeOffered } from './buttons.ts'
import type { Composing } from './composing.ts'
import { hasMedium, readMessage } from './read-message.ts'

export interface OfferingNeeds {
  filling: FillBroadcast
  drafts: DraftStore
  composing: Composing
  people: Pick<People, 'roles'>
  takeUp: ReturnType<typeof beginning>['takeUp']
}

/** What a coordinator forwards or sends although nothing was asked: "send this to …?" */
export function offering({ filling, drafts, composing, people, takeUp }: OfferingNeeds) {
  const chat = new Composer<Chat>()

  chat.callbackQuery(takeOffered.pattern, async (tapped) => {
    const { draftId } = takeOffered.unpack(tapped.callbackQuery.data)
    await takeUp(tapped, draftId)
  })
  chat.callbackQuery(dropOffered.pattern, async (tapped) => {
    const { draftId } = dropOffered.unpack(tapped.callbackQuery.data)
    const draft = await drafts.readLocked(draftId)
    // Meanwhile she has begun to write to people with it: that is not thrown away by an old button.
    if (draft?.personId !== personIdOf(tapped) || !draft.notes.isOffered) throw composingErrors.gone()
    await drafts.remove(draftId)
    tapped.turn({ text: tapped.words('composing:offer.dropped') })
  })

  async function takesLast(sent: Chat): Promise<boolean> {
    const { viewer, message } = sent
    if (!message || viewer.personId === null) return false
    const isForwarded = message.forward_origin !== undefined
    if (!isForwarded && !hasMedium(message)) return false
    if (!mayDo(await people.roles.of(viewer.personId), 'announce')) return false
    if (await isOfOffered(sent, viewer.personId)) return true
    await offer(sent, viewer.personId)
    return true
  }

  /** Whether it is one more of the album that has just been asked about. */
  async function isOfOffered(sent: Chat, personId: number): Promise<boolean> {
    const album = sent.message?.media_group_id
    if (album === undefined) return false
    const begun = (await drafts.ofPerson(personId)).find(({ notes }) => notes.album === album)
    return begun !== undefined && composing.growsAlbum(sent, begun.id, sent.message)
  }

  async function offer(sent: Chat, personId: number): Promise<void> {
    const { words, viewer, message } = sent
    if (!message) return
    const { content, notes } = startContent(
      { isOffered: true },
      { ...readMessage(message), language: viewer.language },
    )
    const { id } = await filling.begin({ personId, content, notes, isPaused: true })
    const key = (text: string, callback_data: string) => [{ text, callback_data }]
    sent.tell({
      text: [
        words('composing:offer.ask', { what: nameOf(words, { content }) }),
        ...(message.document ? [words('composing:offer.table')] : []),
      ].join('\n\n'),
      keyboard: [
        key(words.plain('composing:offer.take'), takeOffered.pack({ draftId: id })),
        key(words.plain('composing:offer.drop'), dropOffered.pack({ draftId: id })),
      ],
    })
  }

  return { chat, takesLast }
}
