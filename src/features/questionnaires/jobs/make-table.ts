import type { People } from '../../people/index.ts'
import type { Logger } from 'pino'
import type { Accounts } from '../../../bot/data/accounts.ts'
import type { Message, Messenger } from '../../../bot/messenger.ts'
import type { Clock } from '../../../platform/clock.ts'
import type { Database } from '../../../platform/database.ts'
import { newErrorId } from '../../../platform/error-id.ts'
import type { Job } from '../../../platform/jobs.ts'
import type { Texts } from '../../../platform/texts/open-texts.ts'
import type { Words } from '../../../platform/texts/words.ts'
import { ThreadOverran } from '../../../platform/work-in-thread.ts'
import { DomainError } from '../../../shared/domain-error.ts'
import { tableJob } from '../actions/order-table.ts'
import type { OpenResults, ReadResults } from '../actions/read-results.ts'
import * as views from '../chat/desk/results/table-views.ts'
import type { ExportState, ResultExport, ResultExportStore } from '../data/results/result-export-store.ts'
import { spokenIn, titleIn } from '../domain/form-language.ts'
import type { FormLanguage } from '../domain/form.ts'
import { progressTeller } from './progress-teller.ts'
import { tableWriter } from './write-table.ts'

export interface MakeTableNeeds {
  exports: ResultExportStore
  reading: ReadResults
  database: Pick<Database, 'transaction'>
  accounts: Pick<Accounts, 'ofPerson'>
  people: Pick<People, 'audit'>
  messenger: Messenger
  texts: Texts
  clock: Clock
  log: Logger
  homeTimeZone: string
}

/** What a bot may send. */
const mostMegabytes = 50

/** Makes a table of results and sends it to whoever ordered it; the message about it says how far it is and stops it. */
export function makeTable(needs: MakeTableNeeds): Job {
  const { exports, reading, database, messenger, texts, clock, log, homeTimeZone } = needs
  const write = tableWriter()

  async function wordsFor({ personId, chatId }: ResultExport): Promise<Words> {
    const theirs = await needs.accounts.ofPerson(personId)
    return texts.words(theirs.find(({ userId }) => userId === chatId)?.language ?? 'en')
  }

  /** Ends it one way or the other, unless it has ended already: it may have been made twice. */
  function end(
    { id, chatId }: ResultExport,
    state: Exclude<ExportState, 'ordered'>,
    message: Message,
    more: () => Promise<unknown> = async () => {},
  ): Promise<void> {
    return database.transaction(async () => {
      if ((await exports.readLocked(id))?.state !== 'ordered') return
      await exports.end(id, state)
      messenger.show(chatId, views.screenOfTable(id), message)
      await more()
    })
  }

  async function make(task: ResultExport, results: OpenResults, signal: AbortSignal): Promise<void> {
    const { frame, submitted } = results
    const words = await wordsFor(task)
    const scene = {
      id: task.id,
      questionnaire: frame.questionnaire,
      title: titleIn(frame.form, words.language),
    }
    const language = languageOf(frame.languages, task.language)
    const headingsIn = (one: FormLanguage) =>
      views.tableHeadings(texts.words(spokenIn(one) ?? words.language))
    const progress = progressTeller({
      ...needs,
      task,
      signal,
      view: (rows) => views.tableUnderWay(words, scene, { rows, submitted }),
      isShort: submitted <= 200,
    })
    const bytes = await write({
      ...{ frame, rows: results.rows(), language, homeTimeZone, goesOn: progress },
      headings: headingsIn(language),
      book: frame.languages.map(headingsIn),
    }).catch(tooMuch)
    if (!bytes) return
    if (bytes === 'tooMuch' || bytes.byteLength > mostMegabytes * 1024 * 1024)
      return end(task, 'refused', views.tooLargeTable(words, scene, mostMegabytes))
    const count = (await exports.read(task.id))?.rowCount ?? submitted
    const on = clock.now().toZonedDateTimeISO(homeTimeZone).toPlainDate()
    await end(task, 'sent', views.tableSent(words, scene, count), async () => {
      // By now a rule may say no: the role has ended, or the questionnaire was opened again.
      await reading.shown(await reading.open(task.personId, task.questionnaireId, 'all'))
      await needs.people.audit.note({
        ...{ byPersonId: task.personId, act: 'exported', what: 'results', rows: count },
        language: task.language,
        aboutPersonIds: await results.persons(),
      })
      await messenger.sendDocument(task.chatId, views.tableDocument(words, scene, { count, on, bytes }))
    })
  }

  return {
    name: tableJob,
    async work(ids, signal) {
      const task = await exports.read(Number(ids['exportId']))
      if (task?.state !== 'ordered') return
      try {
        await make(task, await reading.open(task.personId, task.questionnaireId, 'all'), signal)
      } catch (error) {
        if (!(error instanceof DomainError)) throw error
        await end(task, 'refused', { text: (await wordsFor(task))(error) })
      }
    },
    async giveUp(ids) {
      const task = await exports.read(Number(ids['exportId']))
      if (!task) return
      const errorId = newErrorId()
      await end(task, 'failed', views.brokenTable(await wordsFor(task), task, errorId))
      log.error({ errorId, ids: { exportId: task.id } }, 'table.given-up')
    },
  }
}

/** The language that was chosen; a version published since may have called it otherwise. */
function languageOf(languages: readonly FormLanguage[], name: string): FormLanguage {
  const language = languages.find((one) => one.name === name) ?? languages[0]
  if (!language) throw new Error('a form without a language')
  return language
}

/** A table for which a thread's time or memory does not suffice is too large; trying again would not help. */
function tooMuch(error: unknown): 'tooMuch' {
  if (error instanceof ThreadOverran) return 'tooMuch'
  throw error
}
