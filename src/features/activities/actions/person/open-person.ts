import { type Person, type People } from '../../../people/index.ts'
import { mustRun } from '../must-run.ts'
import type { ActivityStore } from '../../data/activity-store.ts'
import type { LookAtApplication } from '../../data/application-look.ts'
import type { ApplicationStore } from '../../data/application-store.ts'
import type { Activity } from '../../domain/activity.ts'
import type { Application } from '../../domain/application.ts'
import { activityErrors } from '../../domain/errors.ts'

export interface OpenPersonNeeds {
  activities: Pick<ActivityStore, 'read'>
  applications: Pick<ApplicationStore, 'read'>
  people: Pick<People, 'roles' | 'persons'>
  lookAtApplication: LookAtApplication
}

/** Somebody who has applied for an activity. */
export interface OpenedPerson {
  application: Application
  activity: Activity
  person: Person
}

export type OpenPerson = ReturnType<typeof openPerson>

/** Somebody who has applied, for whoever runs the activity now, whoever holds the button. */
export function openPerson({ activities, applications, people, lookAtApplication }: OpenPersonNeeds) {
  return async (applicationId: number, byPersonId: number | null): Promise<OpenedPerson> => {
    await lookAtApplication(applicationId)
    const application = await applications.read(applicationId)
    const activity = application && (await activities.read(application.activityId))
    const person = application && (await people.persons.read(application.personId))
    if (!activity || !person || application.state === 'draft') throw activityErrors.unknown()
    await mustRun(people, activity, byPersonId, 'openDesk')
    return { application, activity, person }
  }
}
