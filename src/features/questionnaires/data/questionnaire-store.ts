import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import type { Clock } from '../../../platform/clock.ts'
import type { Database } from '../../../platform/database.ts'
import { sweep } from '../../../platform/sweep.ts'
import type { Form } from '../domain/form.ts'
import type { Questionnaire, QuestionnaireState } from '../domain/questionnaire.ts'
import { asQuestionnaire } from './as-questionnaire.ts'
import { questionnaires, questionnaireVersions } from './tables.ts'

export type QuestionnaireStore = ReturnType<typeof questionnaireStore>
export type NewQuestionnaire = Omit<Questionnaire, 'id' | 'versionId' | 'round' | 'shownOf' | 'isOfHouse'>

/** A form that has been published, under its number. */
export interface Version {
  id: number
  questionnaireId: number
  version: string
  form: Form
}

const nameOf = (id: number) => `questionnaire ${id}`

/** How many forms are kept in memory: more than a chamber has open at a time. */
const formsKept = 100

/** Questionnaires and the forms of their versions. */
export function questionnaireStore(
  database: Pick<Database, 'db' | 'query' | 'remember' | 'forget' | 'keepInMind'>,
  clock: Clock,
) {
  const { db, remember, forget, keepInMind } = database
  /** A version never changes, so it is read once in the life of a process. */
  const forms = new Map<number, Form>()

  function keepForm(versionId: number, form: Form): Form {
    const [oldest] = forms.keys()
    if (forms.size >= formsKept && oldest !== undefined) forms.delete(oldest)
    forms.set(versionId, form)
    return form
  }

  return {
    read: (id: number): Promise<Questionnaire | undefined> =>
      remember(nameOf(id), async () => {
        const [row] = await db.select().from(questionnaires).where(eq(questionnaires.id, id))
        return row && asQuestionnaire(row)
      }),

    keepInMind: (row: typeof questionnaires.$inferSelect): void =>
      keepInMind(nameOf(row.id), asQuestionnaire(row)),

    async byFormId(formId: string): Promise<Questionnaire | undefined> {
      const [row] = await db
        .select()
        .from(questionnaires)
        .where(eq(sql`lower(${questionnaires.formId})`, formId.toLowerCase()))
      return row && asQuestionnaire(row)
    },

    async inState(states: readonly QuestionnaireState[]): Promise<Questionnaire[]> {
      const rows = await db
        .select()
        .from(questionnaires)
        .where(inArray(questionnaires.state, [...states]))
        .orderBy(asc(questionnaires.closesAt), asc(questionnaires.id))
        .limit(200)
      return rows.map(asQuestionnaire)
    },

    /** The form of a version. */
    async form(versionId: number): Promise<Form> {
      const known = forms.get(versionId)
      if (known) return known
      const [row] = await db
        .select({ form: questionnaireVersions.form })
        .from(questionnaireVersions)
        .where(eq(questionnaireVersions.id, versionId))
      if (!row) throw new Error('a version without a form')
      return keepForm(versionId, row.form)
    },

    async version(questionnaireId: number, version: string): Promise<Version | undefined> {
      const [row] = await db
        .select()
        .from(questionnaireVersions)
        .where(
          and(
            eq(questionnaireVersions.questionnaireId, questionnaireId),
            eq(questionnaireVersions.version, version),
          ),
        )
      return row
    },

    /** Makes the questionnaire, or gives the one of this form what it says now. */
    async save(questionnaire: NewQuestionnaire): Promise<Questionnaire> {
      forget()
      const now = clock.now()
      const [row] = await db
        .insert(questionnaires)
        .values({ ...questionnaire, createdAt: now, updatedAt: now })
        .onConflictDoUpdate({ target: questionnaires.formId, set: { ...questionnaire, updatedAt: now } })
        .returning()
      if (!row) throw new Error('a questionnaire was not saved')
      return asQuestionnaire(row)
    },

    async addVersion(questionnaireId: number, form: Form, publishedBy: number | null): Promise<Version> {
      const [row] = await db
        .insert(questionnaireVersions)
        .values({ questionnaireId, version: form.version, form, publishedBy, publishedAt: clock.now() })
        .returning()
      if (!row) throw new Error('a version was not kept')
      return row
    },

    async update(
      id: number,
      changes: Partial<
        Pick<Questionnaire, 'state' | 'versionId' | 'opensAt' | 'closesAt' | 'shownOf' | 'isOfHouse'>
      >,
    ): Promise<void> {
      forget(nameOf(id))
      await db
        .update(questionnaires)
        .set({ ...changes, updatedAt: clock.now() })
        .where(eq(questionnaires.id, id))
    },

    /** Versions that were only tried, once the trial runs are gone. */
    sweepTrials: sweep(database, {
      table: 'questionnaire_versions',
      where: `published_at < $1 and version like 'trial %'
        and not exists (select 1 from responses where version_id = questionnaire_versions.id)`,
      afterHours: 31 * 24,
    }),

    /** The next number of a response; whoever asks holds the questionnaire until the end of the transaction. */
    async nextNumber(id: number): Promise<number> {
      const [row] = await db
        .update(questionnaires)
        .set({ lastNumber: sql`${questionnaires.lastNumber} + 1` })
        .where(eq(questionnaires.id, id))
        .returning({ number: questionnaires.lastNumber })
      if (!row) throw new Error('a response got no number')
      return row.number
    },
  }
}
