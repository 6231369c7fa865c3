import { Composer } from 'grammy'
import { staleButton } from '../../../bot/callback-data.ts'
import type { Chat } from '../../../bot/context.ts'
import type { Message } from '../../../bot/messenger.ts'
import { cleanLine, lengthOf } from '../../../shared/clean-text.ts'
import { titleOf } from '../../activities/index.ts'
import { ownWordsNote, type People } from '../../people/index.ts'
import { mostReasonLetters, verdicts, type ChangeDocument, type Verdict } from '../actions/change-document.ts'
import type { LookAtDocuments } from '../actions/look-at-documents.ts'
import { documentErrors } from '../domain/document-errors.ts'
import * as buttons from './buttons.ts'
import { judgingView, matrixView, personView } from './desk-views.ts'
import { titleOfLine } from './lines.ts'
import { tableFile } from './table-file.ts'

export interface DeskNeeds {
  look: LookAtDocuments
  change: ChangeDocument
  people: Pick<People, 'questions' | 'tell' | 'audit' | 'languageOf'>
}

/** The coordinators' side: who lacks what, and taking a document or sending it back with a reason. */
export function documentsDesk({ look, change, people }: DeskNeeds): Composer<Chat> {
  const composer = new Composer<Chat>()

  composer.callbackQuery(buttons.matrix.pattern, async (chat) => {
    const { activityId, offset } = buttons.matrix.unpack(chat.callbackQuery.data)
    chat.turn(matrixView(chat.words, await look.all(chat.viewer.personId, activityId), Math.max(offset, 0)))
  })
  composer.callbackQuery(buttons.table.pattern, async (chat) => {
    const { activityId } = buttons.table.unpack(chat.callbackQuery.data)
    const seen = await look.all(chat.viewer.personId, activityId)
    await people.audit.note({
      byPersonId: chat.viewer.personId ?? 0,
      act: 'exported',
      what: 'documents',
      activityId,
      aboutPersonIds: seen.people.map(({ traveller }) => traveller.personId),
      rows: seen.people.length,
      language: chat.words.language,
    })
    await chat.tellDocument(await tableFile(chat.words, seen))
  })
  composer.callbackQuery(buttons.ofPerson.pattern, async (chat) => {
    const { applicationId, from } = buttons.ofPerson.unpack(chat.callbackQuery.data)
    const found = await look.ofOne(chat.viewer.personId, applicationId)
    chat.turn(personView(chat.words, { ...found, from }))
  })
  composer.callbackQuery(buttons.ofPersonOne.pattern, async (chat) => {
    await showOne(chat, buttons.ofPersonOne.unpack(chat.callbackQuery.data))
  })
  composer.callbackQuery(buttons.showFile.pattern, async (chat) => {
    const { applicationId, mark } = buttons.showFile.unpack(chat.callbackQuery.data)
    const { file, person } = await change.file(chat.viewer.personId, applicationId, mark)
    await chat.tellDocument({
      name:
        file.name ??
        chat.words.plain(file.kind === 'photo' ? 'documents:desk.photoName' : 'documents:desk.fileName'),
      content: file.content ?? file.fileId,
      // What has been fetched goes as a file, so that every letter on it can be read.
      ...(file.kind === 'photo' && !file.content ? { as: 'photo' as const } : {}),
      caption: chat.words('documents:desk.fileCaption', { name: person.traveller.name }),
    })
  })
  composer.callbackQuery(buttons.judge.pattern, async (chat) => {
    const { verdict, ...one } = buttons.judge.unpack(chat.callbackQuery.data)
    const known = verdicts.find((one) => one === verdict)
    if (!known || known === 'sent_back') throw staleButton()
    await settle(chat, one, known)
    await showOne(chat, one)
  })
  composer.callbackQuery(buttons.askReason.pattern, async (chat) => {
    const { applicationId, mark, from } = buttons.askReason.unpack(chat.callbackQuery.data)
    await look.ofOne(chat.viewer.personId, applicationId)
    await people.questions.ask(chat, 'documents.reason', `${applicationId}-${mark}-${from}`)
  })

  people.questions.add({
    name: 'documents.reason',
    async prompt(chat, about) {
      const { person, application } = await opened(chat, about)
      const { name } = person.traveller
      const reads = await people.languageOf(application.personId)
      return {
        text: [
          chat.words('documents:desk.askReason', { name }),
          ...ownWordsNote(chat.words, { name, reads }),
        ].join('\n\n'),
      }
    },
    async answer(chat, text, about) {
      const reason = cleanLine(text)
      const one = parts(about)
      const length = lengthOf(reason)
      if (length > mostReasonLetters) {
        await people.questions.ask(chat, 'documents.reason', about)
        throw documentErrors.reasonTooLong(length, mostReasonLetters)
      }
      const found = await settle(chat, one, 'sent_back', reason)
      chat.tell(viewOf(chat, found, one))
    },
  })

  async function opened(chat: Chat, about: string) {
    const { applicationId } = parts(about)
    return look.ofOne(chat.viewer.personId, applicationId)
  }

  async function showOne(chat: Chat, one: OneDocument): Promise<void> {
    chat.turn(viewOf(chat, await look.ofOne(chat.viewer.personId, one.applicationId), one))
  }

  function viewOf(chat: Chat, found: Found, { mark, from }: OneDocument): Message {
    return judgingView(chat.words, { ...found, from }, change.lineOf(found.person.lines, mark))
  }

  /** Notes it and tells the person what that means for them, where it means something. */
  async function settle(chat: Chat, about: OneDocument, verdict: Verdict, reason?: string): Promise<Found> {
    const { applicationId } = about
    const { activity, application, line } = await change.judge(chat.viewer.personId, about, verdict, reason)
    if (verdict !== 'requested' && verdict !== line.state)
      await people.tell(application.personId, (words) => ({
        text: words(`documents:told.${verdict}`, {
          document: titleOfLine(words, activity, line),
          title: titleOf(activity, words.language),
          reason: reason ?? '',
        }),
        keyboard: [
          [
            {
              text: words.plain('documents:homeButton'),
              callback_data: buttons.ownList.pack({ applicationId }),
            },
          ],
        ],
      }))
    return look.ofOne(chat.viewer.personId, applicationId)
  }

  return composer
}

type Found = Awaited<ReturnType<LookAtDocuments['ofOne']>>

/** One document of somebody, and where it was opened from. */
interface OneDocument {
  applicationId: number
  mark: string
  from: string
}

function parts(about: string): OneDocument {
  const [application = '', mark = '', from = ''] = about.split('-')
  return { applicationId: Number(application), mark, from }
}
