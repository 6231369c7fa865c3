import { pino } from 'pino'
import { measureNothing } from '../../src/bot/measure.ts'
import { openHouse } from '../../src/house.ts'
import { systemClock } from '../../src/platform/clock.ts'
import { startTelegramServer } from '../../src/sandbox/telegram-server.ts'
import { manyYears, ownerAccount, seedDesk } from '../support/seed-desk.ts'
import { testKeys } from '../support/test-keys.ts'
import type { Section } from './bench.ts'
import { scansOfBigTables } from './desk-plans.ts'
import { deskVisitor, kindOf } from './desk-visitor.ts'
import { recordStatements } from './statement-recorder.ts'
import { percentile, rounded } from './table.ts'

/** Kinds of buttons that show something and change nothing. */
const screens =
  /^(a\.(desk|deskp|list|card|activity|waiting|templates|apps|facets|facet|see|person)|d\.(all|late|of)|p\.(firms|firm|member|roles|rolepage|scope|scopes)|c\.(inbox|thread)|r\.lists|q\.desk|i\.(plist|rclist|changescard|reminders|unseen))$/

/** How often all screens are gone to; those on the way to others are seen more often. */
const rounds = 8

/** The desk of a chamber after many years: how soon each of its screens is there, and what a search takes. */
export const desk: Section = async (server, tell) => {
  const database = await server.freshDatabase()
  const begun = performance.now()
  await seedDesk(database.url)
  const seedSeconds = (performance.now() - begun) / 1000
  tell(`${manyYears.applications} applications were written in ${Math.round(seedSeconds)} s`)
  const recorder = await recordStatements(database.url)
  const telegram = await startTelegramServer({ port: 0, token: '86:bench', username: 'heyet_bot' })
  telegram.openPhone({
    id: ownerAccount,
    firstName: 'Zeynep',
    languageCode: 'en',
    phoneNumber: '905320000000',
    label: 'Zeynep',
  })
  const house = await openHouse({
    ...{ databaseUrl: recorder.url, token: '86:bench', apiRoot: telegram.root, clock: systemClock },
    ...{ log: pino({ level: 'silent' }), measure: measureNothing, sendRate: 1000, chatBurst: 1000 },
    ...{
      defaultLanguage: 'en',
      homeTimeZone: 'Europe/Istanbul',
      worksJobs: false,
      keys: testKeys('a'),
      onJob: () => {},
    },
  })
  const polling = house.door.poll()
  const visitor = deskVisitor({ telegram, userId: ownerAccount, isQuiet: () => house.isQuiet(), recorder })
  const seen = new Set<string>()
  await visitor.starts()
  visitor.visits.clear()
  const paths: Paths = new Map([['/desk', []]])
  for (let round = 0; round < rounds; round += 1) await walk(visitor, paths, seen)
  const searches = await search(visitor)
  for (const [kind, p95] of visitor.slowest())
    tell(`${kind} ${rounded(p95)} ms, ${visitor.statements.get(kind) ?? 0} statements`)
  const scans = await scansOfBigTables(database.url, visitor.read)
  for (const scan of scans) tell(`reads through ${scan}`)
  tell(
    `not opened: ${[...seen]
      .filter((kind) => !screens.test(kind))
      .sort()
      .join(' ')}`,
  )
  await polling.close()
  await house.close()
  await telegram.stop()
  recorder.close()
  await database.drop()
  return {
    screenP95Ms: rounded(
      percentile(
        [...visitor.visits].flatMap(([kind, all]) => (isSearch(kind) ? [] : all)),
        0.95,
      ),
    ),
    slowestScreenP95Ms: rounded(visitor.slowest().filter(([kind]) => !isSearch(kind))[0]?.[1] ?? 0),
    searchP95Ms: rounded(percentile(searches.applications, 0.95)),
    firmSearchP95Ms: rounded(percentile(searches.firms, 0.95)),
    mostStatementsOfAScreen: Math.max(...visitor.statements.values()),
    scansOfBigTables: scans.length,
    kindsOfScreens: visitor.visits.size - 2,
    seedSeconds: rounded(seedSeconds),
  }
}

/** By which kinds of buttons each kind of screen is reached from `/desk`; it grows with what is seen on the way. */
type Paths = Map<string, readonly string[]>

/** Goes from the desk to every screen that is known, by other rows each time. */
async function walk(visitor: ReturnType<typeof deskVisitor>, paths: Paths, seen: Set<string>): Promise<void> {
  for (const path of paths.values()) {
    await visitor.types('/desk', '/desk')
    let isThere = true
    for (const kind of path) isThere &&= await step(visitor, kind)
    if (!isThere) continue
    for (const kind of visitor.buttons().map(({ data }) => kindOf(data))) {
      seen.add(kind)
      if (screens.test(kind) && !paths.has(kind)) paths.set(kind, [...path, kind])
    }
  }
}

/** Presses one of the buttons of a kind; false where there is none. */
async function step(visitor: ReturnType<typeof deskVisitor>, kind: string): Promise<boolean> {
  const buttons = visitor.buttons().filter(({ data }) => kindOf(data) === kind)
  const one = buttons[Math.floor(Math.random() * buttons.length)]
  if (one) await visitor.presses(one.messageId, one.data)
  return one !== undefined
}

const words = [
  'celik makina',
  'ışık',
  'AKIN',
  'sahin',
  'gunes havacilik',
  'demır',
  'Atlas Dokum 1500',
  'yildiz',
  'marmra',
  'ege yazılım',
]

const isSearch = (kind: string) => kind.startsWith('search')

/** Of applications: names with and without marks, of firms, both, telephones in any writing, numbers. */
const sought = [
  'isil guneş 1500',
  'ayse yilmaz',
  'ŞULE',
  'öztürk 77',
  'garcia',
  'celik makina',
  'emma demir kalip',
  'Atlas Dokum 1501',
  '0532 000 77 12',
  '+90 532 009 9999',
  'ACT-950-0012',
  '299',
  'nobody of that name',
  'wilson havacilik',
]

async function search(visitor: ReturnType<typeof deskVisitor>) {
  for (const word of [...words, ...words]) {
    await visitor.types('/desk', '/desk')
    if (!(await step(visitor, 'p.firms')) || !(await step(visitor, 'p.find'))) break
    await visitor.types('search of firms', word)
  }
  for (const word of [...sought, ...sought]) {
    await visitor.types('/desk', '/desk')
    if (!(await step(visitor, 'a.apps')) || !(await step(visitor, 'a.search'))) break
    await visitor.types('search of applications', word)
  }
  return {
    firms: visitor.visits.get('search of firms') ?? [],
    applications: visitor.visits.get('search of applications') ?? [],
  }
}
