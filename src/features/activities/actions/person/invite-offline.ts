import { isLanguage, type Language } from '../../../../shared/localized-text.ts'
import { mayDo, type People } from '../../../people/index.ts'
import type { Invited, InvitedList } from '../../data/person/invited-list.ts'
import type { Activity } from '../../domain/activity.ts'
import { activityErrors } from '../../domain/errors.ts'
import { languageOfCountry } from '../../domain/person/language-of-country.ts'
import type { PassOn } from './pass-on.ts'

export interface InviteOfflineNeeds {
  people: Pick<People, 'roles' | 'joining' | 'audit'>
  passing: Pick<PassOn, 'runs'>
  invited: InvitedList
}

/** Somebody who is invited, with what their link carries and the language they are written to in. */
export interface InvitedWithLink {
  who: Invited
  /** What follows `?start=`. */
  payload: string
  language: Language
}

export type InviteOffline = ReturnType<typeof inviteOffline>

/** Days that a link stays good. */
const daysOpen = 90
/** Rows of the list as a file; each is a new link. */
const mostInFile = 500

/** Who is invited and has not started the bot, and a link of their own for each. */
export function inviteOffline({ people, passing, invited }: InviteOfflineNeeds) {
  const languageFor = ({ language, country }: Invited): Language =>
    isLanguage(language) ? language : languageOfCountry(country)

  /** A link of their own, for those who tend the firms and move people; else the activity's, which anybody may have. */
  async function withLink(activity: Activity, who: Invited, byPersonId: number): Promise<InvitedWithLink> {
    const language = languageFor(who)
    const own = await people.roles.of(byPersonId)
    if (!mayDo(own, who.firmId === null ? 'movePeople' : 'tendFirms'))
      return { who, language, payload: `t_${activity.code}` }
    const lasting = { invitedTo: [activity.code], daysOpen }
    const token =
      who.firmId === null
        ? await people.joining.inviteKnown(who.id, byPersonId, lasting)
        : await people.joining.inviteToFirm(who.firmId, byPersonId, {
            ...lasting,
            forPersonId: who.kind === 'person' ? who.id : null,
          })
    return { who, language, payload: `f_${token}` }
  }

  return {
    async list(activityId: number, byPersonId: number | null) {
      const activity = await passing.runs(activityId, byPersonId)
      return { activity, all: await invited(activity) }
    },

    async one(activityId: number, byPersonId: number, about: Pick<Invited, 'kind' | 'id'>) {
      const activity = await passing.runs(activityId, byPersonId)
      const who = (await invited(activity)).find(({ kind, id }) => kind === about.kind && id === about.id)
      if (!who) throw activityErrors.hasStarted()
      return { activity, ...(await withLink(activity, who, byPersonId)) }
    },

    /** All at once, for mail merge. */
    async all(activityId: number, byPersonId: number) {
      const activity = await passing.runs(activityId, byPersonId)
      const rows: InvitedWithLink[] = []
      for (const who of (await invited(activity)).slice(0, mostInFile))
        rows.push(await withLink(activity, who, byPersonId))
      await people.audit.note({
        ...{ byPersonId, act: 'exported', what: 'invited', activityId, rows: rows.length },
        aboutPersonIds: rows.flatMap(({ who }) => (who.kind === 'person' ? [who.id] : [])),
      })
      return { activity, rows }
    },
  }
}
