/** Roles add up: a coordinator who travels keeps both sides. */
export const roleNames = ['owner', 'coordinator', 'partner', 'staff'] as const

export type Role = (typeof roleNames)[number]

/** A role somebody has; `activityCode` null: everywhere. */
export interface Grant {
  id: number
  personId: number
  role: Role
  activityCode: string | null
}

const coordinating: readonly Role[] = ['owner', 'coordinator', 'partner']

/** Whether these grants let somebody run this activity; without a code: any at all. */
export const mayCoordinate = (grants: readonly Grant[], activityCode?: string): boolean =>
  grants.some(
    (grant) =>
      coordinating.includes(grant.role) &&
      (activityCode === undefined || grant.activityCode === null || grant.activityCode === activityCode),
  )

/** Whether these grants let somebody open new activities and see the whole house: only roles without a limit do. */
export const mayCoordinateEverything = (grants: readonly Grant[]): boolean =>
  grants.some(
    ({ role, activityCode }) => (role === 'owner' || role === 'coordinator') && activityCode === null,
  )

export const isOwner = (grants: readonly Grant[]): boolean => grants.some(({ role }) => role === 'owner')
