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

/**
 * What is wrong with giving a role so far and no further: a partner runs the activities of its own chamber, never the
 * whole house, and an owner is one everywhere.
 */
export function scopeMistake(
  role: Role,
  activityCode: string | null,
): 'partnerNeedsActivity' | 'ownerEverywhere' | undefined {
  if (role === 'partner' && activityCode === null) return 'partnerNeedsActivity'
  if (role === 'owner' && activityCode !== null) return 'ownerEverywhere'
  return undefined
}

/** Whether these grants let somebody run this activity; without a code: any at all. */
export const mayCoordinate = (grants: readonly Grant[], activityCode?: string): boolean =>
  grants.some(
    (grant) =>
      coordinating.includes(grant.role) &&
      scopeMistake(grant.role, grant.activityCode) === undefined &&
      (activityCode === undefined || grant.activityCode === null || grant.activityCode === activityCode),
  )

/** Whether these grants let somebody open new activities and see the whole house: only roles without a limit do. */
export const mayCoordinateEverything = (grants: readonly Grant[]): boolean =>
  grants.some(
    ({ role, activityCode }) => (role === 'owner' || role === 'coordinator') && activityCode === null,
  )

/** The activities whose applications these grants open: every one, or those with these codes. */
export type Reach = 'everywhere' | readonly string[]

export const reachOf = (grants: readonly Grant[]): Reach => {
  const coordinates = grants.filter(({ role }) => coordinating.includes(role))
  if (coordinates.some(({ activityCode }) => activityCode === null)) return 'everywhere'
  return coordinates.flatMap(({ activityCode }) => activityCode ?? [])
}

export const isOwner = (grants: readonly Grant[]): boolean => grants.some(({ role }) => role === 'owner')
