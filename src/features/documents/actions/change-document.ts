import type { People } from '../../people/index.ts'
import type { DocumentStore, NewFile } from '../data/document-store.ts'
import type { ChecklistLine } from '../domain/checklist.ts'
import { documentErrors } from '../domain/document-errors.ts'
import type { LookAtDocuments } from './look-at-documents.ts'

export interface ChangeNeeds {
  look: LookAtDocuments
  documents: DocumentStore
  people: Pick<People, 'audit'>
  sendJob(name: string, ids: { fileId: number }): Promise<void>
}

export const fetchJob = 'documents.fetch'

/** What a coordinator can make of a document. */
export const verdicts = ['received', 'accepted', 'sent_back', 'expired', 'requested'] as const
export type Verdict = (typeof verdicts)[number]

export const mostReasonLetters = 300

/** The verbs of documents: somebody has theirs or sends it, a coordinator takes it or sends it back. */
export function changeDocument({ look, documents, people, sendJob }: ChangeNeeds) {
  const lineOf = (lines: readonly ChecklistLine[], mark: string): ChecklistLine => {
    const line = lines.find((one) => one.mark === mark)
    if (!line) throw documentErrors.nothingAsked()
    return line
  }

  return {
    lineOf,

    /** "I have it", where saying so is enough; and back. */
    async declare(personId: number | null, applicationId: number, mark: string, isThere: boolean) {
      const found = await look.own(personId, applicationId)
      const { rule } = lineOf(found.person.lines, mark)
      if (rule.proof !== 'declared') throw documentErrors.nothingAsked()
      await documents.set(
        { applicationId, code: rule.code },
        { state: isThere ? 'accepted' : 'requested', by: personId ?? 0 },
      )
    },

    /** A file in answer to the document that was asked for. */
    async send(personId: number | null, applicationId: number, code: string, file: NewFile) {
      const found = await look.own(personId, applicationId)
      const line = found.person.lines.find(({ rule }) => rule.code === code)
      if (line?.rule.proof !== 'file') throw documentErrors.nothingAsked()
      const fileId = await documents.keepFile({ applicationId, code }, file)
      await documents.set({ applicationId, code }, { state: 'received', by: personId ?? 0 })
      await sendJob(fetchJob, { fileId })
      return { ...found, line }
    },

    /** A coordinator's word; nobody decides on their own. */
    async judge(
      byPersonId: number | null,
      { applicationId, mark }: { applicationId: number; mark: string },
      verdict: Verdict,
      reason: string | null = null,
    ) {
      const found = await look.ofOne(byPersonId, applicationId)
      if (found.application.personId === byPersonId) throw documentErrors.notYours()
      const line = lineOf(found.person.lines, mark)
      await documents.set(
        { applicationId, code: line.rule.code },
        { state: verdict, reason, by: byPersonId ?? 0 },
      )
      await people.audit.note({
        byPersonId: byPersonId ?? 0,
        act: 'changed',
        what: 'documents',
        activityId: found.activity.id,
        aboutPersonIds: [found.application.personId],
      })
      return { ...found, line }
    },

    /** The file itself, for whoever judges it. */
    async file(byPersonId: number | null, applicationId: number, mark: string) {
      const found = await look.ofOne(byPersonId, applicationId)
      const { rule } = lineOf(found.person.lines, mark)
      const file = await documents.fileOf(applicationId, rule.code)
      if (!file) throw documentErrors.noFile()
      await people.audit.note({
        byPersonId: byPersonId ?? 0,
        act: 'saw',
        what: 'documents',
        activityId: found.activity.id,
        aboutPersonIds: [found.application.personId],
      })
      return { ...found, rule, file }
    },
  }
}

export type ChangeDocument = ReturnType<typeof changeDocument>
