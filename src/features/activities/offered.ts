/** What other rooms may use of this one's nouns, rules and buttons. */
export type { FormKey } from './domain/named-forms.ts'
export type { FindForms, KnownForm } from './chat/applying/form-notes.ts'
export type { ActivitiesNeeds } from './needs.ts'
export type {
  ApplicationForms,
  ApplicationRef,
  FormInside,
  FormLine,
  FormShown,
} from './chat/applying/application-forms.ts'
export type { ItineraryItem } from './domain/workbook/activity-workbook.ts'
export { activityRow, personRow, tripRow } from './chat/activity-row.ts'
export { listTrips } from './chat/buttons.ts'
export { audience as audienceCell } from './domain/workbook/audience-cells.ts'
export { timeZone as zoneCell } from './domain/workbook/place-cells.ts'
export { cityOf, titleOf, type Activity } from './domain/activity.ts'
export { daysPutOff } from './domain/whole-activity.ts'
export { applying, inSql, standingStates, takingPart } from './domain/life-cycle.ts'
export { referenceOf } from './domain/application.ts'
export type { TeamPerson } from './domain/participants/team.ts'
export type { SeatedPerson } from './domain/participants/place-rows.ts'
export type { Traveller } from './domain/participants/traveller.ts'
