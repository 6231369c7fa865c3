import type { Accounts } from '../../../bot/data/accounts.ts'
import type { Messenger } from '../../../bot/messenger.ts'
import { drawPicture } from '../../../platform/charts/index.ts'
import type { Clock } from '../../../platform/clock.ts'
import type { Database } from '../../../platform/database.ts'
import type { Job } from '../../../platform/jobs.ts'
import type { Texts } from '../../../platform/texts/open-texts.ts'
import type { Words } from '../../../platform/texts/words.ts'
import { DomainError } from '../../../shared/domain-error.ts'
import type { People } from '../../people/index.ts'
import { pictureJob } from '../actions/order-picture.ts'
import type { ReadSummary } from '../actions/read-summary.ts'
import { pictureCaption, summaryPicture } from '../chat/desk/results/summary-picture.ts'
import type { PictureOrder, PictureOrderStore } from '../data/results/picture-order-store.ts'

export interface DrawSummaryNeeds {
  summary: ReadSummary
  pictures: PictureOrderStore
  database: Pick<Database, 'transaction'>
  accounts: Pick<Accounts, 'ofPerson'>
  people: Pick<People, 'audit'>
  messenger: Messenger
  texts: Texts
  clock: Clock
  homeTimeZone: string
}

/** Draws a page of a summary outside of any transaction, and sends it with the same in words. */
export function drawSummary(needs: DrawSummaryNeeds): Job {
  const { summary, pictures, people, database, messenger, clock, homeTimeZone } = needs

  /** The words for whoever has asked, in the language they read now. */
  async function wordsFor({ personId, chatId }: PictureOrder): Promise<Words> {
    const theirs = await needs.accounts.ofPerson(personId)
    return needs.texts.words(theirs.find(({ userId }) => userId === chatId)?.language ?? 'en')
  }

  /** Ends it one way or the other, unless it has ended already: it may have been drawn twice. */
  function end({ id }: PictureOrder, send: () => unknown): Promise<void> {
    return database.transaction(async () => {
      if (await pictures.end(id)) await send()
    })
  }

  async function draw(order: PictureOrder): Promise<void> {
    const { personId, chatId, questionnaireId, round, place } = order
    const words = await wordsFor(order)
    const found = await summary.page(personId, questionnaireId, { at: place, round })
    const today = clock.now().toZonedDateTimeISO(homeTimeZone).toPlainDate()
    const content = await drawPicture(summaryPicture(words, found, today))
    await end(order, async () => {
      await people.audit.note({ byPersonId: personId, act: 'exported', what: 'picture' })
      await messenger.sendDocument(chatId, {
        name: `${found.frame.questionnaire.formId}-${place + 1}.png`,
        content,
        as: 'photo',
        caption: pictureCaption(words, found),
      })
    })
  }

  return {
    name: pictureJob,
    async work(ids) {
      const order = await pictures.read(Number(ids['pictureId'] ?? 0))
      if (!order) return
      try {
        await draw(order)
      } catch (error) {
        if (!(error instanceof DomainError)) throw error
        // A rule says no by now: the role has ended, or the questionnaire was opened again.
        const words = await wordsFor(order)
        await end(order, () => messenger.say(order.chatId, { text: words(error) }))
      }
    },
    async giveUp(ids) {
      const order = await pictures.read(Number(ids['pictureId'] ?? 0))
      if (!order) return
      const words = await wordsFor(order)
      await end(order, () => messenger.say(order.chatId, { text: words('formsummary:picture.failed') }))
    },
  }
}
