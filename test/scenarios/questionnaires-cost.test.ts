import { expect, test } from 'vitest'
import { countStatements, type StatementCounter } from '../bench/statement-counter.ts'
import { asks, choice, publishes } from '../support/forms.ts'
import { delegation, firm } from '../support/delegation.ts'
import { openWorld } from '../support/world.ts'

test('question 60 costs as many statements as question 2: tapped, ticked and typed', async () => {
  let counter: StatementCounter | undefined
  const world = await openWorld({
    databaseBehind: async (url) => (counter = await countStatements(url)).url,
  })
  const emma = world.person('Emma Wilson', 'en')
  await publishes(world, {
    survey: Array.from({ length: 62 }, (_, at) => {
      const [type = ''] = [['select_one yn', 'select_multiple yn', 'text'][at % 3]]
      return asks(type, `q${at}`, `Soru ${at}?`, `Question ${at}?`)
    }),
    choices: [choice('yn', 'yes', 'Evet', 'Yes'), choice('yn', 'no', 'Hayır', 'No')],
    settings: { form_id: 'long', form_title: 'Long' },
  })
  await emma.starts('q_long')
  const cost = async (act: () => Promise<unknown>) => {
    const before = counter?.count() ?? 0
    await act()
    return (counter?.count() ?? 0) - before
  }
  const costs: number[][] = []
  for (let at = 0; at < 60; at += 3)
    costs.push([
      await cost(() => emma.taps('Yes')),
      await cost(() => emma.taps('Yes')),
      await cost(() => emma.taps('Done (1)')),
      await cost(() => emma.writes('So it is')),
    ])
  // What the background does meanwhile is counted too, so the cheapest of a few is what an answer costs.
  const cheapest = (rounds: number[][]) =>
    [0, 1, 2, 3].map((nth) => Math.min(...rounds.map((round) => round[nth] ?? 0)))
  expect(cheapest(costs.slice(-6))).toEqual(cheapest(costs.slice(1, 7)))
  // As many as an answer of an application, the test's own looking whether all is quiet included.
  expect(Math.max(...cheapest(costs))).toBeLessThanOrEqual(7)
  await world.close()
  counter?.close()
})

test('the home card and the list cost as many statements with six questionnaires as with one', async () => {
  let counter: StatementCounter | undefined
  const world = await openWorld({
    databaseBehind: async (url) => (counter = await countStatements(url)).url,
  })
  const emma = world.person('Emma Wilson', 'en')
  const activity = await delegation(world)
  const celik = await firm(world)
  const { joining } = world.house.rooms.people
  await emma.starts(`f_${await world.house.database.transaction(() => joining.inviteToFirm(celik, null))}`)
  const publishesLogistics = (at: number) =>
    publishes(
      world,
      {
        survey: [asks('text', 'passport', 'Pasaport?', 'Which passport?')],
        settings: { form_id: `logistics-${at}`, form_title: `Logistics ${at}`, heyet_purpose: 'logistics' },
      },
      activity.id,
    )
  await publishesLogistics(1)
  const [{ id: personId } = { id: 0 }] = await world.house.database.query<{ id: number }>(
    'select id::int as id from persons',
    [],
  )
  const { applications } = world.house.rooms.activities
  await world.house.database.transaction(async () => {
    const { id } = await applications.create({
      ...{ activityId: activity.id, personId, firmId: null, filledBy: null, answers: {} },
    })
    await applications.update(id, { state: 'approved', number: 1 })
  })
  // What the background does meanwhile is counted too, so the cheapest of a few is what it costs.
  const cheapest = async (command: string) => {
    const costs: number[] = []
    for (let time = 0; time < 5; time += 1) {
      const before = counter?.count() ?? 0
      await emma.writes(command)
      costs.push((counter?.count() ?? 0) - before)
    }
    return Math.min(...costs)
  }
  const one = { home: await cheapest('/start'), list: await cheapest('/forms') }
  expect(emma.last).toContain('Logistics 1')
  for (let at = 2; at <= 6; at += 1) await publishesLogistics(at)
  expect({ home: await cheapest('/start'), list: await cheapest('/forms') }).toEqual(one)
  expect(emma.last).toContain('Logistics 6')
  await world.close()
  counter?.close()
})
