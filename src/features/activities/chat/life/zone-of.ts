import type { People } from '../../../people/index.ts'

/** By whose clock somebody is told an hour: their own. */
export const zoneOf = async (
  { persons }: Pick<People, 'persons'>,
  personId: number,
  homeTimeZone: string,
): Promise<string> => (await persons.read(personId))?.homeZone ?? homeTimeZone
