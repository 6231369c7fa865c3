import type { Chat } from '../../bot/context.ts'
import type { Message } from '../../bot/messenger.ts'
import { pageSize } from '../../bot/page-keys.ts'
import type { Words } from '../../platform/texts/words.ts'
import type { Language } from '../../shared/localized-text.ts'
import type { Workbook } from '../../shared/spreadsheet.ts'
import type { forColleague, TakenOver } from './actions/apply-for-colleague.ts'
import type { PublishActivity } from './actions/publish-activity.ts'
import { listTrips } from './chat/buttons.ts'
import { mergeDoubtLines } from './chat/merge-doubts-view.ts'
import { applicationsOfFirms } from './data/firms-applications.ts'
import type { NoteStore } from './data/person/note-store.ts'
import { titleOf, type Activity } from './domain/activity.ts'
import { activityErrors } from './domain/errors.ts'
import { mergeDoubts } from './domain/merge-doubts.ts'
import { programmeSheets } from './domain/workbook/write-programme.ts'
import type { ActivitiesNeeds, Room } from './needs.ts'

export interface OffersNeeds extends Pick<ActivitiesNeeds, 'database' | 'homeTimeZone' | 'programme'>, Room {
  colleague: Pick<ReturnType<typeof forColleague>, 'takeOver'>
  personNotes: Pick<NoteStore, 'handOver'>
  publish: PublishActivity
  showCard(chat: Chat, activity: Activity): Promise<void>
  listMessage(chat: Chat): Promise<Message>
  showTakenOver(chat: Chat, outcome: TakenOver): Promise<void>
  catchUp(personId: number): Promise<void>
}

/** What the room does for the room of people and for the sandbox. */
export function offersToNeighbours(needs: OffersNeeds) {
  const { activities, applications, database, clock, homeTimeZone, colleague, publish } = needs
  const { showCard, listMessage, showTakenOver, catchUp } = needs
  return {
    /** The activities that are not over, by code and title; a page of them. */
    async running(language: Language, offset: number) {
      const today = clock.now().toZonedDateTimeISO(homeTimeZone).toPlainDate()
      const at = { offset, limit: pageSize }
      const { activities: page, total } = await activities.onDesk('running', today, 'everywhere', at)
      return {
        ...at,
        total,
        activities: page.map((activity) => ({
          code: activity.code,
          title: titleOf(activity, language),
        })),
      }
    },
    /** Whether there is an activity of this code that is not over. */
    async isRunning(code: string): Promise<boolean> {
      const today = clock.now().toZonedDateTimeISO(homeTimeZone).toPlainDate()
      return (await activities.onDesk('running', today, [code], { offset: 0, limit: 1 })).total > 0
    },
    /** The codes of activities, by their numbers. */
    async activityCodes(ids: readonly number[]): Promise<ReadonlyMap<number, string>> {
      const known = await activities.byIds([...new Set(ids)])
      return new Map([...known].map(([id, { code }]) => [id, code]))
    },
    applicationsOfFirm: (firmId: number) => applications.countOfFirm(firmId),
    moveFirm: (fromId: number, intoId: number) => applications.moveFirm(fromId, intoId),
    seatedOn: (personId: number) => applications.seatedOn(personId),
    /** The programme of an activity as a workbook that can be sent back. */
    programmeFile: async ({ id, code }: Activity) => programmeSheets(code, await needs.programme.read(id)),
    /** The button that leads to what one can apply for. */
    wayToTrips: (words: Words) => [
      { text: words.plain('activities:home.button'), callback_data: listTrips.pack({}) },
    ],
    /** Publishes a workbook that is known to be good, as the sandbox does with its example. */
    async publish(workbook: Workbook, personId: number): Promise<void> {
      const published = await publish({ workbook }, personId)
      if (published.kind === 'mistakes') throw activityErrors.unknown()
    },
    /** Shows a firm's representative what the firm has been invited to. */
    async openInvitedTo(opened: Chat, codes: readonly string[]): Promise<void> {
      const found = (await Promise.all(codes.map((code) => activities.byCode(code)))).filter(
        (activity) => activity !== undefined,
      )
      for (const activity of found.slice(0, 3)) await showCard(opened, activity)
      if (found.length === 0) opened.tell(await listMessage(opened))
    },
    /** Gives somebody what a colleague had entered for them, and the notice to read; whether there was anything. */
    async takeOver(opened: Chat, fromPersonId: number, toPersonId: number): Promise<boolean> {
      const outcome = await colleague.takeOver(fromPersonId, toPersonId)
      await needs.personNotes.handOver(fromPersonId, toPersonId)
      await showTakenOver(opened, outcome)
      await needs.people.leaveHand(opened, fromPersonId)
      await catchUp(toPersonId)
      return outcome.taken.length + outcome.contested.length > 0
    },
    /** What making two firms one would bring about, a line each: seats beyond the quota, people who apply twice. */
    async mergeDoubts(words: Words, fromId: number, intoId: number): Promise<string[]> {
      const today = clock.now().toZonedDateTimeISO(homeTimeZone).toPlainDate()
      const held = await applicationsOfFirms(database, [fromId, intoId], today)
      const known = await activities.byIds([...new Set(held.map(({ activityId }) => activityId))])
      const quotas = new Map([...known].map(([id, { perFirm }]) => [id, perFirm]))
      return mergeDoubtLines(words, mergeDoubts(held, fromId, quotas), known)
    },
  }
}
