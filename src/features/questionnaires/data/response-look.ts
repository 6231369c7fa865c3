import { eq, sql } from 'drizzle-orm'
import type { Clock } from '../../../platform/clock.ts'
import type { Database } from '../../../platform/database.ts'
import { activities } from '../../activities/data/tables.ts'
import { firms, persons } from '../../people/data/tables.ts'
import { displayName } from '../../people/index.ts'
import type { KnownProfile } from '../domain/known-profile.ts'
import type { Handed } from '../domain/handed.ts'
import type { FormerAnswers, Sources } from '../domain/proposal.ts'
import type { Answers } from '../domain/session/session.ts'
import type { JourneyWords } from './journey-words.ts'
import type { QuestionnaireStore } from './questionnaire-store.ts'
import type { ResponseStore } from './response-store.ts'
import { answers, responses } from './response-tables.ts'
import { questionnaires } from './tables.ts'
import { tripFacts } from './trip-facts.ts'

export interface ResponseLookNeeds {
  database: Pick<Database, 'lookups' | 'remember'>
  questionnaires: QuestionnaireStore
  responses: ResponseStore
  clock: Clock
  words: Pick<JourneyWords, 'openEach'>
}

export type ResponseLook = ReturnType<typeof responseLook>

/**
 * Reads a response with all its answers, its questionnaire and what is known of whoever fills it in, in one statement, however
 * long the form is. Whoever asks the stores for them finds them in the transaction's memory.
 */
export function responseLook({ database, clock, words, ...stores }: ResponseLookNeeds) {
  const given = database.lookups
    .select({ all: sql<Answers | null>`jsonb_object_agg(${answers.path}, ${answers.value})` })
    .from(answers)
    .where(eq(answers.responseId, responses.id))
  // The sections of a firm's draft that colleagues were asked for, the last of each last.
  const handed = sql<Handed[] | null>`(
    select jsonb_agg(jsonb_build_object('section', l.section,
      'state', case when l.is_answered then 'answered' else 'waiting' end,
      'name', coalesce((select concat_ws(' ', p.given_names, p.surname) from persons p where p.id = l.used_by), ''))
      order by l.id)
    from section_links l where ${responses.firmId} is not null and l.response_id = ${responses.id}
      and (l.is_answered or (l.ended_at is null
        and (l.used_by is not null or l.expires_at > ${sql.placeholder('now')}::timestamptz))))`
  // Of the round before, where there is one: each answer is proposed, none is taken over.
  const former = sql<FormerAnswers | null>`(
    select jsonb_build_object('on', to_char(f.submitted_at at time zone 'UTC', 'YYYY-MM-DD'), 'answers',
      (select jsonb_object_agg(a.path, a.value) from answers a where a.response_id = f.id))
    from responses f where ${responses.round} > 1 and f.questionnaire_id = ${responses.questionnaireId}
      and f.round < ${responses.round} and f.state = 'submitted' and not f.is_test and not ${responses.isTest}
      and f.firm_id is not distinct from ${responses.firmId}
      and (f.firm_id is not null or f.person_id = ${responses.personId})
    order by f.round desc, f.id desc limit 1)`
  const statement = database.lookups
    .select({
      response: responses,
      questionnaire: questionnaires,
      person: persons,
      firm: firms,
      answers: sql<Answers | null>`(${given})`,
      former,
      handed,
      trip: {
        ...{ code: activities.code, title: activities.title, city: activities.city },
        ...{ country: activities.country, startsOn: activities.startsOn, endsOn: activities.endsOn },
        workingLanguage: activities.workingLanguage,
      },
    })
    .from(responses)
    .innerJoin(questionnaires, eq(questionnaires.id, responses.questionnaireId))
    .leftJoin(persons, eq(persons.id, responses.personId))
    .leftJoin(firms, eq(firms.id, responses.firmId))
    .leftJoin(activities, eq(activities.id, responses.activityId))
    .where(eq(responses.id, sql.placeholder('id')))
    .prepare('look_at_response')

  /** Resolves with what is known of whoever fills it in; `undefined` when there is no such response. */
  return (id: number): Promise<Looked | undefined> =>
    database.remember(`look at response ${id}`, async () => {
      const [found] = await statement.execute({ id, now: clock.now().toString() })
      if (!found) return undefined
      stores.responses.keepInMind(found.response, found.answers ?? {})
      stores.questionnaires.keepInMind(found.questionnaire)
      const { person, firm, trip, former: before } = found
      return {
        zone: person?.homeZone ?? null,
        handed: found.handed ?? [],
        whose: firm?.name ?? (person ? displayName(person) : ''),
        known: { ...knownOf(person, firm), ...tripFacts(trip) },
        knownOn: knownOn(person, firm),
        former: before?.answers ? { ...before, answers: words.openEach(before.answers) } : undefined,
      }
    })
}

/** What a look finds besides the response. */
interface Looked extends Sources {
  zone: string | null
  handed: readonly Handed[]
  /** The firm or person whose it is, by name. */
  whose: string
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

/** Under the same names, the day on which each was told or confirmed last. */
function knownOn(person: PersonRow | null, firm: FirmRow | null): Record<string, string | undefined> {
  const days = { ...prefixed('firm', firm?.factsAt), ...prefixed('person', person?.factsAt) }
  return Object.fromEntries(Object.entries(days).map(([name, day]) => [nameOfColumn[name] ?? name, day]))
}

const prefixed = (whose: string, days: Record<string, string> | null | undefined): Record<string, string> =>
  Object.fromEntries(Object.entries(days ?? {}).map(([name, day]) => [`${whose}.${name}`, day]))

/** Names of columns that `heyet_profile` writes otherwise. */
const nameOfColumn: Readonly<Record<string, string>> = {
  'firm.taxNumber': 'firm.tax_no',
  'firm.registerNumber': 'firm.register_no',
  'firm.contactName': 'firm.contact_name',
  'firm.contactPhone': 'firm.contact_phone',
  'firm.contactEmail': 'firm.contact_email',
  'person.givenNames': 'person.given_names',
  'person.passportGivenNames': 'person.passport_given_names',
  'person.passportSurname': 'person.passport_surname',
  'person.spokenLanguages': 'person.languages',
}
