import type { InlineKeyboardButton } from 'grammy/types'
import { inTwos } from '../../../../bot/in-twos.ts'
import type { Message } from '../../../../bot/messenger.ts'
import type { Words } from '../../../../platform/texts/words.ts'
import { shortenedTo } from '../../../../shared/clean-text.ts'
import { displayName } from '../../../people/index.ts'
import type { Tagged } from '../../actions/person/tag-person.ts'
import { markOfTag, tagKinds, tagsOf, type TagKind } from '../../domain/person/tags.ts'
import * as buttons from '../buttons.ts'
import { detailLines } from './detail-lines.ts'

/** Choices of a kind that have a button; more are written. */
const mostChoices = 8

/** Bus, hotel, interpreter and groups of somebody, each a tap. */
export function tagsView(words: Words, tagged: Tagged): Message {
  const { application, person, details } = tagged
  const lines = detailLines(words, details)
  return {
    text: [
      words('person:tags.head', { name: displayName(person) }),
      lines.length > 0 ? lines.join('\n') : words('person:tags.none'),
      words('person:tags.note'),
    ].join('\n\n'),
    keyboard: [
      ...tagKinds.flatMap((kind) => kindKeys(words, tagged, kind)),
      [backToPerson(words, application.id)],
    ],
  }
}

/** The way back to somebody's card. */
export const backToPerson = (words: Words, applicationId: number): InlineKeyboardButton => ({
  text: words.plain('person:keys.back'),
  callback_data: buttons.openPerson.pack({ applicationId }),
})

function kindKeys(words: Words, { application, details, choices }: Tagged, kind: TagKind) {
  const { id: applicationId } = application
  const own = tagsOf(details, kind)
  // What they have comes first, so that it can always be taken back.
  const shown = [...own, ...choices[kind].filter((value) => !own.includes(value))].slice(0, mostChoices)
  const keys = shown.map((value) => ({
    text: words.plain(own.includes(value) ? 'person:tags.has' : 'person:tags.choice', {
      kind: words.plain(`person:tags.sign.${kind}`),
      value: shortenedTo(value, 16),
    }),
    callback_data: buttons.tag.pack({ applicationId, kind, mark: markOfTag(value) }),
  }))
  const write = {
    text: words.plain(`person:tags.write.${kind}`),
    callback_data: buttons.writeTag.pack({ applicationId, kind }),
  }
  return inTwos<InlineKeyboardButton>([...keys, write])
}
