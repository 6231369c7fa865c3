import { Composer } from 'grammy'
import type { Chat } from '../../../../bot/context.ts'
import { displayName, type People } from '../../../people/index.ts'
import type { forColleague, TakenOver } from '../../actions/apply-for-colleague.ts'
import type { ActivityStore } from '../../data/activity-store.ts'
import type { ApplicationStore } from '../../data/application-store.ts'
import { titleOf, type Activity } from '../../domain/activity.ts'
import { nameIn, referenceOf, type Application } from '../../domain/application.ts'
import { activityErrors } from '../../domain/errors.ts'
import { noticeSubject } from '../../domain/notice-subject.ts'
import { screenOf } from './applying.ts'
import * as buttons from '../buttons.ts'
import type { Coordinators } from '../deciding/coordinators.ts'
import type { SeatsAreFree } from '../deciding/free-seats.ts'
import { seated } from '../../domain/life-cycle.ts'

export interface ClaimNeeds {
  activities: ActivityStore
  applications: ApplicationStore
  people: People
  colleague: ReturnType<typeof forColleague>
  coordinators: Coordinators
  seatsAreFree: SeatsAreFree
}

/** Somebody for whom a colleague has applied reads the notice themselves, before anything else, and says so. */
export function claiming(needs: ClaimNeeds) {
  const { activities, applications, people, colleague, coordinators, seatsAreFree } = needs
  const composer = new Composer<Chat>()
  composer.callbackQuery(buttons.claimRead.pattern, async (chat) => {
    const { applicationId, mark } = buttons.claimRead.unpack(chat.callbackQuery.data)
    const application = await applications.read(applicationId)
    const activity = application && (await activities.read(application.activityId))
    const { personId, language } = chat.viewer
    if (!activity || personId === null || application.personId !== personId) throw activityErrors.notYours()
    const notice = await people.noticeAbout(noticeSubject(activity))
    // What has changed since it was shown is shown anew.
    if (notice.mark !== mark) return askToRead(chat, application)
    await people.persons.markNoticeRead(personId, 'application', notice.version, language)
    const firm = application.firmId === null ? undefined : await people.firms.read(application.firmId)
    chat.turn({
      text: firm
        ? chat.words('activities:claimed.done', { firm: firm.name })
        : chat.words('activities:claimed.doneAlone'),
    })
    await people.askConsents(personId)
  })

  composer.callbackQuery(buttons.keepOne.pattern, async (chat) => {
    const { keptId, otherId } = buttons.keepOne.unpack(chat.callbackQuery.data)
    const settled = await colleague.keepOne(keptId, otherId, chat.viewer.personId ?? 0)
    const { activity, kept, other, from } = settled
    chat.turn({
      text: chat.words('activities:claimed.kept', {
        kept: referenceOf(activity.code, kept.number),
        other: referenceOf(activity.code, other.number),
      }),
    })
    const entered = kept.filledBy === null ? other : kept
    await tellWhoFilledIn(entered, activity, entered === kept ? 'takenOver' : 'keptOwn')
    await coordinators.hearOfWithdrawal(other, activity)
    if (seated.includes(from)) await seatsAreFree(activity)
    if (entered === kept) await askToRead(chat, kept)
  })

  /** What became of what was entered for somebody: theirs now, or which of two shall stand. */
  async function show(opened: Chat, { taken, contested, discarded }: TakenOver): Promise<void> {
    for (const draft of discarded) {
      opened.leave(screenOf(draft.id))
      await opened.conversation.exitAll()
    }
    for (const application of taken) {
      const activity = await activities.read(application.activityId)
      if (activity) await tellWhoFilledIn(application, activity, 'takenOver')
      await askToRead(opened, application)
    }
    for (const pair of contested) await askWhich(opened, pair)
    if (discarded.length > 0) opened.tell({ text: opened.words('activities:claimed.discarded') })
  }

  async function tellWhoFilledIn(
    { filledBy, answers }: Application,
    activity: Activity,
    what: 'takenOver' | 'keptOwn',
  ): Promise<void> {
    if (filledBy === null) return
    await people.tell(filledBy, (words) => ({
      text: words(`activities:told.${what}`, {
        name: nameIn(answers),
        title: titleOf(activity, words.language),
      }),
    }))
  }

  async function askWhich(opened: Chat, { own, entered }: TakenOver['contested'][number]): Promise<void> {
    const activity = await activities.read(own.activityId)
    const by = entered.filledBy === null ? undefined : await people.persons.read(entered.filledBy)
    if (!activity) return
    const { words } = opened
    const said = (application: Application) => ({
      reference: referenceOf(activity.code, application.number),
      state: words.plain(`activities:state.${application.state}`),
    })
    const key = (label: string, kept: Application, other: Application) => [
      { text: label, callback_data: buttons.keepOne.pack({ keptId: kept.id, otherId: other.id }) },
    ]
    const name = by ? displayName(by) : words.plain('activities:claimed.coordinator')
    opened.tell({
      text: words('activities:claimed.which', {
        title: titleOf(activity, words.language),
        own: words.piece('activities:claimed.mine', said(own)),
        other: words.piece('activities:claimed.theirs', { ...said(entered), by: name }),
      }),
      keyboard: [
        key(words.plain('activities:claimed.keepMine', said(own)), own, entered),
        key(words.plain('activities:claimed.keepTheirs', said(entered)), entered, own),
      ],
    })
  }

  async function askToRead(opened: Chat, application: Application): Promise<void> {
    const activity = await activities.read(application.activityId)
    const by = application.filledBy === null ? undefined : await people.persons.read(application.filledBy)
    if (!activity) return
    const { text: notice, mark } = await people.noticeFor(opened.words, noticeSubject(activity))
    opened.tell({
      text: opened.words('activities:claimed.ask', {
        by: by ? displayName(by) : opened.words.plain('activities:claimed.coordinator'),
        title: titleOf(activity, opened.words.language),
        notice,
      }),
      keyboard: [
        [
          {
            text: opened.words.plain('notice:read'),
            callback_data: buttons.claimRead.pack({ applicationId: application.id, mark }),
          },
        ],
      ],
    })
  }

  return { chat: composer, show }
}
