import { Composer } from 'grammy'
import type { Chat } from '../../../../bot/context.ts'
import { personIdOf } from '../../../../bot/drafts/draft-sitting-needs.ts'
import type { Message } from '../../../../bot/messenger.ts'
import { pageKeys } from '../../../../bot/page-keys.ts'
import type { Words } from '../../../../platform/texts/words.ts'
import { displayName, formatPhone } from '../../../people/index.ts'
import type { FillBroadcast } from '../../actions/composing/fill-broadcast.ts'
import type { AudienceLook, Unreachable } from '../../data/audience-numbers.ts'
import type { ComposedDraft } from '../../domain/composing/draft.ts'
import { listUnreachable } from './buttons.ts'
import type { Composing } from './composing.ts'

export interface UnreachableNeeds {
  filling: Pick<FillBroadcast, 'draftOf'>
  look: AudienceLook
  composing: Composing
}

/** People on one page, with their numbers. */
const limit = 20

/** Whom no phone of the bot reaches, by name and number, before anything is sent: they can be called. */
export function unreachableChat({ filling, look, composing }: UnreachableNeeds): Composer<Chat> {
  const chat = new Composer<Chat>()

  chat.callbackQuery(listUnreachable.pattern, async (tapped) => {
    const { draftId, offset } = listUnreachable.unpack(tapped.callbackQuery.data)
    const draft = await filling.draftOf(draftId, personIdOf(tapped))
    const page = await pageOf(tapped, draft, Math.max(offset, 0))
    // From the summary it is a message of its own, and the summary goes on below; its pages turn in place.
    if (offset >= 0) return tapped.turn(page)
    tapped.tell(page)
    await composing.sitting.sitDown(tapped, draftId)
  })

  async function pageOf({ words }: Chat, { id, audience }: ComposedDraft, offset: number): Promise<Message> {
    const { blocked, neverStarted } = await look.count(audience)
    const people = await look.unreachable(audience, { offset, limit })
    const total = blocked + neverStarted
    return {
      text: [
        words('composing:unreachable.head', { count: total }),
        people.map((one) => lineOf(words, one)).join('\n'),
      ].join('\n\n'),
      keyboard: pageKeys(words, { offset, limit, total }, (to) =>
        listUnreachable.pack({ draftId: id, offset: to }),
      ),
      // Other people's numbers.
      isProtected: true,
    }
  }

  return chat
}

function lineOf(words: Words, { personId, firm, phone, because, ...names }: Unreachable): string {
  const name = [displayName({ ...names, id: personId }), firm].filter(Boolean).join(', ')
  return words(`composing:unreachable.${because}`, {
    name,
    phone: phone === null ? words.plain('composing:unreachable.noPhone') : formatPhone(phone),
  })
}
