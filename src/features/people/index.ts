import { Composer } from 'grammy'
import type { Chat } from '../../bot/context.ts'
import type { Feature } from '../../bot/feature.ts'
import type { Language } from '../../shared/localized-text.ts'
import { becomePerson as becoming } from './actions/become-person.ts'
import { consenting } from './actions/decide-consent.ts'
import { forgetInTime } from './actions/forget-in-time.ts'
import { giveRoles } from './actions/give-roles.ts'
import { settlingHomeZone } from './actions/settle-home-zone.ts'
import { inviteAndJoin } from './actions/invite-and-join.ts'
import { tellPerson } from './actions/tell-person.ts'
import { zoneOfPerson } from './actions/zone-of-person.ts'
import { firmLinks } from './chat/firm-links.ts'
import { chamberLine } from './chat/notice-view.ts'
import { noticeChanged } from './chat/notice-changed.ts'
import { noticesInWords } from './chat/notices-in-words.ts'
import { questions as askingQuestions } from './chat/questions.ts'
import { homeZoneChat, settlingInChat } from './chat/home-zone.ts'
import { peopleLinks } from './chat/links.ts'
import { firmsChat } from './chat/firms.ts'
import { firstLanguageRow, languageButtons, languageChat } from './chat/language.ts'
import { leavingHand } from './chat/leaving-hand.ts'
import { memberNews } from './chat/member-news.ts'
import { consentQuestion } from './chat/privacy.ts'
import { roleNews } from './chat/role-news.ts'
import { tellingGone } from './chat/telling-gone.ts'
import { takesStaffPhone } from './chat/staff-phone.ts'
import { askedToday } from './data/asked-today.ts'
import { forgetStrangers } from './data/forget-strangers.ts'
import { countryOfZone } from './domain/home-zone.ts'
import type { PeopleNeeds } from './needs.ts'
import { openDeskCorner } from './desk.ts'
import { phonesOf } from './phones.ts'
import { openPrivacy } from './privacy.ts'
import { openStores } from './stores.ts'
import { greetingOf } from './domain/greeting.ts'

export * from './domain/offered.ts'
export { deskRow, inviteColleague, openDesk } from './chat/buttons.ts'
export { ownWordsNote } from './chat/own-words-note.ts'
export { grantsOfCoordinator } from './actions/grants-of-coordinator.ts'
export type { Notice } from './actions/notices.ts'

export type People = ReturnType<typeof people>

/** People: persons, firms, roles, languages, notices and consents. */
export function people(needs: PeopleNeeds) {
  const { database, clock, accounts, texts, botUsername, publishCommands } = needs
  const stores = openStores(database, clock)
  const { persons, firms, members, invitations, roles, audit, controllers, openQuestions, moves } = stores
  const zoneOf = zoneOfPerson({ ...needs, persons })
  const tell = tellPerson({ ...needs, zoneOf })
  const becomePerson = becoming({ accounts, persons })
  const phones = phonesOf(accounts)
  const leaveHand = leavingHand(needs)
  const joining = inviteAndJoin({
    firms,
    members,
    invitations,
    roles,
    clock,
    isReachable: phones.isReachableHere,
  })
  const giving = giveRoles({ roles, audit })
  const questions = askingQuestions({ open: openQuestions, pauseOthers: needs.pauseOthers })
  const homeCountry = countryOfZone(needs.homeTimeZone)
  const { wording, noticeAbout, noticeFor } = noticesInWords({ ...needs, controllers, homeCountry })
  const consents = consenting({ persons, seatedOn: needs.seatedOn })

  const { rolesChanged, languageChanged, tellOwners, ownersOnly, coordinatorAccounts, menu } = roleNews({
    ...needs,
    persons,
    roles,
    tell,
  })
  const { askAboutMember, answerJoin } = memberNews({ ...needs, persons, joining, tell })

  const chat = new Composer<Chat>()
  chat.use(menu)
  chat.use(
    languageChat({
      database,
      accounts,
      showsAgain: needs.showsAgain,
      showHome: needs.showHome,
      followLink: needs.followLink,
      languageChanged: ({ viewer }, language) => languageChanged(viewer, language),
    }),
  )
  const accountLeft = (userId: number, language: Language) =>
    void database.current()?.afterCommit(() => publishCommands(userId, language, 'none'))
  const privacy = openPrivacy({
    ...{ ...needs, persons, roles, audit, controllers, consents, questions, homeCountry },
    ...{ becomePerson, ownersOnly, accountLeft, zoneOf },
    notice: async (words) => (await noticeFor(words)).text,
  })
  chat.use(...privacy.chats)
  chat.use(firmsChat({ persons, firms, joining, answerJoin, becomePerson, botUsername }))
  const zones = settlingHomeZone({ ...needs, persons, members })
  const wasAsked = askedToday(database, clock)
  const { desk, moving } = openDeskCorner({
    ...{ ...needs, ...stores, giving, questions, tell, homeCountry, rolesChanged, ownersOnly },
    openRequests: privacy.openRequests,
  })
  chat.use(questions.chat)
  chat.use(homeZoneChat({ ...needs, persons, zones, questions }))
  chat.use(desk.chat)

  const firmLink = firmLinks({ ...needs, persons, joining, tell, becomePerson })
  chat.use(firmLink.chat)

  const takesPhone = takesStaffPhone({ ...needs, persons, roles })
  const feature: Feature = {
    name: 'people',
    chat,
    links: peopleLinks({
      ...needs,
      openFirmLink: firmLink.open,
      persons,
      giving,
      moving,
      becomePerson,
      rolesChanged,
      tellOwners,
      accountLeft,
      leaveHand,
    }),
    greets: async ({ viewer }) => {
      const person = viewer.personId === null ? undefined : await persons.read(viewer.personId)
      return greetingOf(person, viewer)
    },
    whomToAsk: async ({ words }) => [chamberLine(words, await controllers.read())],
    knownOfSender: roles.knownOfSender,
    ...questions.part,
    takesOver: async (written, mayBeOpen) =>
      (await questions.part.takesOver(written, mayBeOpen)) || takesPhone(written),
    beneathFirstWords: firstLanguageRow,
    home: async ({ viewer, words }) =>
      viewer.isLanguageChosen || viewer.isNew ? undefined : { lines: [], buttons: languageButtons(words) },
  }

  return {
    /** Before every other room: a notice with other words is put before what somebody has come for. */
    first: {
      name: 'people.notice',
      chat: noticeChanged({ persons, wording, noticeAbout, wasAsked }),
    } satisfies Feature,
    feature,
    persons,
    firms,
    members,
    roles,
    giving,
    joining,
    /** Who has seen, changed and exported what: noted by every room where it happens. */
    audit: { note: audit.note },
    /** Questions that somebody answers with their next words; other rooms add theirs. */
    questions: {
      add: questions.add,
      ask: questions.ask,
      leave: questions.leave,
      openAbout: questions.openAbout,
    },
    tell,
    zoneOf,
    becomePerson,
    languageOf: phones.languageOf,
    isReachable: phones.isReachable,
    hasPhone: phones.hasPhone,
    leaveHand,
    wordsIn: (language: Language) => texts.words(language),
    coordinatorAccounts,
    askAboutMember,
    answerJoin,
    controllers,
    settleHomeZone: settlingInChat({ zones, wasAsked }),
    /** The notice in force for an activity: its text, and the version of it. */
    noticeFor,
    noticeAbout,
    desk: desk.part,
    /** Asks the first consent that is open, if any: after an approval, once the notice has been read. */
    async askConsents(personId: number): Promise<void> {
      const open = await consents.openOne(personId)
      // A consent is given by a tap of one's own; whoever is told by a coordinator is asked once they have come here.
      if (open && (await phones.isReachableHere(personId)))
        await tell(personId, (words) => consentQuestion(words, open.purpose, open.revision))
    },
    jobs: privacy.jobs,
    personalData: privacy.personalData,
    /** What was told for a journey goes when the notice says so, and whoever told it hears of it. */
    forgetInTime: forgetInTime({ ...needs, tellGone: tellingGone(tell) }),
    sweeps: [...roles.sweeps, invitations.sweep, openQuestions.sweep, moves.sweep, ...privacy.sweeps],
    /** The last of the clean-up: whoever can be reached by no account, has no role and is in no column another room has `named`. */
    forgetStrangers: (named: readonly string[]) => forgetStrangers(database, named),
  }
}
