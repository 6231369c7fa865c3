import type { Database } from '../../../platform/database.ts'
import { isInGroup } from '../../../shared/groups.ts'
import { audienceStates, type Audience, type AudienceState, type GivenAnswer } from '../domain/audience.ts'
import { firstPhone } from './first-phone.ts'
import { applying, inSql, standingStates } from '../../activities/index.ts'

/** A query of `person_id`, each once, with parameters that follow the `first` ones of the statement it stands in. */
export interface AudienceQuery {
  text: string
  parameters: unknown[]
}

export type AudienceQueries = ReturnType<typeof audienceQueries>

export interface AudienceQueriesNeeds {
  database: Pick<Database, 'query'>
  /** Who is not there yet, of a roll-call. */
  missingFrom(itemId: number): Promise<number[]>
  /** Who lacks one of these documents. */
  peopleWithout(activityId: number, codes: readonly string[]): Promise<number[]>
  /** An answer as it was given: those to forms for a journey are kept sealed. */
  openAnswer(kept: string): string
}

/** How groups and buses are written of whom one of the names of a group means. */
interface Meant {
  groups: string[]
  buses: string[]
}

/** Turns an audience into the query of whom it means now. */
export function audienceQueries({ database, missingFrom, peopleWithout, openAnswer }: AudienceQueriesNeeds) {
  /** People write groups as they like; the rows are asked which of their spellings are meant. */
  async function meantBy(activityId: number | null, names: readonly string[]): Promise<Meant> {
    if (names.length === 0 || activityId === null) return { groups: [], buses: [] }
    const rows = await database.query<{ bus: string | null; group: string | null }>(
      `select distinct d.bus, g as "group" from participant_details d
         join applications a on a.id = d.application_id left join lateral unnest(d.groups) g on true
       where a.activity_id = $1`,
      [activityId],
    )
    const isMeant = (one: { groups: string[]; bus: string | null }) =>
      names.some((name) => isInGroup(one, name))
    return {
      groups: [...new Set(rows.flatMap(({ group }) => group ?? []))].filter((group) =>
        isMeant({ groups: [group], bus: null }),
      ),
      buses: [...new Set(rows.flatMap(({ bus }) => bus ?? []))].filter((bus) => isMeant({ groups: [], bus })),
    }
  }

  /** The responses in which it was answered so, of those whose answers are kept sealed: no statement can look into them. */
  async function sealedAnswers({ questionnaireId, question, value }: GivenAnswer): Promise<number[]> {
    const rows = await database.query<{ id: number; kept: string }>(
      `select r.id::int as id, v.value as kept from responses r join answers v on v.response_id = r.id
       where r.questionnaire_id = $1::bigint and r.state = 'submitted' and v.path = $2 and left(v.value, 1) = chr(1)`,
      [questionnaireId, question],
    )
    return rows.filter(({ kept }) => openAnswer(kept).split(' ').includes(value)).map(({ id }) => id)
  }

  return async (audience: Audience, first: number): Promise<AudienceQuery> => {
    const { activityId, documentsMissing = [], without } = audience
    const meant = await meantBy(activityId, audience.groups)
    const left = await meantBy(activityId, without.groups)
    const missing = audience.notOnBoard === null ? undefined : await missingFrom(audience.notOnBoard)
    const owing =
      documentsMissing.length === 0
        ? undefined
        : activityId === null
          ? []
          : await peopleWithout(activityId, documentsMissing)
    const sealed = audience.answered ? await sealedAnswers(audience.answered) : []
    const parameters: unknown[] = []
    const given: Given = (value) => `$${first + parameters.push(value)}`
    const conditions = [
      ...ofActivity(audience, meant, left, given),
      ...ofFirms(audience, given),
      ...(audience.languages.length > 0
        ? [`${phoneLanguage} = ${among(audience.languages, 'text', given)}`]
        : []),
      ...(audience.notAnswered === null
        ? []
        : [`not ${hasHandedIn(given(audience.notAnswered), activityId, given)}`]),
      ...(audience.answered ? [hasAnswered(audience.answered, sealed, activityId, given)] : []),
      ...(owing ? [`p.id = ${among(owing, 'bigint', given)}`] : []),
      ...(missing ? [`p.id = ${among(missing, 'bigint', given)}`] : []),
      ...(audience.persons.length > 0 ? [`p.id = ${among(audience.persons, 'bigint', given)}`] : []),
      ...(without.persons.length > 0 ? [`p.id <> all ${list(without.persons, 'bigint', given)}`] : []),
    ]
    const where = conditions.length > 0 ? ` where ${conditions.join(' and ')}` : ''
    return { text: `select p.id as person_id from persons p${where}`, parameters }
  }
}

const statesMeant = (states: readonly AudienceState[]) =>
  states.flatMap((state) => [...standingStates[state]])

type Given = (value: unknown) => string
type Values = readonly (string | number)[]

/** As JSON, because a group's name may have anything in it. */
const list = (values: Values, type: 'text' | 'bigint', given: Given) =>
  `(array(select value::${type} from jsonb_array_elements_text(${given(JSON.stringify(values))}::jsonb)))`

const among = (values: Values, type: 'text' | 'bigint', given: Given) => `any ${list(values, type, given)}`

function ofActivity(audience: Audience, meant: Meant, left: Meant, given: Given): string[] {
  const { activityId, states, groups, without } = audience
  if (activityId === null) return []
  const isIn = ({ groups: names, buses }: Meant) =>
    `coalesce(d.groups && ${list(names, 'text', given)}, false) or coalesce(d.bus = ${among(buses, 'text', given)}, false)`
  const parts = [
    `a.person_id = p.id and a.activity_id = ${given(activityId)}::bigint`,
    `a.state = ${among(statesMeant(states.length > 0 ? states : audienceStates), 'text', given)}`,
    ...(groups.length > 0 ? [`(${isIn(meant)})`] : []),
    ...(without.groups.length > 0 ? [`not (${isIn(left)})`] : []),
  ]
  return [
    `exists (select 1 from applications a left join participant_details d on d.application_id = a.id
       where ${parts.join(' and ')})`,
  ]
}

/** Of a firm is whoever is a member of it, or takes part for it. */
function ofFirms({ activityId, firms, cluster }: Audience, given: Given): string[] {
  if (firms.length === 0 && cluster === null) return []
  const wanted = [
    ...(firms.length > 0 ? [`f.id = ${among(firms, 'bigint', given)}`] : []),
    ...(cluster === null ? [] : [`f.cluster = ${among([cluster, 'both'], 'text', given)}`]),
  ].join(' and ')
  const seat =
    activityId === null
      ? ''
      : ` or exists (select 1 from applications a where a.person_id = p.id and a.firm_id = f.id
            and a.activity_id = ${given(activityId)}::bigint and a.state in (${inSql(applying)}))`
  return [
    `exists (select 1 from firms f where ${wanted} and (exists (select 1 from firm_members m
       where m.firm_id = f.id and m.person_id = p.id and m.state = 'member')${seat}))`,
  ]
}

const phoneLanguage = firstPhone('p.id', 'a.language')

/** A response of theirs, or of a firm of theirs, handed in in the round that runs. */
const handedIn = (questionnaire: string, activityId: number | null, given: Given) =>
  `from responses r join questionnaires q on q.id = r.questionnaire_id and q.round = r.round
     where q.id = ${questionnaire}::bigint and r.state = 'submitted' and not r.is_test
       ${activityId === null ? '' : `and (r.activity_id is null or r.activity_id = ${given(activityId)}::bigint)`}
       and (case when r.firm_id is null then r.person_id = p.id else exists (select 1 from firm_members m
         where m.firm_id = r.firm_id and m.person_id = p.id and m.state = 'member') end)`

const hasHandedIn = (questionnaire: string, activityId: number | null, given: Given) =>
  `exists (select 1 ${handedIn(questionnaire, activityId, given)})`

/** Of several choices one is enough. What was said anonymously stands in no response of anybody. */
const hasAnswered = (
  { questionnaireId, question, value }: GivenAnswer,
  sealed: readonly number[],
  activityId: number | null,
  given: Given,
) =>
  `exists (select 1 ${handedIn(given(questionnaireId), activityId, given)}
     and (${sealed.length > 0 ? `r.id = ${among(sealed, 'bigint', given)} or` : ''}
       exists (select 1 from answers v where v.response_id = r.id and v.path = ${given(question)}
         and ${given(value)} = any (string_to_array(v.value, ' ')))))`
