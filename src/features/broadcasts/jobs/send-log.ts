import type { Accounts } from '../../../bot/data/accounts.ts'
import type { Messenger } from '../../../bot/messenger.ts'
import type { Database } from '../../../platform/database.ts'
import type { Job } from '../../../platform/jobs.ts'
import { writeSpreadsheet } from '../../../platform/spreadsheets/index.ts'
import type { Texts } from '../../../platform/texts/open-texts.ts'
import type { Words } from '../../../platform/texts/words.ts'
import { isRefused } from '../../../shared/domain-error.ts'
import type { People } from '../../people/index.ts'
import type { LogReachOf } from '../actions/afterwards/log-reach.ts'
import { logTable, type LoggedRow } from '../chat/afterwards/log-table.ts'
import type { LogStore } from '../data/log-store.ts'
import type { Audience } from '../domain/audience.ts'

export interface SendLogNeeds {
  name: string
  reachOf: LogReachOf
  log: LogStore
  describe(words: Words, audience: Audience): Promise<string>
  people: Pick<People, 'audit'>
  accounts: Pick<Accounts, 'ofPerson'>
  database: Pick<Database, 'transaction'>
  messenger: Pick<Messenger, 'deliver'>
  texts: Texts
  homeTimeZone: string
}

/** So many of the newest: what a chamber sends in years. */
const most = 5000

/** Writes the log of communication and sends it to whoever asked, if they may still see it. */
export function sendLog(needs: SendLogNeeds): Job {
  const { name, reachOf, log, describe, people, accounts, database, messenger, texts, homeTimeZone } = needs
  return {
    name,
    async work({ activityId, personId }) {
      const [by, about] = [Number(personId), Number(activityId)]
      const phone = (await accounts.ofPerson(by)).find(({ isReachable }) => isReachable)
      if (!phone || (await isRefused(() => reachOf(by, about)))) return
      const words = texts.words(phone.language)
      const rows: LoggedRow[] = []
      for (const one of await log.page(await reachOf(by, about), { offset: 0, limit: most }))
        rows.push({ ...one, forWhom: await describe(words, one.audience) })
      const content = await writeSpreadsheet(logTable(words, rows, homeTimeZone))
      await database.transaction(async () => {
        await people.audit.note({
          ...{
            byPersonId: by,
            act: 'exported',
            what: 'broadcasts.log',
            rows: rows.length,
            language: phone.language,
          },
          ...(about === 0 ? {} : { activityId: about }),
        })
        await messenger.deliver(phone.userId, {
          name: `${words.plain('afterwards:table.file')}.xlsx`,
          content,
          caption: words('afterwards:table.caption'),
          isProtected: true,
        })
      })
    },
  }
}
