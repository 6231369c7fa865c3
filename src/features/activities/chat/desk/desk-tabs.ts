import { standingStates, type ApplicationState } from '../../domain/life-cycle.ts'

/** The lists of an activity's applications, and what stands on each. */
export const deskTabs = ['submitted', 'approved', 'waitlisted', 'rejected', 'left'] as const
export type DeskTab = (typeof deskTabs)[number]

/** Which states stand on each. */
export const tabStates: Readonly<Record<DeskTab, readonly ApplicationState[]>> = {
  ...standingStates,
  rejected: ['rejected'],
  left: ['declined', 'withdrawn', 'replaced', 'no_show', 'cancelled_by_organiser'],
}

/** The tab on which an application of this state is found. */
export const tabOf = (state: ApplicationState): DeskTab =>
  deskTabs.find((tab) => tabStates[tab].includes(state)) ?? 'submitted'
