import { expect, test } from 'vitest'
import { writeSpreadsheet } from '../../src/platform/spreadsheets/index.ts'
import { asSheets } from '../../src/shared/tables/write-table.ts'
import { asks, choice, publishes, workbookOf } from '../support/forms.ts'
import { excel } from '../support/spreadsheets.ts'
import { until } from '../support/until.ts'
import { openWorld } from '../support/world.ts'

/** As much as a file may hold: thousands of questions, each of which needs all scores before it. */
const heavy = () =>
  writeSpreadsheet(
    asSheets(
      workbookOf({
        survey: Array.from({ length: 2900 }, (_, at) =>
          asks(at % 2 === 0 ? 'integer' : 'select_one yn', `q${at}`, `Soru ${at}?`, `Question ${at}?`, {
            relevant:
              at === 0
                ? ''
                : Array.from(
                    { length: 12 },
                    (_each, back) => `\${q${Math.max(0, at - 1 - back)}} != 'x'`,
                  ).join(' and '),
            constraint: ". != '' and string-length(.) < 400",
          }),
        ),
        choices: [choice('yn', 'yes', 'Evet', 'Yes'), choice('yn', 'no', 'Hayır', 'No')],
        settings: { form_id: 'heavy', form_title: 'Heavy' },
      }),
    ),
  )

test(
  "while a coordinator's heavy file is read, others are answered as ever",
  { timeout: 120_000 },
  async () => {
    const world = await openWorld()
    const zeynep = await world.coordinator('Zeynep Kaya')
    const emma = world.person('Emma Wilson', 'en')
    await publishes(world, {
      survey: Array.from({ length: 200 }, (_, at) =>
        asks('text', `q${at}`, `Soru ${at}?`, `Question ${at}?`),
      ),
      settings: { form_id: 'light', form_title: 'Light' },
    })
    await emma.starts('q_light')
    const bytes = await heavy()
    zeynep.phone.sendFile({ kind: 'document', name: 'heavy.xlsx', mimeType: excel, bytes })
    const waited: number[] = []
    const isOver = () => zeynep.texts.some((text) => /Heavy|okunamadı/.test(text))
    for (let at = 0; at < 199 && !isOver(); at += 1) {
      const asked = performance.now()
      emma.phone.type({ text: `Answer ${at}` })
      await until('the next question is shown', () => emma.last.includes(`Question ${at + 1}?`))
      waited.push(performance.now() - asked)
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
    await world.settle()
    // Read in time or refused for its length, by how busy the machine is; nobody else has waited for it.
    expect(isOver()).toBe(true)
    expect(waited.length).toBeGreaterThan(5)
    expect(Math.max(...waited)).toBeLessThan(5000)
    expect(waited.toSorted((one, other) => one - other)[Math.floor(waited.length / 2)]).toBeLessThan(1000)
    await world.close()
  },
)
