import type { KeyRing } from '../../../platform/crypto.ts'
import type { Database } from '../../../platform/database.ts'
import { sealsClear } from '../../../platform/seal-clear.ts'
import { isInClear, sealedWords, type SealedWords } from '../../../platform/sealed-words.ts'
import type { Sweep } from '../../../platform/sweep.ts'
import type { QuestionnaireStore } from './questionnaire-store.ts'

/** The name of a file that is an answer: it says nothing, and files are looked for by it. */
const isFile = /^file:\d+(:|$)/

export type JourneyWords = ReturnType<typeof journeyWords>

/**
 * What is told in a form for a journey is sealed, answer by answer, wherever it stands: as an answer, half answered, worked
 * out or set aside; of a form that only a workbook names for it, by the night's clean-up. Everything else stays in clear.
 */
export function journeyWords(
  keys: Pick<KeyRing, 'seal' | 'open'>,
  questionnaires: Pick<QuestionnaireStore, 'read'>,
) {
  const words = sealedWords(keys, 'answers.value')
  const seal = (value: string) => (isFile.test(value) ? value : words.seal(value))
  const sealing = {
    seal,
    sealEach: (values: Readonly<Record<string, string>>) =>
      Object.fromEntries(Object.entries(values).map(([path, value]) => [path, seal(value)])),
  }
  return {
    open: words.open,
    openEach: words.openEach,
    ...sealing,
    /** How the answers to a questionnaire are kept. */
    async of(questionnaireId: number): Promise<Pick<SealedWords, 'seal' | 'sealEach'>> {
      const isForJourney = (await questionnaires.read(questionnaireId))?.purpose === 'logistics'
      return isForJourney ? sealing : { seal: (value) => value, sealEach: (values) => ({ ...values }) }
    },
  }
}

/** Values that are sealed in one transaction. */
const portion = 500

/** By what the form says of itself, or by what a workbook has named it: that is known only where it is looked up. */
const ofJourneys = `join questionnaires q on q.id = r.questionnaire_id and not q.is_anonymous
  and (q.purpose = 'logistics' or exists (select 1 from questionnaire_activities f
    where f.questionnaire_id = q.id and f.activity_id = r.activity_id and f.role = 'logistics'))`

/**
 * Seals what a former version, a form that has changed its purpose, or one that only a workbook names has left in clear; a
 * portion in a transaction.
 */
export function sealWhatIsClear(
  { query }: Pick<Database, 'query'>,
  { seal, sealEach }: JourneyWords,
): Sweep[] {
  async function answers(): Promise<boolean> {
    const rows = await query<{ id: string; path: string; value: string }>(
      `select a.response_id::text as id, a.path, a.value from answers a join responses r on r.id = a.response_id ${ofJourneys}
       where ${isInClear('a.value')} and a.value !~ '^file:[0-9]+(:|$)' limit ${portion} for update of a skip locked`,
      [],
    )
    if (rows.length > 0)
      await query(
        `update answers a set value = s.value from jsonb_to_recordset($1::jsonb) as s(id bigint, path text, value text)
         where a.response_id = s.id and a.path = s.path`,
        [JSON.stringify(rows.map((row) => ({ ...row, value: seal(row.value) })))],
      )
    return rows.length === portion
  }

  async function workedOut(): Promise<boolean> {
    const hasClear = (column: string) =>
      `exists (select 1 from jsonb_each_text(r.${column}) where ${isInClear('value')} and value !~ '^file:[0-9]+(:|$)')`
    const rows = await query<{
      id: string
      pending: string | null
      calculated: Record<string, string> | null
      aside: Record<string, string> | null
    }>(
      `select r.id::text as id, r.pending, r.calculated, r.set_aside as aside from responses r ${ofJourneys}
       where ${isInClear('r.pending')} or ${hasClear('calculated')} or ${hasClear('set_aside')}
       limit ${portion} for update of r skip locked`,
      [],
    )
    const each = (values: Record<string, string> | null) => values && sealEach(values)
    if (rows.length > 0)
      await query(
        `update responses r set pending = s.pending, calculated = s.calculated, set_aside = s.aside
         from jsonb_to_recordset($1::jsonb) as s(id bigint, pending text, calculated jsonb, aside jsonb) where r.id = s.id`,
        [
          JSON.stringify(
            rows.map(({ id, pending, calculated, aside }) => ({
              ...{ id, pending: pending === null ? null : seal(pending) },
              ...{ calculated: each(calculated), aside: each(aside) },
            })),
          ),
        ],
      )
    return rows.length === portion
  }

  return [answers, workedOut, sealsClear({ query }, { table: 'response_files', column: 'name' }, { seal })]
}
