import { Composer } from 'grammy'
import type { Chat } from '../../../../bot/context.ts'
import { DomainError } from '../../../../shared/domain-error.ts'
import { displayName, type People } from '../../../people/index.ts'
import { mostNoteLetters, type NotePerson } from '../../actions/person/note-person.ts'
import type { OpenPerson } from '../../actions/person/open-person.ts'
import * as buttons from '../buttons.ts'
import { notesView, removeNoteQuestion } from './notes-view.ts'

export interface NotesNeeds {
  open: OpenPerson
  noting: NotePerson
  people: Pick<People, 'questions'>
  homeTimeZone: string
}

const question = 'activities.note'

/** The screen of what coordinators note of somebody: read, written, removed. */
export function notesChat({ open, noting, people, homeTimeZone }: NotesNeeds): Composer<Chat> {
  const composer = new Composer<Chat>()

  composer.callbackQuery(buttons.openNotes.pattern, async (chat) => {
    const { applicationId } = buttons.openNotes.unpack(chat.callbackQuery.data)
    chat.turn(notesView(chat.words, await noting.look(applicationId, chat.viewer.personId), homeTimeZone))
  })
  composer.callbackQuery(buttons.writeNote.pattern, async (chat) => {
    const { applicationId } = buttons.writeNote.unpack(chat.callbackQuery.data)
    await open(applicationId, chat.viewer.personId)
    await people.questions.ask(chat, question, String(applicationId))
  })
  composer.callbackQuery(buttons.askRemoveNote.pattern, async (chat) => {
    const { noteId } = buttons.askRemoveNote.unpack(chat.callbackQuery.data)
    chat.turn(removeNoteQuestion(chat.words, await noting.theirs(noteId, chat.viewer.personId), homeTimeZone))
  })
  composer.callbackQuery(buttons.removeNote.pattern, async (chat) => {
    const { noteId } = buttons.removeNote.unpack(chat.callbackQuery.data)
    const after = await noting.remove(noteId, chat.viewer.personId ?? 0)
    chat.toast(chat.words.plain('person:notes.gone'))
    chat.turn(notesView(chat.words, after, homeTimeZone))
  })

  people.questions.add({
    name: question,
    async prompt(chat, about) {
      const { person } = await open(Number(about), chat.viewer.personId)
      return { text: chat.words('person:notes.askText', { name: displayName(person), max: mostNoteLetters }) }
    },
    async answer(chat, text, about) {
      try {
        const noted = await noting.add(Number(about), chat.viewer.personId ?? 0, text)
        chat.tell(notesView(chat.words, noted, homeTimeZone))
      } catch (error) {
        if (error instanceof DomainError && error.code === 'person:errors.noteLength')
          await people.questions.ask(chat, question, about)
        throw error
      }
    },
  })
  return composer
}
