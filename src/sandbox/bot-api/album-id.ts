import { randomInt } from 'node:crypto'
import type { World } from '../world.ts'

/** The id of a new album. No two worlds begin with the same one, as no two albums of Telegram's have one id. */
export const newAlbumId = (world: Pick<World, 'next'>): string =>
  String(world.next('album', 13_000_000_000_000 + randomInt(1_000_000_000)))
