import type { People } from '../../people/index.ts'
import type { Accounts } from '../../../bot/data/accounts.ts'
import type { Messenger } from '../../../bot/messenger.ts'
import type { Database } from '../../../platform/database.ts'
import type { Job } from '../../../platform/jobs.ts'
import { growingSpreadsheet } from '../../../platform/spreadsheets/index.ts'
import type { Words } from '../../../platform/texts/words.ts'
import type { DeliveriesTable } from '../chat/watching/table.ts'
import type { BroadcastStore } from '../data/broadcast-store.ts'
import type { ReportStore } from '../data/report-store.ts'
import type { Broadcast } from '../domain/broadcast.ts'

export interface SendTableNeeds {
  name: string
  broadcasts: Pick<BroadcastStore, 'read'>
  reports: Pick<ReportStore, 'all'>
  accounts: Pick<Accounts, 'ofPerson'>
  database: Pick<Database, 'transaction'>
  messenger: Pick<Messenger, 'deliver'>
  wordsIn(language: Words['language']): Words
  people: Pick<People, 'audit'>
  table(words: Words, broadcast: Broadcast): DeliveriesTable
}

/** Writes the table of a broadcast and sends it to whoever asked. However many they are, few are in memory at once. */
export function sendTable(needs: SendTableNeeds): Job {
  const { name, broadcasts, reports, accounts, database, messenger, people, wordsIn, table } = needs
  return {
    name,
    async work({ broadcastId, personId }) {
      const broadcast = await broadcasts.read(Number(broadcastId))
      const phone = (await accounts.ofPerson(Number(personId))).find(({ isReachable }) => isReachable)
      if (!broadcast || !phone) return
      const words = wordsIn(phone.language)
      const file = growingSpreadsheet()
      const { name: sheetName, columns, row } = table(words, broadcast)
      const sheet = file.open(sheetName, columns)
      const personIds: number[] = []
      for await (const page of reports.all(broadcast.id)) {
        for (const one of page) {
          sheet.add(row(one))
          personIds.push(one.personId)
        }
      }
      const content = file.finish()
      const { activityId } = broadcast.audience
      await database.transaction(async () => {
        await people.audit.note({
          ...{ byPersonId: Number(personId), act: 'exported', what: 'deliveries', rows: personIds.length },
          aboutPersonIds: personIds,
          language: phone.language,
          ...(activityId === null ? {} : { activityId }),
        })
        await messenger.deliver(phone.userId, {
          name: `${words.plain('watching:table.file')} ${broadcast.id}.xlsx`,
          content,
          caption: words('watching:table.caption'),
          isProtected: true,
        })
      })
    },
  }
}
