import { afterEach, beforeEach, expect, test } from 'vitest'
import { firm } from '../support/delegation.ts'
import { asks, publishes, sendsPhoto, type SmallForm } from '../support/forms.ts'
import type { Person } from '../support/person.ts'
import { tablesWith } from '../support/search-database.ts'
import { openWorld, type World } from '../support/world.ts'

let world: World
let emma: Person
beforeEach(async () => {
  world = await openWorld()
  emma = world.person('Emma Wilson', 'en')
  const celik = await firm(world)
  const { joining } = world.house.rooms.people
  await emma.starts(`f_${await world.house.database.transaction(() => joining.inviteToFirm(celik, null))}`)
})
afterEach(() => world.close())

const form = (formId: string, settings: Record<string, string> = {}, profile = ''): SmallForm => ({
  survey: [
    asks('text', 'a', 'Önce?', 'First?', profile === '' ? {} : { heyet_profile: profile }),
    asks('text', 'b', 'Sonra?', 'Second?'),
    asks('image', 'c', 'Fotoğraf?', 'A picture?'),
  ],
  settings: { form_id: formId, form_title: formId, ...settings },
})

const query = (text: string) => world.house.database.query<Record<string, unknown>>(text, [])

/** Files that Telegram keeps for answers. */
const fileIds = async () =>
  (await query('select file_id from response_files')).map(({ file_id }) => String(file_id))

test('a draft thrown away leaves neither words nor files in any table', async () => {
  await publishes(world, form('own'))
  await emma.starts('q_own')
  await emma.writes('Whispered to nobody')
  await emma.writes('And this as well')
  await sendsPhoto(emma)
  const [fileId = ''] = await fileIds()
  await emma.taps('Discard')
  await emma.taps('Discard')
  for (const said of ['Whispered to nobody', 'And this as well', fileId])
    expect(await tablesWith(world, said)).toEqual([])
})

test('an erased person leaves nothing of theirs in a response; the firm keeps its answers, an anonymous one its count', async () => {
  await publishes(world, form('own'))
  await publishes(world, form('open'))
  await publishes(
    world,
    form('ours', { heyet_scope: 'firm', heyet_purpose: 'needs_analysis' }, 'person.email'),
  )
  await publishes(world, form('hidden', { heyet_anonymous: 'yes' }))
  for (const [at, formId] of ['own', 'ours', 'hidden'].entries()) {
    await emma.starts(`q_${formId}`)
    await emma.writes(formId === 'ours' ? 'emma@celik.example' : `First of ${formId}`)
    await emma.writes(`Second of ${formId}`)
    if (at === 0) await sendsPhoto(emma)
    else await emma.taps('Skip')
    await emma.taps('Submit')
  }
  await emma.starts('q_open')
  await emma.writes('Still open')
  const files = await fileIds()
  expect(files).toHaveLength(1)

  const { rooms, database } = world.house
  const [{ id } = { id: 0 }] = await query('select person_id::int as id from accounts')
  await database.transaction(() => rooms.questionnaires.personalData.erase(Number(id)))

  for (const said of ['First of own', 'Second of own', 'Still open', ...files])
    expect(await tablesWith(world, said)).toEqual([])
  // Her address stays with herself only; the rest of the firm's answers is the firm's.
  expect(await tablesWith(world, 'emma@celik.example')).toEqual(['persons.email'])
  expect(await tablesWith(world, 'Second of ours')).toEqual(['answers.value'])
  expect(await tablesWith(world, 'Second of hidden')).toEqual(['anonymous_responses.answers'])
  const left = await query(`select q.form_id, r.person_id, r.submitted_by, r.number from responses r
    join questionnaires q on q.id = r.questionnaire_id order by q.form_id`)
  expect(left).toEqual([
    { form_id: 'hidden', person_id: null, submitted_by: null, number: null },
    { form_id: 'ours', person_id: null, submitted_by: null, number: 1 },
  ])
  expect(await query('select 1 from questionnaire_requests')).toEqual([])
})

test('nor in what a form has worked out of what is known of them, or in what a colleague is changing', async () => {
  await publishes(world, {
    survey: [
      { type: 'hidden', name: 'who', heyet_profile: 'person.email' },
      asks('text', 'mail', 'Adres?', 'Address?', { heyet_profile: 'person.email' }),
    ],
    settings: { form_id: 'ours', form_title: 'Ours', heyet_scope: 'firm', heyet_purpose: 'needs_analysis' },
  })
  const [{ id } = { id: 0 }] = await query('select person_id::int as id from accounts')
  await query(`update persons set email = 'emma@celik.example' where id = ${Number(id)}`)
  await emma.starts('q_ours')
  await emma.taps('Yes')
  await emma.taps('Submit')
  const { rooms, database } = world.house
  const ayse = world.person('Ayşe Yılmaz', 'en')
  await ayse.starts(`f_${await database.transaction(() => rooms.people.joining.inviteToFirm(1, null))}`)
  await ayse.starts('q_ours')
  await ayse.taps('Change')
  expect(new Set(await tablesWith(world, 'emma@celik.example'))).toEqual(
    new Set(['answers.value', 'persons.email', 'responses.calculated']),
  )
  await database.transaction(() => rooms.questionnaires.personalData.erase(Number(id)))
  expect(await tablesWith(world, 'emma@celik.example')).toEqual(['persons.email'])
})

test('nor in a draft that a colleague took over and handed in, who keeps what they said of themselves', async () => {
  await publishes(world, {
    survey: [
      asks('text', 'mail', 'Adres?', 'Address?', { heyet_profile: 'person.email', required: 'yes' }),
      asks('text', 'post', 'Görev?', 'Position?', { heyet_profile: 'person.position', required: 'yes' }),
    ],
    settings: { form_id: 'ours', form_title: 'Ours', heyet_scope: 'firm', heyet_purpose: 'needs_analysis' },
  })
  const [{ id } = { id: 0 }] = await query('select person_id::int as id from accounts')
  await emma.starts('q_ours')
  await emma.writes('emma@elsewhere.example')
  const { rooms, database } = world.house
  const ayse = world.person('Ayşe Yılmaz', 'en')
  await ayse.starts(`f_${await database.transaction(() => rooms.people.joining.inviteToFirm(1, null))}`)
  await ayse.starts('q_ours')
  await ayse.writes('Head of export')
  await ayse.taps('Submit')
  expect(await tablesWith(world, 'emma@elsewhere.example')).toContain('answers.value')
  await database.transaction(() => rooms.questionnaires.personalData.erase(Number(id)))
  expect(await tablesWith(world, 'emma@elsewhere.example')).toEqual([])
  expect(await query('select value from answers')).toEqual([{ value: 'Head of export' }])
})

test('whoever asked, began a round, published or handed over is named in no column any more', async () => {
  const celik = 1
  await query("select setval(pg_get_serial_sequence('persons', 'id'), 987653)")
  const zeynep = await world.coordinator('Zeynep Kaya', 'en')
  await publishes(world, form('ours', { heyet_scope: 'firm', heyet_purpose: 'needs_analysis' }))
  const [{ id } = { id: 0 }] = await query('select max(person_id)::int as id from accounts')
  expect(id).toBe(987654)
  await query(`insert into firm_members (firm_id, person_id, state, since)
    values (${celik}, ${Number(id)}, 'member', '2026-11-02T06:00:00Z')`)
  await zeynep.writes('/desk')
  for (const button of ['📝 Questionnaires', 'ours', 'Begin a new round', 'Begin:']) await zeynep.taps(button)
  for (const button of ['Send to', 'Choose single people']) await zeynep.taps(button)
  await zeynep.writes('Emma')
  for (const button of ['☐ Emma', '☑ Emma', '☐ Emma', 'Next', 'Send now']) await zeynep.taps(button)
  await query(`insert into picked_people (questionnaire_id, picked_by, person_id, picked_at)
    select 1, ${Number(id)}, min(id), '2026-11-02T06:00:00Z' from persons`)
  await query(`update questionnaire_versions set published_by = ${Number(id)}`)
  await emma.starts('q_ours')
  await query(`insert into section_links (response_id, section, token_hash, created_by, created_at, expires_at)
    select min(id), '/data/a', 'x', ${Number(id)}, '2026-11-02T06:00:00Z', '2026-11-09T06:00:00Z' from responses`)
  const named = async () =>
    (await tablesWith(world, String(id))).filter((place) =>
      /^(questionnaire|response|answers|section|picked|form_|result|picture)/.test(place),
    )
  expect(new Set(await named())).toEqual(
    new Set([
      ...[
        'questionnaire_requests.asked_by',
        'questionnaire_requests.whom',
        'questionnaire_rounds.started_by',
      ],
      ...['questionnaire_versions.published_by', 'picked_people.picked_by', 'section_links.created_by'],
    ]),
  )
  const { rooms, database } = world.house
  await database.transaction(() => rooms.questionnaires.personalData.erase(Number(id)))
  expect(await named()).toEqual([])
})
