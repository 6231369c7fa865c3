import type { Workbook } from '../../../shared/spreadsheet.ts'
import { firmFrom, planFirm, readFirmList, type FirmRow, type People } from '../../people/index.ts'
import type { Language } from '../../../shared/localized-text.ts'
import type { UploadStore } from '../../uploads/index.ts'

/** The job that takes the firms of a list in. */
export const publishFirmsJob = 'activities.publish-firms'

export interface PublishFirmsNeeds {
  people: People
  uploads: UploadStore
  defaultLanguage: Language
}

/** One row of the list, and the token of its firm's invitation. */
export interface InvitedFirm {
  row: number
  token: string
}

export type PublishFirms = ReturnType<typeof publishFirms>

/** Takes the firms of a list in, one by one as they are known at this moment, and makes an invitation for each. */
export function publishFirms({ people, uploads, defaultLanguage }: PublishFirmsNeeds) {
  const { firms, joining, members } = people

  async function takeIn(row: FirmRow): Promise<number> {
    const plan = planFirm(row, await firms.alike({ ...row, name: row.firm }))
    const said = firmFrom(row)
    if (plan.known) {
      if (plan.changes.length > 0) await firms.update(plan.known.id, said)
      // A number that somebody has typed makes nobody the representative of the firm that has it.
      if (plan.isByNumberOnly) await members.doubtFounders(plan.known.id)
      return plan.known.id
    }
    const { city, cluster, taxNumber, country } = row
    if (country === null) throw new Error('a new firm without a country was let through')
    return firms.create({ ...said, name: row.firm, country, city, cluster, taxNumber })
  }

  return async (workbook: Workbook, personId: number): Promise<InvitedFirm[]> => {
    await uploads.publishAlone('firms')
    const invited: InvitedFirm[] = []
    for (const row of readFirmList(workbook, { defaultLanguage }).rows) {
      const firmId = await takeIn(row)
      invited.push({
        row: row.row,
        token: await joining.inviteToFirm(firmId, personId, { invitedTo: [...row.invitedTo] }),
      })
    }
    return invited
  }
}
