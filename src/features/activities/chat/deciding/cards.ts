import type { Message } from '../../../../bot/messenger.ts'
import type { Clock } from '../../../../platform/clock.ts'
import type { Words } from '../../../../platform/texts/words.ts'
import { displayName, mayDo, type People } from '../../../people/index.ts'
import type { ActivityStore } from '../../data/activity-store.ts'
import type { ApplicationStore } from '../../data/application-store.ts'
import type { SentBackStore } from '../../data/life/sent-back-store.ts'
import type { StagingStore } from '../../data/life/staging-store.ts'
import { lateDocuments } from '../../domain/late-documents.ts'
import { mayBeDecided } from '../../domain/life-cycle.ts'
import type { ApplicationForms } from '../applying/application-forms.ts'
import { mayHaveForm, type Activity } from '../../domain/activity.ts'
import { supportedPerFirm } from '../../domain/seats.ts'
import type { Application } from '../../domain/application.ts'
import { applicationCard, type CardScene } from './application-card.ts'
import { firmOf } from '../firm-of.ts'

export interface CardsNeeds {
  activities: Pick<ActivityStore, 'documentsOf'>
  applications: ApplicationStore
  people: People
  forms: ApplicationForms
  sentBacks: Pick<SentBackStore, 'of'>
  staging: Pick<StagingStore, 'of'>
  clock: Clock
  homeTimeZone: string
}

export type Cards = ReturnType<typeof cards>

/** The card of an application, as it stands now. */
export function cards(needs: CardsNeeds) {
  const { activities, applications, people, forms, clock, homeTimeZone, sentBacks, staging } = needs

  /** Reads once what a card says; then it is written for each reader. */
  async function of(application: Application, activity: Activity) {
    const ofFirm = await firmOf(people, application)
    const last = ['rejected', 'withdrawn', 'no_show'].includes(application.state)
      ? await applications.lastDecision(application.id)
      : undefined
    const { firmId, personId } = application
    const untold = application.isUntold ? await whyUntold(personId) : undefined
    const isFounder = firmId !== null && (await people.members.hasFounded(firmId, personId))
    const formShown = mayHaveForm(activity) ? await forms.shown(application.id) : undefined
    const isAsked = application.state === 'info_requested' || application.state === 'submitted'
    const asked = isAsked ? await sentBacks.of(application.id) : undefined
    const staged = mayBeDecided(application.state) ? await stagedBy(application.id) : undefined
    const late = mayBeDecided(application.state) ? await lateFor(activity) : []
    const scene = {
      late,
      isOwnCost: mayBeDecided(application.state) && (await isOwnCost(activity, firmId)),
      ...(staged ? { staged } : {}),
      ...(asked ? { sentBack: asked } : {}),
      application,
      activity,
      ofFirm,
      isFounder,
      ...(untold ? { untold } : {}),
      because: last?.reason ?? null,
      now: clock.now(),
      homeTimeZone,
      ...(application.state === 'waitlisted'
        ? { position: await applications.waitingPosition(application) }
        : {}),
    }
    return (words: Words, mayConfirmFirm: boolean, back?: string) =>
      applicationCard(words, {
        ...{ ...scene, mayConfirmFirm },
        ...(back === undefined ? {} : { back }),
        ...(formShown ? { formShown: formShown(words) } : {}),
      })
  }

  /** Approved today, somebody would have them too late. */
  async function lateFor(activity: Activity) {
    const documents = await activities.documentsOf(activity.id)
    return lateDocuments(documents, clock.now().toZonedDateTimeISO(homeTimeZone).toPlainDate())
  }

  /** Whether as many of the firm have a seat as are supported. */
  async function isOwnCost(activity: Activity, firmId: number | null): Promise<boolean> {
    const supported = supportedPerFirm(activity)
    if (supported === undefined || firmId === null) return false
    return (await applications.seats(activity.id, firmId)).takenByFirm >= supported
  }

  /** What is decided and not announced yet, and by whom. */
  async function stagedBy(applicationId: number): Promise<CardScene['staged']> {
    const staged = await staging.of(applicationId)
    const by = staged && (await people.persons.read(staged.byPersonId))
    return staged && { ...staged, by: by ? displayName(by) : '' }
  }

  async function whyUntold(personId: number): Promise<NonNullable<CardScene['untold']>> {
    if (await people.isReachable(personId)) return 'refused'
    return (await people.hasPhone(personId)) ? 'blocked' : 'noPhone'
  }

  return {
    of,

    /** A card for this reader: whether somebody belongs to a firm is said by those who run the whole house. */
    async forReader(
      personId: number | null,
      words: Words,
      application: Application,
      activity: Activity,
      back?: string,
    ): Promise<Message> {
      const grants = personId === null ? [] : await people.roles.of(personId)
      const card = await of(application, activity)
      return card(words, mayDo(grants, 'tendFirms'), back)
    },
  }
}
