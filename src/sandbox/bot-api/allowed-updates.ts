import type { World } from '../world.ts'
import { badRequest } from './api-error.ts'
import type { Input } from './input.ts'

/** A list is kept for the updates to come; an empty one means the default again; none leaves it as it was. */
export function rememberAllowedUpdates(world: World, input: Input): void {
  const list = input.json('allowed_updates', 'allowed updates')
  if (list === undefined) return
  if (!Array.isArray(list)) throw badRequest('expected an Array of String')
  const kinds = list.map(String)
  const former = world.allowedUpdates.get('current')
  if (former?.join() === kinds.join()) return
  if (kinds.length === 0) world.allowedUpdates.delete('current')
  else world.allowedUpdates.set('current', kinds)
}
