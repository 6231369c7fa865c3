import { openDatabase } from '../../src/platform/database.ts'
import type { World } from './world.ts'

/** Holds the answers back from whoever reads them, until they are let go. */
export async function answersHeldBack(world: World): Promise<() => Promise<void>> {
  const other = openDatabase({ url: world.database.url })
  const begun = Promise.withResolvers<void>()
  const free = Promise.withResolvers<void>()
  const held = other.transaction(async () => {
    await other.query('lock table answers in access exclusive mode', [])
    begun.resolve()
    await free.promise
  })
  await begun.promise
  return async () => {
    free.resolve()
    await held
    await other.close()
  }
}
