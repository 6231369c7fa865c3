import type { ApplicationForms } from './chat/application-forms.ts'
import type { ApplicationStore } from './data/application-store.ts'

/** The applications, of which each takes along what was answered in the form of its activity. */
export const followedApplications = (
  applications: ApplicationStore,
  forms: Pick<ApplicationForms, 'follows'>,
): ApplicationStore => ({
  ...applications,
  async update(id, changes) {
    await applications.update(id, changes)
    if (changes.personId !== undefined || changes.state === 'withdrawn') await forms.follows(id)
  },
})
