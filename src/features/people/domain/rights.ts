import { scopeMistake, type Grant, type Role } from './roles.ts'

interface Right {
  roles: readonly Role[]
  /** `house`: only with a role that has no limit; `activities`: in those that the role is for. */
  within: 'house' | 'activities'
}

const inHouse = (...roles: Role[]): Right => ({ roles, within: 'house' })
const inTheirs = (...roles: Role[]): Right => ({ roles, within: 'activities' })

/** What can be done, who may do it, and how far. Every action asks this table, whatever button has led to it. */
export const rights = {
  // The house as such.
  giveRoles: inHouse('owner'),
  readAudit: inHouse('owner'),
  nameController: inHouse('owner'),
  keepRequests: inHouse('owner'),
  bindGroups: inHouse('owner'),

  // What belongs to no activity, or to all of them.
  openActivities: inHouse('owner', 'coordinator'),
  tendFirms: inHouse('owner', 'coordinator'),
  movePeople: inHouse('owner', 'coordinator'),
  askTheHouse: inHouse('owner', 'coordinator'),
  announceToAll: inHouse('owner', 'coordinator'),
  answerTheHouse: inHouse('owner', 'coordinator'),

  // An activity, by whoever runs it.
  openDesk: inTheirs('owner', 'coordinator', 'partner'),
  changeActivity: inTheirs('owner', 'coordinator', 'partner'),
  decideApplications: inTheirs('owner', 'coordinator', 'partner'),
  planProgramme: inTheirs('owner', 'coordinator', 'partner'),
  callEveryRoll: inTheirs('owner', 'coordinator', 'partner'),
  askForms: inTheirs('owner', 'coordinator', 'partner'),
  checkDocuments: inTheirs('owner', 'coordinator', 'partner'),
  announce: inTheirs('owner', 'coordinator', 'partner'),
  answerLetters: inTheirs('owner', 'coordinator', 'partner'),
  exportLists: inTheirs('owner', 'coordinator', 'partner'),
  // Lists for airlines and consulates are the chamber's business, not a partner's.
  exportTravelData: inTheirs('owner', 'coordinator'),

  // Interpreters and drivers: when and where they are needed, and nothing else.
  seeAgenda: inTheirs('staff'),
} as const satisfies Record<string, Right>

export type Action = keyof typeof rights

/** Whether these roles let somebody do this, in an activity; without its code: anywhere at all. */
export function mayDo(grants: readonly Grant[], action: Action, activityCode?: string): boolean {
  const { roles, within }: Right = rights[action]
  return grants.some(
    (grant) =>
      roles.includes(grant.role) &&
      scopeMistake(grant.role, grant.activityCode) === undefined &&
      (grant.activityCode === null ||
        (within === 'activities' && (activityCode === undefined || grant.activityCode === activityCode))),
  )
}

/** The activities in which something may be done: every one, or those with these codes. */
export type Reach = 'everywhere' | readonly string[]

/** Where somebody with these roles may do something. */
export function reachOf(grants: readonly Grant[], action: Action): Reach {
  const those = grants.filter((grant) => mayDo([grant], action))
  if (those.some(({ activityCode }) => activityCode === null)) return 'everywhere'
  return those.flatMap(({ activityCode }) => activityCode ?? [])
}
