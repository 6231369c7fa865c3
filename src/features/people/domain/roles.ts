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

export const isOwner = (grants: readonly Grant[]): boolean => grants.some(({ role }) => role === 'owner')
