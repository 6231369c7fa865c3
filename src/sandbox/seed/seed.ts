import type { House } from '../../house.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Telegram } from '../telegram.ts'
import { exampleActivityWorkbook } from './barcelona.ts'
import { exampleFirms } from './firms.ts'

/** The people of the sandbox: a coordinator of the chamber and four representatives of firms. */
const people = [
  {
    id: 7001,
    firstName: 'Zeynep',
    lastName: 'Kaya',
    languageCode: 'tr',
    phoneNumber: '+905321112233',
    label: 'Zeynep Kaya',
    role: 'coordinator',
    place: 'Eskişehir',
  },
  {
    id: 7002,
    firstName: 'Ayşe',
    lastName: 'Yılmaz',
    languageCode: 'tr',
    phoneNumber: '+905337654321',
    label: 'Ayşe Yılmaz',
    role: 'representative',
    place: 'Eskişehir',
  },
  {
    id: 7003,
    firstName: 'Carlos',
    lastName: 'García López',
    languageCode: 'es',
    phoneNumber: '+34612345678',
    label: 'Carlos García López',
    role: 'representative',
    place: 'Barcelona',
  },
  {
    id: 7004,
    firstName: 'Claire',
    lastName: 'Martin',
    languageCode: 'fr',
    phoneNumber: '+33612345678',
    label: 'Claire Martin',
    role: 'representative',
    place: 'Lyon',
  },
  {
    id: 7005,
    firstName: 'Emma',
    lastName: 'Wilson',
    languageCode: 'en',
    phoneNumber: '+447400123456',
    label: 'Emma Wilson',
    role: 'representative',
    place: 'Sivas',
  },
] as const

/** The chamber of the sandbox; its addresses lead nowhere. */
const exampleController = {
  name: {
    tr: 'Eskişehir Sanayi Odası (örnek)',
    en: 'Eskişehir Chamber of Industry (example)',
    es: 'Cámara de Industria de Eskişehir (ejemplo)',
    fr: 'Chambre d’industrie d’Eskişehir (exemple)',
  },
  address: 'Organize Sanayi Bölgesi, 26110 Eskişehir, Türkiye',
  contactEmail: 'kvkk@example.org',
  contactPhone: '+902220000000',
}

/** Puts the phones on the table, unless a visitor has done so before. */
export function seedPhones(telegram: Telegram): void {
  if (telegram.phones().length > 0) return
  for (const person of people) telegram.openPhone(person)
}

/** The coordinator is at her desk already, so that what representatives send has somewhere to arrive. */
export function openDesk(telegram: Telegram): void {
  const desk = telegram.phone(people[0].id)
  const { started, deleted } = desk.state()
  if (!started && !deleted) desk.start({})
}

/** A delegation that is always open, its forms, firms to find, and the coordinator in place; only into an empty database. */
export async function seedDatabase({ database, rooms, door }: House, clock: Clock): Promise<void> {
  if (await rooms.people.roles.hasOwner()) return
  await database.transaction(async () => {
    const [zeynep] = people
    const personId = await rooms.people.persons.create({
      givenNames: zeynep.firstName,
      surname: zeynep.lastName,
    })
    await door.accounts.introduce({
      userId: zeynep.id,
      personId,
      language: 'tr',
      firstName: zeynep.firstName,
      lastName: zeynep.lastName,
    })
    await rooms.people.roles.grant(personId, 'owner', null)
    await rooms.people.controllers.update(exampleController)
    for (const firm of exampleFirms) await rooms.people.firms.create(firm)
    await rooms.activities.publish(exampleActivityWorkbook({ startsOn: firstDay(clock) }), personId)
    await rooms.questionnaires.publishFinished(personId)
  })
}

/** A Tuesday about six weeks ahead, as in the real project. */
function firstDay(clock: Clock): Temporal.PlainDate {
  const inSixWeeks = clock.now().toZonedDateTimeISO('Europe/Istanbul').toPlainDate().add({ days: 42 })
  return inSixWeeks.add({ days: (9 - inSixWeeks.dayOfWeek) % 7 })
}
