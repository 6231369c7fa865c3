import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openTexts } from '../../src/platform/texts/open-texts.ts'
import { languages, type Language } from '../../src/shared/localized-text.ts'
import { delegation } from '../support/delegation.ts'
import type { Person } from '../support/person.ts'
import { openWorld, type World } from '../support/world.ts'

let world: World
beforeEach(async () => {
  world = await openWorld({ now: '2026-11-02T09:00:00+03:00[Europe/Istanbul]' })
})
afterEach(() => world.close())

const texts = openTexts()

/** What a coordinator types, each in her own way. */
const typed = {
  tr: {
    title: 'Karbon raporlaması eğitimi',
    day: '10 Aralık',
    deadline: '8 Aralık saat 17.30',
    until: 'Salı 17:30',
  },
  en: {
    title: 'Carbon reporting training',
    day: 'December 10',
    deadline: '8 December, 5:30 pm',
    until: '17:30',
  },
  es: {
    title: 'Formación en huella de carbono',
    day: '10 de diciembre',
    deadline: '8/12 a las 17:30',
    until: '17:30',
  },
  fr: {
    title: 'Formation au bilan carbone',
    day: 'le 10 décembre',
    deadline: '8 décembre à 17h30',
    until: '17:30',
  },
} satisfies Record<Language, Record<string, string>>

const saved = async (code: string) => world.house.rooms.activities.store.byCode(code)

/** Every step of planning a training, one at a time. */
function stepsOfPlanning(zeynep: Person, language: Language): (() => Promise<unknown>)[] {
  const say = texts.words(language).plain
  const other = language === 'en' ? 'tr' : 'en'
  return [
    () => zeynep.taps(say('activities:desk.newWorkshop')),
    () => zeynep.taps(say('activities:kind.training')),
    () => zeynep.taps(`▫️ ${say(`people:language.${other}`)}`),
    () => zeynep.taps(say('activities:steps.languages.done', { count: 2 })),
    () => zeynep.writes(typed[language].title),
    () => zeynep.writes(typed[other].title),
    () => zeynep.writes('CBAM <2026> & ISO 14064'),
    () => zeynep.taps(say('activities:steps.skip')),
    () => zeynep.writes('Ankara, ASO 1. OSB'),
    () => zeynep.writes(typed[language].day),
    () => zeynep.taps(say('planning:endsOn.oneDay')),
    () => zeynep.writes('40'),
    () => zeynep.writes(typed[language].deadline),
    () => zeynep.taps(say('planning:approval.automatic')),
  ]
}

describe('planning a training in the chat', () => {
  test.each(languages)('in %s, with a deploy at every step', async (language) => {
    const zeynep = await world.coordinator('Zeynep Kaya', language)
    await zeynep.starts()
    await zeynep.writes('/desk')
    let version = 100
    for (const step of stepsOfPlanning(zeynep, language)) {
      await step()
      await world.deploys((version += 1))
    }
    const say = texts.words(language)
    zeynep.sees('CBAM <2026> & ISO 14064')
    await zeynep.taps(say.plain('planning:summary.publish'))
    zeynep.sees('EGT-2612-1')

    const other = language === 'en' ? 'tr' : 'en'
    expect(await saved('EGT-2612-1')).toMatchObject({
      kind: 'training',
      title: { [language]: typed[language].title, [other]: typed[other].title },
      description: { [language]: 'CBAM <2026> & ISO 14064' },
      city: { [language]: 'Ankara, ASO 1. OSB', [other]: 'Ankara, ASO 1. OSB' },
      startsOn: Temporal.PlainDate.from('2026-12-10'),
      endsOn: Temporal.PlainDate.from('2026-12-10'),
      capacity: 40,
      applicationsCloseAt: Temporal.Instant.from('2026-12-08T14:30:00Z'),
      approval: 'automatic',
      workingLanguage: language,
      timeZone: 'Europe/Istanbul',
      state: 'published',
    })
    await zeynep.writes('/trips')
    zeynep.sees(typed[language].title)
    expect(world.complaints).toEqual([])
  })
})
