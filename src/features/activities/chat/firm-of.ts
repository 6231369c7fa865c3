import type { Firm, People } from '../../people/index.ts'
import { firmStanding, type FirmStanding } from '../actions/firm-standing.ts'
import type { Application } from '../domain/application.ts'

export type { FirmStanding }

export interface FirmOfApplication {
  firm: Firm | undefined
  firmStanding: FirmStanding
}

/** The firm of an application, and whether its people have confirmed who applies. */
export async function firmOf(people: People, application: Application): Promise<FirmOfApplication> {
  const { firmId } = application
  return {
    firm: firmId === null ? undefined : await people.firms.read(firmId),
    firmStanding: await firmStanding(people, application),
  }
}
