import { publishProgramme, type PublishNeeds } from './actions/publish-programme.ts'
import { workbookProgramme } from './actions/workbook-programme.ts'
import type { Room } from './needs.ts'
import type { Part } from './chat/part.ts'

export interface ProgrammeNeeds extends Room, Pick<PublishNeeds, 'replan' | 'noteChanges'> {}

/** The coordinators' side: the programme as the workbook says it, and as it is changed on a phone. */
export function openProgramme(needs: ProgrammeNeeds) {
  const publish = publishProgramme(needs)
  const part: Part = {}
  return { publish, workbook: workbookProgramme({ ...needs, publish }), part }
}
