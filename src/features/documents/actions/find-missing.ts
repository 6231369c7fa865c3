import { readText, type Language } from '../../../shared/localized-text.ts'
import type { Activities } from '../../activities/index.ts'
import { isOpen } from '../domain/checklist.ts'
import type { LookAtDocuments } from './look-at-documents.ts'

export interface FindMissingNeeds {
  activities: Pick<Activities, 'store'>
  look: Pick<LookAtDocuments, 'of' | 'rulesOf'>
}

/** For whoever writes to those who lack a document. */
export function findMissing({ activities, look }: FindMissingNeeds) {
  return {
    /** The documents that an activity asks for, in the order of its sheet. */
    async asked(activityId: number, language: Language): Promise<{ code: string; title: string }[]> {
      const activity = await activities.store.read(activityId)
      if (!activity) return []
      return (await look.rulesOf(activity)).map(({ code, title }) => ({
        code,
        title: readText(title, language, activity.workingLanguage ?? undefined) ?? code,
      }))
    },

    /** Whose turn it is with one of these documents. */
    async peopleWithout(activityId: number, codes: readonly string[]): Promise<number[]> {
      const activity = await activities.store.read(activityId)
      if (!activity) return []
      return (await look.of(activity))
        .filter(({ lines }) => lines.some((line) => codes.includes(line.rule.code) && isOpen(line)))
        .map(({ traveller }) => traveller.personId)
    },

    /** Who of an activity still has to do something for a document that it asks of them, by application. */
    async lacking(activityId: number): Promise<number[]> {
      const activity = await activities.store.read(activityId)
      const people = activity ? await look.of(activity) : []
      return people
        .filter(({ lines, renewBy }) => renewBy !== undefined || lines.some(isOpen))
        .map(({ traveller }) => traveller.applicationId)
    },
  }
}
