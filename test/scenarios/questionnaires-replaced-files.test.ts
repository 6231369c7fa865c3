import { afterEach, beforeEach, expect, test } from 'vitest'
import { sealedWords } from '../../src/platform/sealed-words.ts'
import { asks, choice, publishes, sends, sendsPhoto } from '../support/forms.ts'
import type { Person } from '../support/person.ts'
import { tablesWith } from '../support/search-database.ts'
import { testKeys } from '../support/test-keys.ts'
import { openWorld, type World } from '../support/world.ts'

let world: World
let emma: Person
beforeEach(async () => {
  world = await openWorld()
  emma = world.person('Emma Wilson', 'en')
  await publishes(world, {
    survey: [
      asks('select_one yn', 'has', 'Var mı?', 'Is there one?'),
      asks('image', 'stand', 'Fotoğraf?', 'A picture?', { relevant: "${has} = 'yes'" }),
      asks('file', 'catalogue', 'Katalog?', 'Your catalogue?'),
    ],
    choices: [choice('yn', 'yes', 'Evet', 'Yes'), choice('yn', 'no', 'Hayır', 'No')],
    settings: { form_id: 'stand', form_title: 'Stand' },
  })
})
afterEach(() => world.close())

/** The files that are kept, the names opened: a name may say where somebody travels. */
const files = async () => {
  const rows = await world.house.database.query<{ name: string | null; fileId: string }>(
    'select name, file_id as "fileId" from response_files order by id',
    [],
  )
  const { open } = sealedWords(testKeys('a'), 'answers.value')
  return rows.map(({ name, fileId }) => ({ name: open(name), fileId }))
}

/** Opens what was handed in and answers one of its questions anew. */
async function changes(question: string, answer: () => Promise<unknown>): Promise<void> {
  await emma.starts('q_stand')
  await emma.taps('Look at the answers')
  await emma.taps(question)
  await answer()
  await emma.taps('Submit')
}

test('a file that another has taken the place of is kept nowhere', async () => {
  await emma.starts('q_stand')
  await emma.taps('Yes')
  await sendsPhoto(emma)
  await sends(emma, 'document', 'first.pdf', 'application/pdf')
  await emma.taps('3')
  await sends(emma, 'document', 'second.pdf', 'application/pdf')
  await emma.taps('Submit')
  await world.settle()
  expect((await files()).map(({ name }) => name)).toEqual([null, 'second.pdf'])

  await changes('3', () => sends(emma, 'document', 'third.pdf', 'application/pdf'))
  await world.settle()
  expect((await files()).map(({ name }) => name)).toEqual([null, 'third.pdf'])

  const [{ fileId = '' } = {}] = await files()
  await changes('1', () => emma.taps('No'))
  await world.settle()
  expect((await files()).map(({ name }) => name)).toEqual(['third.pdf'])
  expect(await tablesWith(world, fileId)).toEqual([])
})
