import { DomainError } from '../../../shared/domain-error.ts'
import type { RoleStore } from '../data/role-store.ts'
import { mayDo, type Action } from '../domain/rights.ts'
import type { Grant } from '../domain/roles.ts'

/** The roles of somebody who may do this in some activity at least; anybody else is refused. */
export async function grantsOfCoordinator(
  { roles }: { roles: Pick<RoleStore, 'of'> },
  personId: number | null,
  action: Action,
): Promise<readonly Grant[]> {
  const grants = personId === null ? [] : await roles.of(personId)
  if (!mayDo(grants, action)) throw new DomainError('people:errors.coordinatorsOnly')
  return grants
}
