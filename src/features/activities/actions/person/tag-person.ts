import type { People } from '../../../people/index.ts'
import type { ActivityStore } from '../../data/activity-store.ts'
import type { ApplicationStore } from '../../data/application-store.ts'
import type { ParticipantStore } from '../../data/participants/participant-store.ts'
import type { TeamList } from '../../data/team-list.ts'
import { activityErrors } from '../../domain/errors.ts'
import { takingPart } from '../../domain/life-cycle.ts'
import { noDetails, type ParticipantDetails } from '../../domain/participants/details.ts'
import { choicesOf, mostGroups, tagsOf, toggledTag, type TagKind } from '../../domain/person/tags.ts'
import type { ParticipantsChanged } from '../../needs.ts'
import type { OpenedPerson, OpenPerson } from './open-person.ts'

export interface TagPersonNeeds {
  activities: Pick<ActivityStore, 'readLocked'>
  applications: Pick<ApplicationStore, 'readLocked'>
  participants: Pick<ParticipantStore, 'applicants' | 'detailsOf' | 'save'>
  team: TeamList
  people: Pick<People, 'audit'>
  participantsChanged: ParticipantsChanged
  open: OpenPerson
}

/** Somebody with what they have of each kind, and what there is to be had in the activity. */
export interface Tagged extends OpenedPerson {
  details: ParticipantDetails
  choices: Readonly<Record<TagKind, readonly string[]>>
}

export type TagPerson = ReturnType<typeof tagPerson>

/** Bus, hotel, interpreter and groups by a tap; it has the same consequences as the sheet of participants. */
export function tagPerson(needs: TagPersonNeeds) {
  const { activities, applications, participants, team, people, participantsChanged, open } = needs

  async function look(applicationId: number, byPersonId: number | null): Promise<Tagged> {
    const opened = await open(applicationId, byPersonId)
    const activityId = opened.activity.id
    const all = await participants.applicants(activityId)
    const known = all.map(({ details = noDetails }) => details)
    const members = await team.of(activityId)
    const interpreters = members.filter(({ role }) => role === 'interpreter').map(({ name }) => name)
    return {
      ...opened,
      details: all.find((one) => one.applicationId === applicationId)?.details ?? noDetails,
      choices: {
        bus: choicesOf(
          known,
          'bus',
          members.map(({ bus }) => bus),
        ),
        hotel: choicesOf(known, 'hotel'),
        interpreter: choicesOf(known, 'interpreter', interpreters),
        group: choicesOf(known, 'group'),
      },
    }
  }

  return {
    look,

    /** Gives somebody this, or takes it from them where they have it; two coordinators one after the other. */
    async toggle(applicationId: number, byPersonId: number, kind: TagKind, value: string): Promise<Tagged> {
      const { application, activity } = await open(applicationId, byPersonId)
      await activities.readLocked(activity.id)
      const locked = await applications.readLocked(applicationId)
      if (locked?.activityId !== application.activityId) throw activityErrors.unknown()
      const before = (await participants.detailsOf(applicationId)) ?? noDetails
      const after = toggledTag(before, kind, value)
      if (tagsOf(after, kind).length > mostGroups) throw activityErrors.tooManyGroups(mostGroups)
      await participants.save([{ applicationId, details: after }])
      await people.audit.note({
        ...{ byPersonId, act: 'changed', what: 'details', activityId: activity.id, rows: 1 },
        aboutPersonIds: [locked.personId],
      })
      if (takingPart.includes(locked.state)) await participantsChanged(activity.id, [applicationId])
      return look(applicationId, byPersonId)
    },
  }
}
