import type { Accounts } from '../../../bot/data/accounts.ts'
import type { Messenger } from '../../../bot/messenger.ts'
import { drawPicture } from '../../../platform/charts/index.ts'
import type { Clock } from '../../../platform/clock.ts'
import type { Database } from '../../../platform/database.ts'
import type { Job, JobIds } from '../../../platform/jobs.ts'
import type { Texts } from '../../../platform/texts/open-texts.ts'
import type { Words } from '../../../platform/texts/words.ts'
import { DomainError } from '../../../shared/domain-error.ts'
import type { ReadSummary } from '../actions/read-summary.ts'
import { pictureCaption, summaryPicture } from '../chat/desk/results/summary-picture.ts'
import { drawSummaryJob } from '../chat/desk/results/summary.ts'

export interface DrawSummaryNeeds {
  summary: ReadSummary
  database: Pick<Database, 'transaction'>
  accounts: Pick<Accounts, 'ofPerson'>
  messenger: Messenger
  texts: Texts
  clock: Clock
  homeTimeZone: string
}

/** Draws a page of a summary outside of any transaction, and sends it with the same in words. */
export function drawSummary(needs: DrawSummaryNeeds): Job {
  const { summary, database, messenger, clock, homeTimeZone } = needs

  /** The words for whoever has asked, in the language they read now. */
  async function wordsFor(ids: JobIds): Promise<Words> {
    const theirs = await needs.accounts.ofPerson(Number(ids['personId']))
    return needs.texts.words(theirs.find(({ userId }) => userId === Number(ids['chatId']))?.language ?? 'en')
  }

  async function draw(ids: JobIds): Promise<void> {
    const words = await wordsFor(ids)
    const at = Number(ids['at'])
    const found = await summary.page(Number(ids['personId']), Number(ids['questionnaireId']), at)
    const today = clock.now().toZonedDateTimeISO(homeTimeZone).toPlainDate()
    const content = await drawPicture(summaryPicture(words, found, today))
    await database.transaction(() =>
      messenger.sendDocument(Number(ids['chatId']), {
        name: `${found.frame.questionnaire.formId}-${at + 1}.png`,
        content,
        as: 'photo',
        caption: pictureCaption(words, found),
      }),
    )
  }

  const say = (ids: JobIds, text: string): Promise<void> =>
    database.transaction(async () => {
      messenger.say(Number(ids['chatId']), { text })
      return Promise.resolve()
    })

  return {
    name: drawSummaryJob,
    async work(ids) {
      try {
        await draw(ids)
      } catch (error) {
        if (!(error instanceof DomainError)) throw error
        // A rule says no by now: the role has ended, or the questionnaire was opened again.
        await say(ids, (await wordsFor(ids))(error))
      }
    },
    async giveUp(ids) {
      await say(ids, (await wordsFor(ids))('formsummary:picture.failed'))
    },
  }
}
