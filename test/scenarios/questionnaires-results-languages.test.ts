import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Language } from '../../src/shared/localized-text.ts'
import { everything } from '../support/everything-form.ts'
import { foreignSentences } from '../support/foreign-words.ts'
import { publishes } from '../support/forms.ts'
import { openWorld, type World } from '../support/world.ts'

let world: World
beforeEach(async () => {
  world = await openWorld()
})
afterEach(() => world.close())

const said = {
  one: 'rail',
  country: 'c3',
  several: 'rail air',
  order: 'air rail other',
  ready: '7',
  people: '1250',
  share: '12.5',
  words: 'Sí & <no>',
  day: '2026-12-10',
  hour: '16:00:00',
  moment: '2026-12-10T16:00:00.000+03:00',
  place: '41.3851 2.1734 0 0',
  picture: 'file:1',
  voice: 'file:2',
  paper: 'file:3',
  read: 'OK',
}

/** Three people have answered everything, the third a little differently. */
async function answered(): Promise<void> {
  const query = (text: string, parameters: unknown[] = []) => world.house.database.query(text, parameters)
  await query(
    `insert into responses (questionnaire_id, version_id, person_id, state, seed, number, started_at, updated_at, submitted_at)
     select q.id, q.version_id, (select min(id) from persons), 'submitted', 'x', n, $1, $1, $1
     from questionnaires q, generate_series(1, 3) n`,
    [world.clock.now().toString()],
  )
  await query(
    `insert into answers (response_id, path, value, answered_at)
     select r.id, '/data/' || said.key, said.value, $1 from responses r, jsonb_each_text($2::jsonb) said`,
    [world.clock.now().toString(), JSON.stringify(said)],
  )
  await query(`update answers set value = '300' where path = '/data/people' and response_id in
    (select id from responses where number = 3)`)
}

const ofForm = JSON.stringify(everything)

const words = {
  tr: ['Zeynep Kaya', 'Anketler', 'Sonuçlar', 'Soru soru', 'Sonraki soru', 'Tek tek', 'Görsel'],
  en: ['Emma Hill', 'Questionnaires', 'Results', 'Question by', 'Next question', 'One by one', 'picture'],
  es: ['Marta Puig', 'Cuestionarios', 'Resultados', 'por pregunta', 'siguiente', 'por respuesta', 'imagen'],
  fr: ['Anne Roux', 'Questionnaires', 'Résultats', 'par question', 'suivante', 'par réponse', 'En image'],
} as const satisfies Record<Language, readonly string[]>

test.each(Object.keys(words) as Language[])(
  'every kind of question is told, drawn and looked at: %s',
  { timeout: 90_000 },
  async (language) => {
    const [name, questionnaires, results, summary, next, oneByOne, picture] = words[language]
    const coordinator = await world.coordinator(name, language)
    const told = () => coordinator.texts.findLast((text) => text.startsWith('Everything · ')) ?? ''
    await publishes(world, everything)
    await answered()
    await coordinator.writes('/desk')
    for (const label of [questionnaires, 'Everything', results, summary]) await coordinator.taps(label)

    for (let page = 1; page <= everything.survey.length; page += 1) {
      if (page > 1) await coordinator.taps(next)
      expect(told()).toContain(`Everything · ${page}`)
      expect(told()).toContain('n = 3')
      expect(told().length).toBeLessThan(4096)
      if (page !== 6) continue
      await coordinator.taps(picture)
      await world.settle()
      const [, , question = ''] = told().split('\n')
      expect(coordinator.last).toContain(question)
    }
    await coordinator.taps(results)
    await coordinator.taps(oneByOne)
    await coordinator.taps('all-0003')
    expect(coordinator.last).toContain('Sí & <no>')
    // The form itself is in Turkish and English only.
    const ours = foreignSentences(coordinator.texts, language).filter((piece) => !ofForm.includes(piece))
    expect(ours).toEqual([])
    expect(world.lines.filter((line) => line.includes('texts.gap'))).toEqual([])
  },
)
