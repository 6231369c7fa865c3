import { afterEach, expect, test } from 'vitest'
import { recordStatements, type Executed, type StatementRecorder } from '../bench/statement-recorder.ts'
import { reads, scansWithoutIndex } from '../bench/desk-plans.ts'
import { kindOf } from '../bench/desk-visitor.ts'
import { freshDatabase } from '../support/postgres.ts'
import { ownerAccount, seedDesk } from '../support/seed-desk.ts'
import { openWorld, type World } from '../support/world.ts'

/** Each screen of the desk with the kinds of things it shows: it may cost as many statements, its own writing included. */
const shown: Readonly<Record<string, string>> = {
  '/desk':
    'activities, their applications, controller, requests, to decide, coming, offers, to pass on, documents, letters, changes, notice, own setting, open question',
  'a.desk':
    'activities, their applications, controller, requests, to decide, coming, offers, to pass on, documents, letters, changes, own setting',
  'a.deskp': 'activities, their applications, controller, requests, own setting',
  'a.apps': 'applications, place in the chat',
  'a.see': 'application, activity, person, firm, standing, sent back, staged, way back, place in the chat',
  'a.card': 'application, activity, person, firm, standing, sent back, staged, way back, place in the chat',
  'a.facets': 'filter',
  'a.facet': 'filter, choices',
  'a.person': 'application, activity, person, firm, notes, reach, details, letters, forms, look noted',
  'a.notes': 'person, notes',
  'a.personlog': 'person, history, look noted',
  'a.tags': 'person, groups, team',
  'a.activity': 'activity, counts, applications, unmatched rows, without Telegram, kept decisions',
  'a.list':
    'activity, counts, applications, unmatched rows, without Telegram, kept decisions, place in the chat',
  'a.hands': 'activity, people without Telegram',
  'a.invited': 'activity, invited',
  'a.templates': '',
  'b.log': 'broadcasts, how many',
  'c.inbox': 'threads, letters, writers, activities',
  'c.thread': 'thread, activity, letters, writer',
  'd.all': 'activity, rules, people, documents, answers',
  'd.late': 'documents, people, activities',
  'd.of': 'person, activity, rules, documents, answers, application',
  'd.one': 'person, activity, rules, documents, answers, application',
  'i.changescard': 'activity, changes, watching',
  'i.plist': 'activity, items, items that rest',
  'i.rclist': 'activity, items',
  'i.reminders': 'activity, items, rules, people, days, messages, not heard, rehearsal',
  'i.unseen': 'activities',
  'p.audit': 'record, activities',
  'p.firm': 'firm, people, applications',
  'p.firms': 'firms',
  'p.member': 'firm, person, standing, reach',
  'p.requests': 'requests, answered',
  'p.roles': 'roles, links',
  'p.scope': 'activities',
  'q.desk': 'questionnaires',
  'r.lists': 'activity, people',
}

/** By which buttons they are reached, from the desk on. */
const walks = [
  'a.apps > a.see > a.person > a.notes',
  'a.apps > a.see > a.person > a.personlog',
  'a.apps > a.see > a.person > a.tags',
  'a.apps > a.facets > a.facet',
  'c.inbox > c.thread',
  'd.late > d.of > d.one',
  'i.unseen > i.changescard',
  'a.activity > a.card',
  'a.activity > a.list',
  'a.activity > a.hands',
  'a.activity > a.invited',
  'a.activity > d.all',
  'a.activity > i.plist',
  'a.activity > i.rclist',
  'a.activity > i.reminders',
  'a.activity > r.lists',
  'a.deskp > a.desk',
  'p.firms > p.firm > p.member',
  'p.roles > p.scope',
  'p.requests',
  'p.audit',
  'q.desk',
  'b.log',
  'a.templates',
].map((walk) => walk.split(' > '))

/** What every update goes by, whatever it shows: taken in, ended, sent. */
const isOfTheWay = (text: string) =>
  /\b(inbox|outbox|pgboss)\b/.test(text) || /^\s*(begin|commit|savepoint|release|rollback)\b/i.test(text)

const said: Executed[] = []
let world: World
let recorder: StatementRecorder
afterEach(async () => {
  said.length = 0
  await world.close()
  recorder.close()
})

test.each([8, 40])(
  'with %i applications an activity no screen of the desk costs more statements than it shows kinds of things, each helped by an index',
  async (each) => {
    const costs = await walked(each)
    const most = (screen: string) => (shown[screen] ?? '').split(', ').filter(Boolean).length
    const beyond = Object.entries(costs).filter(([screen, said]) => said.length > most(screen))
    expect(Object.fromEntries(beyond)).toEqual({})
    expect(await scansWithoutIndex(world.database.url, reads(said))).toEqual([])
    expect(Object.keys(costs).toSorted()).toEqual(Object.keys(shown).toSorted())
  },
)

/** Goes all ways, and says what each screen has asked the database. */
async function walked(each: number): Promise<Record<string, string[]>> {
  const database = await freshDatabase()
  await seedDesk(database.url, { activities: 20, people: 301, applications: 20 * each, firms: 40 })
  world = await openWorld({
    database,
    now: Temporal.Now.zonedDateTimeISO('Europe/Istanbul').toString(),
    databaseBehind: async (url) => (recorder = await recordStatements(url)).url,
  })
  // What is due meanwhile is no part of a screen.
  await world.house.ticker.close()
  const phone = {
    id: ownerAccount,
    firstName: 'Zeynep',
    languageCode: 'en',
    phoneNumber: '1',
    label: 'Zeynep',
  }
  world.telegram.openPhone(phone)
  world.telegram.phone(ownerAccount).start({})
  await world.settle()
  const costs: Record<string, string[]> = {}
  for (const walk of walks) {
    await visit('/desk', costs, () => world.telegram.phone(ownerAccount).type({ text: '/desk' }))
    for (const screen of walk) {
      const button = buttonOf(screen)
      await visit(screen, costs, () => world.telegram.forgePress({ userId: ownerAccount, ...button }))
    }
  }
  return costs
}

async function visit(screen: string, costs: Record<string, string[]>, act: () => unknown): Promise<void> {
  await world.settle()
  recorder.take()
  void Promise.resolve(act()).catch(() => {})
  await world.settle()
  const executed = recorder.take()
  said.push(...executed)
  const asked = executed.map(({ text }) => text.trim().replace(/\s+/g, ' '))
  const own = asked.filter((text) => !isOfTheWay(text))
  // The process looks after itself now and then, which is no part of a screen.
  if (own.length < (costs[screen]?.length ?? Infinity)) costs[screen] = own
}

/** The last button of a kind on the newest message of the bot that has any. */
function buttonOf(kind: string): { messageId: number; data: string } {
  const { messages } = world.telegram.phone(ownerAccount).state()
  const keyboards = messages.flatMap(({ id, from, keyboard }) =>
    from === 'bot' && keyboard?.inline_keyboard.length ? [{ id, keys: keyboard.inline_keyboard.flat() }] : [],
  )
  const { id = 0, keys = [] } = keyboards.at(-1) ?? {}
  const found = keys.flatMap((key) => ('callback_data' in key ? (key.callback_data ?? []) : []))
  const data = found.findLast((one) => kindOf(one) === kind)
  if (data === undefined) throw new Error(`There is no button ${kind} among ${found.map(kindOf).join(' ')}.`)
  return { messageId: id, data }
}
