import { expect, test } from 'vitest'
import { languages } from '../../src/shared/localized-text.ts'
import { dice } from '../support/monkey.ts'
import { acts, type Monkey } from '../support/monkeys/acts.ts'
import { cast } from '../support/monkeys/cast.ts'
import { crawls } from '../support/monkeys/crawling.ts'
import { findings } from '../support/monkeys/findings.ts'
import { watching } from '../support/monkeys/watching.ts'

// HEYET_MONKEY_STEPS=10000 for a long walk; the seed decides who reads which language, and when the walk begins.
const steps = Number(process.env.HEYET_MONKEY_STEPS ?? 150)
const seed = Number(process.env.HEYET_MONKEY_SEED ?? 20261127)
/** The languages in which everybody goes wherever their buttons lead, e.g. HEYET_MONKEY_CRAWLS=tr,en,es,fr. */
const crawled = (process.env.HEYET_MONKEY_CRAWLS ?? '').split(',')

/** Weeks before the trip, the evening before, and on its second day. */
const begins = [undefined, '2026-12-07T15:00[Europe/Istanbul]', '2026-12-09T08:30[Europe/Madrid]']
const beginsAt = begins[seed % begins.length]

test.runIf(steps > 0)(
  `${steps} random taps and words by everybody find nothing wrong`,
  { timeout: 7_200_000 },
  async () => {
    const played = await cast({
      languageOf: (_, at) => languages[(at + seed) % languages.length] ?? 'tr',
      ...(beginsAt === undefined ? {} : { now: beginsAt }),
    })
    const monkey: Monkey = { ...played, roll: dice(seed), tapped: new Map() }
    const { judge, ends } = await watching(played)
    await judge({ userId: 0, what: '' })
    const found = findings(`seed ${seed}`)
    for (let step = 0; step < steps; step += 1) {
      const done = await acts(monkey)
      const role = played.players.find(({ person }) => person.id === done.userId)?.role ?? '?'
      found.note(`${role} ${done.what}`, await judge(done))
    }
    found.writes('ends', ends)
    found.writes('taps', monkey.tapped)
    await played.world.close()
    expect(found.all()).toBe('')
  },
)

for (const language of languages.filter((one) => crawled.includes(one)))
  test(
    `everybody gets through every screen there is for them: ${language}`,
    { timeout: 7_200_000 },
    async () => {
      const played = await cast({
        languageOf: () => language,
        ...(beginsAt === undefined ? {} : { now: beginsAt }),
      })
      const monkey: Monkey = { ...played, roll: dice(seed), tapped: new Map() }
      const { judge, ends } = await watching(played)
      await judge({ userId: 0, what: '' })
      const found = findings(`crawl ${language}`)
      // Odd seeds begin with whoever runs things, even ones with those who take part: what one ends the other cannot see.
      for (const player of seed % 2 === 0 ? played.players.toReversed() : played.players)
        for await (const done of crawls(monkey, player))
          found.note(`${player.role} ${done.what}`, await judge(done))
      found.writes(`${language}.ends`, ends)
      found.writes(`${language}.taps`, monkey.tapped)
      console.log(`${language}: ${found.steps()} steps`)
      await played.world.close()
      expect(found.all()).toBe('')
    },
  )
