import type { ItemFacts } from '../../../../shared/item-facts.ts'
import type { Language, LocalizedText } from '../../../../shared/localized-text.ts'
import type { Issue } from '../../../../shared/tables/issue.ts'
import type { DetailColumn } from '../participants/details.ts'
import type { AppliesIf } from './applies-if.ts'
import type { SheetName } from './columns.ts'
import type { ActivityKind, Approval, Funding, Proof, SeatRole, Side } from './meanings.ts'

/** Everything an activity workbook said. With an issue nothing may be kept; warnings are shown in the preview. */
export interface ActivityWorkbook {
  /** `null` when something without which there is no activity is missing or cannot be read. */
  readonly activity: ActivityFields | null
  readonly itinerary: readonly ItineraryItem[]
  readonly participants: readonly ParticipantRow[]
  readonly documents: readonly DocumentRule[]
  readonly team: readonly TeamMember[]
  readonly faq: readonly FaqEntry[]
  /** The sheets the file has; what is not in it is left as it was. */
  readonly sheets: readonly SheetName[]
  readonly issues: readonly Issue[]
  readonly warnings: readonly Issue[]
}

/** The sheet `activity`. Days are `2026-12-10`; moments without a zone are `2026-12-10T09:30`. */
export interface ActivityFields {
  readonly code: string
  readonly kind: ActivityKind
  readonly title: LocalizedText
  readonly description: LocalizedText
  readonly country: string | null
  readonly city: LocalizedText
  readonly timeZone: string
  readonly startsOn: string
  readonly endsOn: string
  readonly capacity: number | null
  readonly minimum: number | null
  readonly perFirm: number | null
  readonly supportedPerFirm: number | null
  readonly approval: Approval
  readonly applicationsCloseAt: Temporal.Instant | null
  /** As written, in the home time zone. */
  readonly applicationsCloseLocal: string | null
  readonly decisionOn: string | null
  readonly confirmBy: string | null
  readonly withdrawUntil: string | null
  readonly nameChangeUntil: string | null
  readonly offerHours: number | null
  readonly project: string | null
  readonly funding: Funding | null
  readonly fundingNotice: LocalizedText
  readonly fee: LocalizedText
  readonly partners: readonly string[]
  readonly workingLanguage: Language | null
  readonly applicationForm: string | null
  readonly logisticsForm: string | null
  readonly surveyForm: string | null
  readonly resultsForm: string | null
  readonly dutyPhone: string | null
}

/** An item of the programme, as a row of the sheet says it. */
export interface ItineraryItem extends ItemFacts {
  readonly id: string
  /** The file had none, so it was made from the title; she gets the file back with it. */
  readonly isNewId: boolean
  /** Its row in the file. */
  readonly row: number
  /** In the item's own zones. */
  readonly startLocal: string
  readonly endLocal: string | null
}

export interface ParticipantRow {
  readonly row: number
  readonly application: string | null
  /** Name, firm, phone and e-mail only find the person; they change nothing. */
  readonly name: string | null
  readonly firm: string | null
  readonly phone: string | null
  readonly email: string | null
  readonly role: SeatRole | null
  readonly side: Side | null
  readonly bus: string | null
  readonly hotel: string | null
  readonly room: string | null
  readonly roommate: string | null
  readonly interpreter: string | null
  readonly groups: readonly string[]
  /** What stands in `group1` … `group5`. */
  readonly groupCells: readonly (string | null)[]
  /** The columns of details that the sheet has, filled in or not. */
  readonly columns: readonly DetailColumn[]
  readonly flightOut: string | null
  readonly flightBack: string | null
}

export interface DocumentRule {
  readonly row: number
  readonly code: string
  readonly title: LocalizedText
  /** `null`: asked of everybody. */
  readonly appliesIf: AppliesIf | null
  readonly isMandatory: boolean
  readonly dueOn: string | null
  readonly proof: Proof
  readonly rule: LocalizedText | null
  readonly ruleSource: string | null
  readonly ruleCheckedOn: string | null
}

export interface TeamMember {
  readonly row: number
  readonly name: string
  readonly role: string | null
  readonly phone: string | null
  readonly languages: readonly string[]
  /** A day, or a day with its hour in the activity's zone. */
  readonly onDutyFrom: string | null
  readonly onDutyTo: string | null
  readonly bus: string | null
}

export interface FaqEntry {
  readonly row: number
  readonly question: LocalizedText
  readonly answer: LocalizedText
  readonly keywords: LocalizedText
}
