import { eq, sql } from 'drizzle-orm'
import type { Database } from '../../../platform/database.ts'
import { firms, persons } from '../../people/data/tables.ts'
import type { KnownProfile } from '../domain/known-profile.ts'
import type { Answers } from '../domain/session/session.ts'
import type { QuestionnaireStore } from './questionnaire-store.ts'
import type { ResponseStore } from './response-store.ts'
import { answers, responses } from './response-tables.ts'
import { questionnaires } from './tables.ts'

export interface ResponseLookNeeds {
  database: Pick<Database, 'lookups' | 'remember'>
  questionnaires: QuestionnaireStore
  responses: ResponseStore
}

export type LookAtResponse = ReturnType<typeof responseLook>

/**
 * Reads a response with all its answers, its questionnaire and what is known of whoever fills it in, in one statement, however
 * long the form is. Whoever asks the stores for them finds them in the transaction's memory.
 */
export function responseLook({ database, ...stores }: ResponseLookNeeds) {
  const given = database.lookups
    .select({ all: sql<Answers | null>`jsonb_object_agg(${answers.path}, ${answers.value})` })
    .from(answers)
    .where(eq(answers.responseId, responses.id))
  const statement = database.lookups
    .select({
      response: responses,
      questionnaire: questionnaires,
      person: persons,
      firm: firms,
      answers: sql<Answers | null>`(${given})`,
    })
    .from(responses)
    .innerJoin(questionnaires, eq(questionnaires.id, responses.questionnaireId))
    .leftJoin(persons, eq(persons.id, responses.personId))
    .leftJoin(firms, eq(firms.id, responses.firmId))
    .where(eq(responses.id, sql.placeholder('id')))
    .prepare('look_at_response')

  /** Resolves with what is known of whoever fills it in; `undefined` when there is no such response. */
  return (id: number): Promise<{ zone: string | null; known: KnownProfile } | undefined> =>
    database.remember(`look at response ${id}`, async () => {
      const [found] = await statement.execute({ id })
      if (!found) return undefined
      stores.responses.keepInMind(found.response, found.answers ?? {})
      stores.questionnaires.keepInMind(found.questionnaire)
      return { zone: found.person?.homeZone ?? null, known: knownOf(found.person, found.firm) }
    })
}

type PersonRow = typeof persons.$inferSelect
type FirmRow = typeof firms.$inferSelect

/** Under the names that a column `heyet_profile` has. */
const knownOf = (person: PersonRow | null, firm: FirmRow | null): KnownProfile => ({
  'firm.name': firm?.name,
  'firm.country': firm?.country,
  'firm.city': firm?.city,
  'firm.cluster': firm?.cluster,
  'firm.tax_no': firm?.taxNumber,
  'firm.register_no': firm?.registerNumber,
  'firm.nace': firm?.nace,
  'firm.employees': firm?.employees,
  'firm.contact_name': firm?.contactName,
  'firm.contact_phone': firm?.contactPhone,
  'firm.contact_email': firm?.contactEmail,
  'person.given_names': person?.givenNames,
  'person.surname': person?.surname,
  'person.passport_given_names': person?.passportGivenNames,
  'person.passport_surname': person?.passportSurname,
  'person.position': person?.position,
  'person.phone': person?.phone,
  'person.email': person?.email,
  'person.languages': person?.spokenLanguages?.join(' '),
})
