import {
  readCluster,
  readEmail,
  readPosition,
  type NewFirm,
  type People,
  type Person,
} from '../../people/index.ts'
import { DomainError } from '../../../shared/domain-error.ts'
import { cleanLine } from '../../../shared/clean-text.ts'

export interface KeepProfileNeeds {
  people: Pick<People, 'persons' | 'firms'>
}

type Told = Readonly<Record<string, string>>

const longest = 200

/**
 * What somebody has said of themselves or of their firm need not be asked again. Names, phones and tax numbers are changed
 * where they are confirmed, not here.
 */
export function keepProfile({ people }: KeepProfileNeeds) {
  return async (told: Told, personId: number | null, firmId: number | null): Promise<void> => {
    const person = personChanges(told)
    if (personId !== null && Object.keys(person).length > 0) await people.persons.update(personId, person)
    const firm = firmChanges(told)
    if (firmId !== null && Object.keys(firm).length > 0) await people.firms.update(firmId, firm)
  }
}

/** What does not read as what it should be is not kept; the answer stays as it is. */
function ifReads<Value>(text: string | undefined, read: (text: string) => Value): Value | undefined {
  if (text === undefined) return undefined
  try {
    return read(text)
  } catch (error) {
    if (error instanceof DomainError) return undefined
    throw error
  }
}

const personChanges = (told: Told): Partial<Omit<Person, 'id'>> =>
  withoutGaps({
    position: ifReads(told['person.position'], readPosition),
    email: ifReads(told['person.email'], (text) => readEmail(text).address),
  })

function firmChanges(told: Told): Partial<NewFirm> {
  const employees = Number(told['firm.employees'])
  const text = (name: string) => {
    const written = cleanLine(told[`firm.${name}`] ?? '')
    return written !== '' && written.length <= longest ? written : undefined
  }
  return withoutGaps({
    city: text('city'),
    cluster: ifReads(told['firm.cluster'], readCluster),
    nace: text('nace'),
    registerNumber: text('register_no'),
    contactName: text('contact_name'),
    contactPhone: text('contact_phone'),
    contactEmail: text('contact_email'),
    employees: Number.isInteger(employees) && employees > 0 ? employees : undefined,
  })
}

type Whole<Values> = { [Name in keyof Values]?: Exclude<Values[Name], undefined> }

const withoutGaps = <Values extends object>(values: Values): Whole<Values> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Whole<Values>
