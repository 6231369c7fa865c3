import { Composer } from 'grammy'
import { staleButton } from '../../../bot/callback-data.ts'
import type { Chat } from '../../../bot/context.ts'
import { cleanLine, lengthOf } from '../../../shared/clean-text.ts'
import { titleOf } from '../../activities/index.ts'
import type { People } from '../../people/index.ts'
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
  people: Pick<People, 'questions' | 'tell' | 'audit'>
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
    const { applicationId } = buttons.ofPerson.unpack(chat.callbackQuery.data)
    chat.turn(personView(chat.words, await look.ofOne(chat.viewer.personId, applicationId)))
  })
  composer.callbackQuery(buttons.ofPersonOne.pattern, async (chat) => {
    const { applicationId, mark } = buttons.ofPersonOne.unpack(chat.callbackQuery.data)
    await showOne(chat, applicationId, mark)
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
    const { applicationId, mark, verdict } = buttons.judge.unpack(chat.callbackQuery.data)
    const known = verdicts.find((one) => one === verdict)
    if (!known || known === 'sent_back') throw staleButton()
    await settle(chat, applicationId, mark, known)
    await showOne(chat, applicationId, mark)
  })
  composer.callbackQuery(buttons.askReason.pattern, async (chat) => {
    const { applicationId, mark } = buttons.askReason.unpack(chat.callbackQuery.data)
    await look.ofOne(chat.viewer.personId, applicationId)
    await people.questions.ask(chat, 'documents.reason', `${applicationId}-${mark}`)
  })

  people.questions.add({
    name: 'documents.reason',
    async prompt(chat, about) {
      const { person } = await opened(chat, about)
      return { text: chat.words('documents:desk.askReason', { name: person.traveller.name }) }
    },
    async answer(chat, text, about) {
      const reason = cleanLine(text)
      const { applicationId, mark } = parts(about)
      const length = lengthOf(reason)
      if (length > mostReasonLetters) {
        await people.questions.ask(chat, 'documents.reason', about)
        throw documentErrors.reasonTooLong(length, mostReasonLetters)
      }
      const found = await settle(chat, applicationId, mark, 'sent_back', reason)
      chat.tell(judgingView(chat.words, found, change.lineOf(found.person.lines, mark)))
    },
  })

  async function opened(chat: Chat, about: string) {
    const { applicationId } = parts(about)
    return look.ofOne(chat.viewer.personId, applicationId)
  }

  async function showOne(chat: Chat, applicationId: number, mark: string): Promise<void> {
    const found = await look.ofOne(chat.viewer.personId, applicationId)
    chat.turn(judgingView(chat.words, found, change.lineOf(found.person.lines, mark)))
  }

  /** Notes it and tells the person what that means for them, where it means something. */
  async function settle(chat: Chat, applicationId: number, mark: string, verdict: Verdict, reason?: string) {
    const about = { applicationId, mark }
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

function parts(about: string): { applicationId: number; mark: string } {
  const [application = '', mark = ''] = about.split('-')
  return { applicationId: Number(application), mark }
}
