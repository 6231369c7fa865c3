import { hashToken } from '../../../platform/tokens.ts'
import type { Language } from '../../../shared/localized-text.ts'
import type { Workbook } from '../../../shared/spreadsheet.ts'
import type { Issue } from '../../../shared/tables/issue.ts'
import {
  findFirmSheet,
  mayDo,
  planFirm,
  readFirmList,
  type FirmPlan,
  type People,
} from '../../people/index.ts'
import type { ActivityStore } from '../data/activity-store.ts'
import { uploadErrors } from '../domain/upload-errors.ts'

export interface ReviewFirmsNeeds {
  activities: ActivityStore
  people: People
  defaultLanguage: Language
}

/** The column that the answer adds; sent back with it, it is no surprise. */
export const linkColumn = 'invitation_link'

/** What a firm list would do if it were published now. */
export interface FirmReview {
  kind: 'firm_list'
  plans: FirmPlan[]
  warnings: Issue[]
  /** Codes in `invited_to` that no activity has. */
  unknownCodes: string[]
  digest: string
}

export type ReviewFirms = ReturnType<typeof reviewFirms>

/** Reads a firm list whole and compares it with the firms that are known; changes nothing. */
export function reviewFirms({ activities, people, defaultLanguage }: ReviewFirmsNeeds) {
  async function unknownCodes(plans: readonly FirmPlan[]): Promise<string[]> {
    const codes = [...new Set(plans.flatMap(({ row }) => row.invitedTo))]
    const found = await Promise.all(codes.map((code) => activities.byCode(code)))
    return codes.filter((_, index) => !found[index])
  }

  return async (
    workbook: Workbook,
    personId: number,
  ): Promise<FirmReview | { kind: 'mistakes'; issues: readonly Issue[] }> => {
    if (!mayDo(await people.roles.of(personId), 'tendFirms')) throw uploadErrors.firmList()
    const { rows, issues, warnings } = readFirmList(workbook, { defaultLanguage })
    const plans: FirmPlan[] = []
    for (const row of rows) plans.push(planFirm(row, await people.firms.alike({ ...row, name: row.firm })))
    const mistakes = [...issues, ...withoutCountry(plans, findFirmSheet(workbook)?.name ?? '')]
    if (mistakes.length > 0) return { kind: 'mistakes', issues: mistakes }
    return {
      kind: 'firm_list',
      plans,
      warnings: warnings.filter(({ found }) => found !== linkColumn),
      unknownCodes: await unknownCodes(plans),
      digest: hashToken(JSON.stringify(plans.map(({ known, changes }) => [known?.id ?? null, changes]))),
    }
  }
}

/** A firm that is not known yet needs its country: nobody could say later how its numbers are to be read. */
const withoutCountry = (plans: readonly FirmPlan[], sheet: string): Issue[] =>
  plans
    .filter(({ known, row }) => !known && row.country === null)
    .map(({ row }) => ({
      code: 'E_EMPTY',
      sheet,
      row: row.row,
      found: '',
      details: { key: 'country', example: 'TR' },
    }))
