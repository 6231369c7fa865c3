import { hashToken } from '../../../platform/tokens.ts'
import type { ControllerStore } from '../data/controller-store.ts'
import type { Controller } from '../domain/controller.ts'

/** What a notice is about: an activity, with its country and partners; nothing in particular where somebody asks. */
export interface NoticeSubject {
  country: string | null
  partners: readonly string[]
}

/** A notice as it is in force: what it is filled in with, and the version that says which text that is. */
export interface Notice {
  controller: Controller | undefined
  homeCountry: string | undefined
  about: NoticeSubject | undefined
  /** The version of the wording and a mark of what was filled in: "2026-12.1a2b3c4d". */
  version: string
  /** The mark alone, short enough for a button. */
  mark: string
}

export interface NoticesNeeds {
  controllers: ControllerStore
  wording: string
  homeCountry: string | undefined
}

/** The version of the words alone, of a version as it is kept. */
export const wordingOf = (version: string): string => version.replace(/\.[^.]*$/, '')

/** The notices that people read: a changed controller, contact or country makes another text, to be read anew. */
export function notices({ controllers, wording, homeCountry }: NoticesNeeds) {
  return async (about?: NoticeSubject): Promise<Notice> => {
    const controller = await controllers.read()
    const { name = {}, address, contactEmail, contactPhone } = controller ?? {}
    const filledIn = [
      ...Object.entries(name).toSorted(([one], [other]) => one.localeCompare(other)),
      [address, contactEmail, contactPhone, homeCountry, about?.country, ...(about?.partners ?? [])],
    ]
    const mark = hashToken(JSON.stringify(filledIn)).slice(0, 8)
    return { controller, homeCountry, about, mark, version: `${wording}.${mark}` }
  }
}
