import { Composer } from 'grammy'
import { staleButton } from '../../../../bot/callback-data.ts'
import type { Chat } from '../../../../bot/context.ts'
import { cleanLine, lengthOf } from '../../../../shared/clean-text.ts'
import { displayName, type People } from '../../../people/index.ts'
import type { OpenPerson } from '../../actions/person/open-person.ts'
import type { TagPerson } from '../../actions/person/tag-person.ts'
import { activityErrors } from '../../domain/errors.ts'
import { markOfTag, mostTagLetters, tagKinds, tagsOf, type TagKind } from '../../domain/person/tags.ts'
import * as buttons from '../buttons.ts'
import { tagsView } from './tags-view.ts'

export interface TagsNeeds {
  open: OpenPerson
  tags: TagPerson
  people: Pick<People, 'questions'>
}

const question = 'activities.tag'

/** The screen on which bus, hotel, interpreter and groups are given by a tap; what is not there yet is written. */
export function tagsChat({ open, tags, people }: TagsNeeds): Composer<Chat> {
  const composer = new Composer<Chat>()

  composer.callbackQuery(buttons.openTags.pattern, async (chat) => {
    const { applicationId } = buttons.openTags.unpack(chat.callbackQuery.data)
    chat.turn(tagsView(chat.words, await tags.look(applicationId, chat.viewer.personId)))
  })
  composer.callbackQuery(buttons.tag.pattern, async (chat) => {
    const { applicationId, kind: named, mark } = buttons.tag.unpack(chat.callbackQuery.data)
    const kind = kindOf(named)
    const { choices, details } = await tags.look(applicationId, chat.viewer.personId)
    const value = [...choices[kind], ...tagsOf(details, kind)].find((one) => markOfTag(one) === mark)
    if (value === undefined) throw staleButton()
    const after = await tags.toggle(applicationId, chat.viewer.personId ?? 0, kind, value)
    chat.turn(tagsView(chat.words, after))
    const isGiven = tagsOf(after.details, kind).includes(value)
    chat.toast(chat.words.plain(isGiven ? 'person:tags.given' : 'person:tags.taken', { value }))
  })
  composer.callbackQuery(buttons.writeTag.pattern, async (chat) => {
    const { applicationId, kind } = buttons.writeTag.unpack(chat.callbackQuery.data)
    await open(applicationId, chat.viewer.personId)
    await people.questions.ask(chat, question, `${applicationId}-${kindOf(kind)}`)
  })

  people.questions.add({
    name: question,
    async prompt(chat, about) {
      const { applicationId, kind } = partsOf(about)
      const { person } = await open(applicationId, chat.viewer.personId)
      return { text: chat.words(`person:tags.ask.${kind}`, { name: displayName(person) }) }
    },
    async answer(chat, text, about) {
      const { applicationId, kind } = partsOf(about)
      const value = cleanLine(text)
      const length = lengthOf(value)
      if (length === 0 || length > mostTagLetters) {
        await people.questions.ask(chat, question, about)
        throw activityErrors.tagLength(mostTagLetters)
      }
      const before = await tags.look(applicationId, chat.viewer.personId)
      // Written again it is not taken away.
      const after = tagsOf(before.details, kind).includes(value)
        ? before
        : await tags.toggle(applicationId, chat.viewer.personId ?? 0, kind, value)
      chat.tell(tagsView(chat.words, after))
    },
  })
  return composer
}

function kindOf(named: string): TagKind {
  const kind = tagKinds.find((one) => one === named)
  if (!kind) throw staleButton()
  return kind
}

function partsOf(about: string): { applicationId: number; kind: TagKind } {
  const [application = '', kind = ''] = about.split('-')
  return { applicationId: Number(application), kind: kindOf(kind) }
}
