import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { applies, begins, reaches, steps } from '../support/applying.ts'
import { delegation, firm } from '../support/delegation.ts'
import { asks, choice, publishes, sendsPhoto, workbookOf, type SmallForm } from '../support/forms.ts'
import type { Person } from '../support/person.ts'
import { phrases } from '../support/phrases.ts'
import { sendsBook } from '../support/spreadsheets.ts'
import { openWorld, type World } from '../support/world.ts'

let world: World
let ayse: Person
beforeEach(async () => {
  world = await openWorld()
  await delegation(world, { details: { applicationForm: 'stand' } })
  await firm(world)
  ayse = world.person('Ayşe Yılmaz')
})
afterEach(() => world.close())

const stand = (survey: SmallForm['survey'] = questions): SmallForm => ({
  survey,
  choices: [
    choice('yes_no', 'yes', 'Evet, isterim', 'Yes, please'),
    choice('yes_no', 'no', 'Hayır, istemem', 'No, thanks'),
  ],
  settings: { form_id: 'stand', form_title: 'Stand', heyet_purpose: 'application' },
})

const questions: SmallForm['survey'] = [
  asks('select_one yes_no', 'wants', 'Stant ister misiniz?', 'Would you like a stand?', { required: 'yes' }),
  asks('integer', 'metres', 'Kaç metrekare?', 'How many square metres?', {
    required: 'yes',
    relevant: "${wants} = 'yes'",
  }),
  asks('text', 'position', 'Göreviniz?', 'Your position?', { heyet_profile: 'person.position' }),
  asks('text', 'product', 'Neyi göstereceksiniz?', 'What will you show?', { required: 'yes' }),
]

/** Answers the form as it comes, something happening before each question, and ends at the summary. */
async function answersForm(before: (question: string) => Promise<unknown> = async () => {}): Promise<void> {
  const answers: [string, () => Promise<unknown>][] = [
    ['Stant ister misiniz?', () => ayse.taps('Evet, isterim')],
    ['Kaç metrekare?', () => ayse.writes('12')],
    ['Neyi göstereceksiniz?', () => ayse.writes('Boji')],
  ]
  for (const [question, answer] of answers) {
    expect(ayse.last).toContain(question)
    await before(question)
    expect(ayse.last).toContain(question)
    await answer()
  }
  expect(ayse.last).toContain('Lütfen kontrol ediniz')
}

describe('the form of an activity is asked while applying', () => {
  test('between core and summary, counted with it, and the coordinator reads the answers on the card', async () => {
    await publishes(world, stand())
    const zeynep = await world.coordinator('Zeynep Kaya')
    await reaches(ayse)
    expect(ayse.last).toContain('Barselona Raylı Sistemler Heyeti')
    expect(ayse.last).toMatch(/11\/12/)
    await answersForm()
    expect(ayse.last).toContain('Kaç metrekare? 12')
    // The core has asked it already.
    expect(ayse.last).toContain('Göreviniz? Export manager')
    await ayse.taps('Başvuruyu gönder')
    ayse.sees('BCN26-0001')
    zeynep.sees('Neyi göstereceksiniz? Boji')
    await ayse.taps('Başvurumu gör')
    expect(ayse.last).toContain('Stant ister misiniz? Evet, isterim')
    await ayse.writes('/forms')
    expect(ayse.last).not.toContain('Stand')
    expect(await told()).toEqual(['submitted'])
    expect(world.complaints).toEqual([])
  })

  test('back from its first question leads into the core, and a line is changed from the summary', async () => {
    await publishes(world, stand())
    await reaches(ayse)
    expect(ayse.last).toContain('Stant ister misiniz?')
    await ayse.taps('Geri')
    expect(ayse.last).toContain('Kimlerle görüşmek')
    await ayse.taps('Atla')
    await ayse.taps('Evet, isterim')
    await ayse.taps('Geri')
    expect(ayse.last).toContain('Stant ister misiniz?')
    await ayse.taps('Evet, isterim')
    await ayse.writes('12')
    await ayse.writes('Boji')
    await ayse.taps('Stant ister misiniz?')
    await ayse.taps('Hayır, istemem')
    expect(ayse.last).toContain('Lütfen kontrol ediniz')
    expect(ayse.last).not.toContain('metrekare')
    await ayse.taps('Stant ister misiniz?')
    await ayse.taps('Evet, isterim')
    // The answer that applied before comes back with the question.
    expect(ayse.last).toContain('Kaç metrekare? 12')
    await ayse.taps('Neyi göstereceksiniz?')
    await ayse.taps('Geri')
    expect(ayse.last).toContain('Lütfen kontrol ediniz')
    await ayse.taps('Görev')
    await ayse.writes('Satış')
    expect(ayse.last).toContain('Lütfen kontrol ediniz')
  })

  test.each([
    ['paused and resumed', () => pausesAndResumes()],
    ['deployed anew', () => world.deploys()],
    ['by another command', () => ayse.writes('/help')],
  ])('%s before each question, it goes on at the same', async (_name, before) => {
    await publishes(world, stand())
    await reaches(ayse)
    await answersForm(before)
    await ayse.taps('Başvuruyu gönder')
    ayse.sees('BCN26-0001')
  })

  test('a new version of the sittings in the middle of it loses nothing', async () => {
    await publishes(world, stand())
    await reaches(ayse)
    let version = 1
    await answersForm(() => world.deploys((version += 1)))
    await ayse.taps('Başvuruyu gönder')
    ayse.sees('BCN26-0001')
  })

  async function pausesAndResumes(): Promise<void> {
    await ayse.writes('/cancel')
    expect(ayse.last).toContain('saklandı')
    await ayse.writes('/trips')
    await ayse.taps('Başvuruya devam et')
  }
})

test('a new version meanwhile: whoever is applying ends on theirs, and the coordinator is told so before', async () => {
  await publishes(world, stand())
  const zeynep = await world.coordinator('Zeynep Kaya', 'en')
  await reaches(ayse)
  await ayse.taps('Evet, isterim')
  const { settings, ...rest } = stand(questions.slice(0, 3))
  await sendsBook(zeynep, 'stand.xlsx', workbookOf({ ...rest, settings: { ...settings, version: '2' } }))
  zeynep.sees('1 person is answering it in an application and finishes on the old version')
  zeynep.doesNotSee('open draft')
  await zeynep.taps('Publish')
  await ayse.writes('12')
  await ayse.writes('Boji')
  await ayse.taps('Başvuruyu gönder')
  ayse.sees('BCN26-0001')
})

test('old buttons of the form are old, and those of somebody else do nothing', async () => {
  await publishes(world, stand())
  await reaches(ayse)
  const first = ayse.holds('Evet, isterim')
  await ayse.taps('Evet, isterim')
  expect(await ayse.presses(first)).toContain('yanıtlandı')
  expect(ayse.last).toContain('Kaç metrekare?')
  await ayse.writes('çok')
  expect(ayse.last).toContain('⚠️')
  expect(ayse.last).toContain('Kaç metrekare?')
})

test('somebody known answers what is new only', async () => {
  await applies(ayse)
  await publishes(world, stand(), (await delegation(world, { code: 'LYON27' })).id)
  await ayse.starts('t_LYON27')
  await ayse.taps('Başvur')
  await ayse.taps('Hayır')
  await ayse.taps('Atla')
  expect(ayse.last).toContain('Stant ister misiniz?')
  await ayse.taps('Hayır, istemem')
  // The position is known: it is not asked, and can be changed.
  expect(ayse.last).toContain('Neyi göstereceksiniz?')
  await ayse.writes('Boji')
  expect(ayse.last).toContain('Göreviniz? Export manager')
  await ayse.taps('Başvuruyu gönder')
  ayse.sees('LYON27-0001')
})

test('withdrawn with the application, discarded with its draft, and asked anew', async () => {
  await publishes(world, stand())
  await reaches(ayse)
  await answersForm()
  await ayse.taps('Başvuruyu sil')
  await ayse.taps('Başvuruyu sil')
  expect(await told()).toEqual([])
  await reaches(ayse, undefined, { of: steps.slice(1) })
  await answersForm()
  await ayse.taps('Başvuruyu gönder')
  await ayse.starts('t_BCN26')
  await ayse.taps('geri çek')
  await ayse.taps('geri çek')
  expect(await told()).toEqual(['withdrawn'])
  await begins(ayse)
  await ayse.taps('Hayır')
  await ayse.taps('Atla')
  expect(ayse.last).toContain('Stant ister misiniz?')
})

test('published while somebody applies it is asked; closed it is not', async () => {
  await reaches(ayse, 'interpreter')
  const { questionnaire } = await publishes(world, stand())
  await ayse.taps('Hayır')
  await ayse.taps('Atla')
  expect(ayse.last).toContain('Stant ister misiniz?')
  await world.house.database.query(`update questionnaires set state = 'closed' where id = $1`, [
    questionnaire.id,
  ])
  await ayse.writes('/trips')
  expect(ayse.last).not.toContain('Stant')
  await ayse.taps('Başvuruya devam et')
  expect(ayse.last).toContain('Lütfen kontrol ediniz')
  await ayse.taps('Başvuruyu gönder')
  ayse.sees('BCN26-0001')
})

describe('a form that is closed in the middle of it', () => {
  const closes = () =>
    world.house.database.query(`update questionnaires set closes_at = $1`, [
      world.clock.now().subtract({ minutes: 1 }).toString(),
    ])

  test('goes with the application as far as it was answered, which everybody is told', async () => {
    await publishes(world, stand())
    const zeynep = await world.coordinator('Zeynep Kaya')
    await reaches(ayse)
    await ayse.taps('Evet, isterim')
    const held = ayse.holds('Geri')
    await closes()
    await ayse.writes('12')
    expect(ayse.last).toContain('“Stand” soruları bu arada kapatıldı')
    expect(ayse.last).toContain('Stant ister misiniz? Evet, isterim')
    expect(ayse.last).not.toContain('Neyi göstereceksiniz?')
    await ayse.presses(held)
    expect(ayse.last).toContain('Lütfen kontrol ediniz')
    await ayse.taps('Başvuruyu gönder')
    ayse.sees('BCN26-0001')
    zeynep.sees('“Stand” tamamı yanıtlanmadan kapatıldı')
    zeynep.sees('Stant ister misiniz? Evet, isterim')
    expect(await told()).toEqual(['withdrawn'])
    await ayse.taps('Başvurumu gör')
    expect(ayse.last).toContain('Stant ister misiniz? Evet, isterim')
    expect(world.complaints).toEqual([])
  })

  test('counts where everything had been answered by then', async () => {
    await publishes(world, stand())
    await reaches(ayse)
    await answersForm()
    await closes()
    await ayse.taps('Başvuruyu gönder')
    expect(ayse.last).toContain('“Stand” soruları bu arada kapatıldı')
    await ayse.taps('Başvuruyu gönder')
    ayse.sees('BCN26-0001')
    expect(await told()).toEqual(['submitted'])
    expect(await world.house.database.query('select number from responses', [])).toEqual([{ number: 1 }])
  })

  test('of which nothing was answered leaves nothing, and its old buttons lead on', async () => {
    await publishes(world, stand([questions[0], questions[3]].filter((one) => one !== undefined)))
    await reaches(ayse)
    expect(ayse.last).toContain('Stant ister misiniz?')
    await closes()
    await ayse.taps('Evet, isterim')
    expect(ayse.last).toContain('Lütfen kontrol ediniz')
    expect(ayse.last).not.toContain('kapatıldı')
    await ayse.taps('Başvuruyu gönder')
    ayse.sees('BCN26-0001')
    expect(await told()).toEqual([])
  })

  test('another form of the workbook takes its place', async () => {
    await publishes(world, stand())
    await publishes(world, {
      ...stand([asks('text', 'plans', 'Planınız?', 'Your plan?', { required: 'yes' })]),
      settings: { form_id: 'plans', form_title: 'Plans', heyet_purpose: 'application' },
    })
    await reaches(ayse)
    await ayse.taps('Evet, isterim')
    await world.house.database.query(
      `update activities set details = jsonb_set(details, '{applicationForm}', '"plans"')`,
      [],
    )
    await ayse.writes('/trips')
    await ayse.taps('Başvuruya devam et')
    expect(ayse.last).toContain('Planınız?')
    await ayse.writes('İhracat')
    expect(ayse.last).toContain('Lütfen kontrol ediniz')
    await ayse.taps('Başvuruyu gönder')
    ayse.sees('BCN26-0001')
    expect((await told()).toSorted()).toEqual(['submitted', 'withdrawn'])
  })
})

test('for a colleague it is the colleague’s, and goes over with the application', async () => {
  await publishes(world, stand())
  await applyingFor(ayse)
  expect(await told()).toEqual(['submitted', 'submitted'])
})

test('a picture is taken as an answer, and a paper is no answer to a question of the core', async () => {
  await publishes(
    world,
    stand([asks('image', 'photo', 'Ürününüzün fotoğrafı?', 'A photo?', { required: 'yes' })]),
  )
  await reaches(ayse)
  expect(ayse.last).toContain('Ürününüzün fotoğrafı?')
  await sendsPhoto(ayse)
  expect(ayse.last).toContain('Lütfen kontrol ediniz')
})

/** Somebody whose firm has confirmed them applies, and then for a colleague. */
async function applyingFor(person: Person): Promise<void> {
  const zeynep = await world.coordinator('Zeynep Kaya')
  await reaches(person)
  await answersForm()
  await person.taps('Başvuruyu gönder')
  await zeynep.taps('Firmadan olduğunu onayla')
  await person.starts('t_BCN26')
  await person.taps('Çalışma arkadaşım için başvur')
  for (const step of steps.filter(({ name }) =>
    ['name', 'passport', 'position', 'phone', 'email'].includes(name),
  ))
    if (step.name === 'name') await person.writes('Mehmet Demir')
    else if (step.name === 'phone') await person.writes('0533 111 22 33')
    else await step.answer(person, phrases.tr)
  for (const step of steps.slice(-4)) await step.answer(person, phrases.tr)
  await answersForm()
  await person.taps('Başvuruyu gönder')
}

const told = async (): Promise<string[]> => {
  const rows = await world.house.database.query<{ state: string }>(
    `select r.state from responses r join applications a on a.id = r.application_id
     and a.person_id = r.person_id and a.activity_id = r.activity_id order by r.id`,
    [],
  )
  return rows.map(({ state }) => state)
}
