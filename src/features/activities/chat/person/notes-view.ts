import type { Message } from '../../../../bot/messenger.ts'
import type { Words } from '../../../../platform/texts/words.ts'
import { shortenedTo } from '../../../../shared/clean-text.ts'
import { displayName } from '../../../people/index.ts'
import type { Noted } from '../../actions/person/note-person.ts'
import type { PersonNote } from '../../data/person/note-store.ts'
import * as buttons from '../buttons.ts'
import { fitting } from '../applying/fitting.ts'
import { momentFields } from '../life/offer-views.ts'
import { backToPerson } from './tags-view.ts'

/** What is noted of somebody, the newest first; each can be removed. */
export function notesView(words: Words, { application, person, notes }: Noted, zone: string): Message {
  const { id: applicationId } = application
  return {
    text: [
      words('person:notes.head', { name: displayName(person) }),
      ...(notes.length > 0
        ? fitting(
            notes.map((note) => noteText(words, note, zone)),
            3400,
          )
        : [words('person:notes.none')]),
    ].join('\n\n'),
    keyboard: [
      [{ text: words.plain('person:notes.write'), callback_data: buttons.writeNote.pack({ applicationId }) }],
      ...notes.map((note) => [
        {
          text: words.plain('person:notes.remove', {
            note: shortenedTo(note.text.replaceAll('\n', ' '), 30),
          }),
          callback_data: buttons.askRemoveNote.pack({ noteId: note.id }),
        },
      ]),
      [backToPerson(words, applicationId)],
    ],
  }
}

const noteText = (words: Words, { text, author, at }: PersonNote, zone: string): string =>
  words('person:notes.one', { ...momentFields(words, at, zone), author: author ?? '–', note: text })

/** Removing is asked once. */
export const removeNoteQuestion = (
  words: Words,
  { note, applicationId }: { note: PersonNote; applicationId: number },
  zone: string,
): Message => ({
  text: `${words('person:notes.ask')}\n\n${noteText(words, note, zone)}`,
  keyboard: [
    [{ text: words.plain('person:notes.yes'), callback_data: buttons.removeNote.pack({ noteId: note.id }) }],
    [{ text: words.plain('bot:back'), callback_data: buttons.openNotes.pack({ applicationId }) }],
  ],
})
