import { exampleActivityWorkbook } from '../../../src/sandbox/seed/barcelona.ts'
import { exampleFirms } from '../../../src/sandbox/seed/firms.ts'
import { languageNames } from '../../../src/shared/localized-text.ts'
import { delegation } from '../delegation.ts'
import { publishes, type SmallForm } from '../forms.ts'
import { wildForm } from '../wild-form.ts'
import type { World } from '../world.ts'
import { firstDay, type Role, type Who } from './roles.ts'

const inEach = (column: string, text: string) =>
  Object.fromEntries(
    Object.entries(languageNames).map(([one, name]) => [`${column}::${name} (${one})`, text]),
  )

/** One question, so that there are results. */
const yesForm: SmallForm = {
  survey: [{ type: 'select_one yn', name: 'fairs', ...inEach('label', 'B2B?') }],
  choices: ['y', 'n'].map((name) => ({ list_name: 'yn', name, ...inEach('label', name.toUpperCase()) })),
  settings: { form_id: 'yes', ...inEach('form_title', 'Yes No') },
}

const titleOf = (name: string) => ({ tr: `${name} tr`, en: `${name} en`, es: `${name} es`, fr: `${name} fr` })

/** The example delegation with its forms, another one, a training, and whoever runs them; the number of the first. */
export async function opensHouse(world: World, who: Who): Promise<number> {
  const { rooms, database } = world.house
  const joins = async (
    role: Role,
    as: 'owner' | 'coordinator' | 'partner' | 'staff',
    code: string | null,
  ) => {
    const token = await database.transaction(() => rooms.people.giving.invite(as, code))
    await who[role].starts(`c_${token}`)
  }
  await joins('owner', 'owner', null)
  const startsOn = Temporal.PlainDate.from(firstDay)
  await database.transaction(async () => {
    await rooms.people.controllers.update({
      name: { tr: 'Sanayi Odası', en: 'Chamber', es: 'Cámara', fr: 'Chambre' },
      address: 'Organize Sanayi Bölgesi, 26110 Eskişehir',
      contactEmail: 'kvkk@example.org',
      contactPhone: '+902220000000',
    })
    for (const firm of exampleFirms) await rooms.people.firms.create(firm)
    await rooms.activities.publish(exampleActivityWorkbook({ startsOn }), 1)
    await rooms.questionnaires.publishFinished(1)
  })
  await delegation(world, {
    code: 'LYS27',
    description: {},
    title: titleOf('Lyon'),
    startsOn: Temporal.PlainDate.from('2027-02-10'),
    endsOn: Temporal.PlainDate.from('2027-02-12'),
  })
  await delegation(world, {
    code: 'EGT-1',
    description: {},
    kind: 'training',
    title: titleOf('EGT'),
    approval: 'automatic',
    capacity: 3,
  })
  await publishes(world, wildForm(1))
  await publishes(world, yesForm)
  await joins('coordinator', 'coordinator', null)
  await joins('partner', 'partner', 'BCN-RAIL')
  await joins('elsewhere', 'coordinator', 'LYS27')
  await joins('staff', 'staff', 'BCN-RAIL')
  const [row] = await database.query<{ id: number }>(
    `select id::int from activities where code = 'BCN-RAIL'`,
    [],
  )
  return row?.id ?? 0
}
