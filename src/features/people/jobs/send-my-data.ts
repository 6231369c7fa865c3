import type { Accounts } from '../../../bot/data/accounts.ts'
import type { Messenger } from '../../../bot/messenger.ts'
import type { Clock } from '../../../platform/clock.ts'
import type { Database } from '../../../platform/database.ts'
import type { TextKey } from '../../../platform/texts/catalogue.ts'
import type { Job, JobIds } from '../../../platform/jobs.ts'
import type { Texts } from '../../../platform/texts/open-texts.ts'
import type { collectMyData } from '../actions/collect-my-data.ts'
import type { RequestStore } from '../data/request-store.ts'

export const myDataJob = 'people.send-my-data'

export interface SendMyDataNeeds {
  database: Pick<Database, 'transaction'>
  accounts: Pick<Accounts, 'ofPerson'>
  messenger: Messenger
  texts: Texts
  clock: Clock
  requests: Pick<RequestStore, 'noteDone'>
  collect: ReturnType<typeof collectMyData>
}

/** Sends somebody a copy of their data, to the phone that has asked and to nobody else. */
export function sendMyData(needs: SendMyDataNeeds): Job {
  const { database, accounts, messenger, texts, clock, requests, collect } = needs

  /** The phone that has asked, if it is still theirs. */
  async function asking(ids: JobIds) {
    const theirs = await accounts.ofPerson(Number(ids['personId']))
    return theirs.find(({ userId }) => userId === Number(ids['userId']))
  }

  return {
    name: myDataJob,
    work: (ids) =>
      database.transaction(async () => {
        const account = await asking(ids)
        if (!account) return
        const words = texts.words(account.language)
        const personId = Number(ids['personId'])
        await requests.noteDone(personId, 'access')
        const { name, content } = await collect(personId, {
          explanation: words.plain('privacy:data.explanation'),
          madeAt: clock.now().toString(),
          nameOf: (what, key) => words.plain(`mydata:${what}.${key}` as TextKey),
        })
        await messenger.sendDocument(account.userId, { name, content, caption: words('privacy:data.here') })
      }),
    giveUp: (ids) =>
      database.transaction(async () => {
        const account = await asking(ids)
        if (account)
          messenger.say(account.userId, { text: texts.words(account.language)('privacy:data.failed') })
      }),
  }
}
