import { Composer } from 'grammy'
import type { Accounts } from '../../bot/data/accounts.ts'
import type { Chat } from '../../bot/context.ts'
import type { Feature } from '../../bot/feature.ts'
import type { Messenger } from '../../bot/messenger.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Database } from '../../platform/database.ts'
import type { Texts } from '../../platform/texts/open-texts.ts'
import type { Words } from '../../platform/texts/words.ts'
import { DomainError } from '../../shared/domain-error.ts'
import type { Language } from '../../shared/localized-text.ts'
import { becomePerson as becoming } from './actions/become-person.ts'
import { notices, type NoticeSubject } from './actions/notices.ts'
import { consenting } from './actions/decide-consent.ts'
import { giveRoles } from './actions/give-roles.ts'
import { movingPerson } from './actions/move-person.ts'
import { settlingHomeZone } from './actions/settle-home-zone.ts'
import { tendingFirms } from './actions/tend-firms.ts'
import { inviteAndJoin } from './actions/invite-and-join.ts'
import { tellPerson } from './actions/tell-person.ts'
import { firmLinks } from './chat/firm-links.ts'
import { peopleDesk } from './chat/desk.ts'
import { chamberLine, noticeText } from './chat/notice-view.ts'
import { questions as askingQuestions } from './chat/questions.ts'
import { homeZoneChat, zoneQuestion } from './chat/home-zone.ts'
import { peopleLinks } from './chat/links.ts'
import { firmsChat } from './chat/firms.ts'
import { firstLanguageRow, languageButtons, languageChat } from './chat/language.ts'
import { memberNews } from './chat/member-news.ts'
import { consentQuestion, privacyChat } from './chat/privacy.ts'
import { linkUsed, type PageOfScopes } from './chat/roles.ts'
import { controllerStore } from './data/controller-store.ts'
import { questionStore } from './data/question-store.ts'
import { firmInvitationStore } from './data/firm-invitation-store.ts'
import { firmMerging } from './data/firm-merging.ts'
import { moveStore } from './data/move-store.ts'
import { firmStore } from './data/firm-store.ts'
import { forgetStrangers } from './data/forget-strangers.ts'
import { memberStore } from './data/member-store.ts'
import { personStore } from './data/person-store.ts'
import { roleStore } from './data/role-store.ts'
import { displayName } from './domain/person.ts'
import { countryOfZone } from './domain/home-zone.ts'
import { greetingOf } from './domain/greeting.ts'
import type { Firm } from './domain/firm.ts'
import { isOwner, mayCoordinate, type Grant } from './domain/roles.ts'

export { offeredCountries, readCountry } from './domain/countries.ts'
export { clusters, readCluster, type Cluster } from './domain/cluster.ts'
export { readEmail } from './domain/email.ts'
export { peopleErrors } from './domain/errors.ts'
export type { Firm, NewFirm } from './domain/firm.ts'
export { firmFrom, planFirm, type FirmPlan } from './domain/firm-list/plan-firm.ts'
export {
  findFirmSheet,
  readFirmList,
  type FirmList,
  type FirmRow,
} from './domain/firm-list/read-firm-list.ts'
export { firmListTemplate } from './domain/firm-list/template.ts'
export { readFirmName } from './domain/firm-name.ts'
export { readFreeText } from './domain/free-text.ts'
export {
  passportLine,
  proposePassportName,
  readPassportName,
  respellForPassport,
  type PassportName,
} from './domain/passport-name.ts'
export { displayName, type Person } from './domain/person.ts'
export { fullName, nameFromTelegram, readFullName } from './domain/person-name.ts'
export {
  countryOfPhone,
  formatPhone,
  likelyPhoneCountries,
  readPhone,
  readSharedPhone,
} from './domain/phone.ts'
export { readPosition } from './domain/position.ts'
export { mayCoordinate, mayCoordinateEverything, reachOf, type Grant, type Reach } from './domain/roles.ts'
export { readSpokenLanguages, spokenLanguageName, spokenLanguages } from './domain/spoken-languages.ts'
export { readTaxNumber } from './domain/tax-number.ts'
export { readYesOrNo } from './domain/yes-no.ts'
export { inviteColleague } from './chat/buttons.ts'
export type { Notice } from './actions/notices.ts'

export interface PeopleNeeds {
  database: Database
  clock: Clock
  messenger: Messenger
  accounts: Accounts
  texts: Texts
  botUsername: string
  homeTimeZone: string
  /** Pauses what other rooms have open for this person. */
  pauseOthers(chat: Chat): Promise<void>
  /** Publishes the menu of commands that fits somebody; best effort, outside the transaction. */
  publishCommands(userId: number, language: Language, isCoordinator: boolean): void
  /** Shows again whatever question of any room is open for this person. */
  showsAgain(chat: Chat): Promise<boolean>
  showHome(chat: Chat): Promise<void>
  /** Opens what a link leads to, of any room. */
  followLink(chat: Chat, payload: string): Promise<void>
  /** What a colleague had entered for somebody becomes theirs; whether they have been given the notice to read. */
  takeOver(chat: Chat, fromPersonId: number, toPersonId: number): Promise<boolean>
  /** How many applications are in the name of a firm. */
  applicationsOf(firmId: number): Promise<number>
  /** What other rooms have to say before two firms become one, a line each. */
  mergeDoubts(words: Words, fromId: number, intoId: number): Promise<string[]>
  /** Whatever other rooms keep about a firm is another's from here on. */
  moveFirm(fromId: number, intoId: number): Promise<void>
  /** Whatever other rooms keep about a person is another's from here on. */
  handOver(fromPersonId: number, toPersonId: number): Promise<void>
  /** Says what could not be said to somebody before. */
  catchUp(personId: number): Promise<void>
  /** Whether an application of theirs has been approved, for something that consents are asked for. */
  isApproved(personId: number): Promise<boolean>
  /** What a role can be limited to: the activities that are not over, a page of them. */
  runningActivities(language: Language, offset: number): Promise<PageOfScopes>
  isRunning(activityCode: string): Promise<boolean>
  /** Opens the activities a firm has been invited to. */
  openInvitedTo(chat: Chat, codes: readonly string[]): Promise<void>
}

export type People = ReturnType<typeof people>

/** People: persons, firms, roles, languages, notices and consents. */
export function people(needs: PeopleNeeds) {
  const { database, clock, accounts, texts, botUsername, publishCommands } = needs
  const persons = personStore(database, clock)
  const firms = firmStore(database, clock)
  const members = memberStore(database, clock)
  const invitations = firmInvitationStore(database, clock)
  const roles = roleStore(database, clock)
  const tell = tellPerson({ ...needs, persons })
  const becomePerson = becoming({ accounts, persons })
  const isReachable = async (personId: number) =>
    (await accounts.ofPerson(personId)).some((account) => account.isReachable)
  const joining = inviteAndJoin({ firms, members, invitations, roles, clock, isReachable })
  const giving = giveRoles({ roles })
  const controllers = controllerStore(database, clock)
  const openQuestions = questionStore(database, clock)
  const questions = askingQuestions({ open: openQuestions, pauseOthers: needs.pauseOthers })
  const homeCountry = countryOfZone(needs.homeTimeZone)
  const noticeAbout = notices({
    controllers,
    wording: texts.words('tr').plain('notice:version'),
    homeCountry,
  })
  const noticeFor = async (words: Words, about?: NoticeSubject) => {
    const notice = await noticeAbout(about)
    return { ...notice, text: noticeText(words, notice, botUsername) }
  }
  const consents = consenting({ persons, isApproved: needs.isApproved })

  async function rolesChanged(personId: number): Promise<void> {
    const isCoordinator = mayCoordinate(await roles.of(personId))
    const reached = await accounts.ofPerson(personId)
    database.current()?.afterCommit(() => {
      for (const { userId, language } of reached) publishCommands(userId, language, isCoordinator)
    })
  }

  const { askAboutMember, answerJoin } = memberNews({ persons, joining, tell })

  /** Whoever gave a link away learns who has used it. */
  async function tellOwners(personId: number, accepted: Pick<Grant, 'role' | 'activityCode'>): Promise<void> {
    const owners = (await roles.all()).filter((grant) => isOwner([grant]) && grant.personId !== personId)
    const person = await persons.read(personId)
    for (const owner of new Set(owners.map((grant) => grant.personId)))
      await tell(owner, (words) => linkUsed(words, person ? displayName(person) : '', accepted))
  }

  async function ownersOnly({ viewer }: Chat): Promise<void> {
    if (viewer.personId === null || !isOwner(await roles.of(viewer.personId)))
      throw new DomainError('people:errors.ownersOnly')
  }

  const chat = new Composer<Chat>()
  // Telegram takes a menu only for chats that have begun: a coordinator's is published when she starts.
  chat.command('start', async ({ viewer }, next) => {
    if (viewer.personId !== null && mayCoordinate(await roles.of(viewer.personId)))
      await rolesChanged(viewer.personId)
    await next()
  })
  chat.use(
    languageChat({
      accounts,
      showsAgain: needs.showsAgain,
      showHome: needs.showHome,
      followLink: needs.followLink,
      languageChanged: async ({ viewer }) => {
        if (viewer.personId !== null) await rolesChanged(viewer.personId)
      },
    }),
  )
  chat.use(privacyChat({ consents, persons, notice: async (words) => (await noticeFor(words)).text }))
  chat.use(firmsChat({ persons, firms, joining, answerJoin, becomePerson, botUsername }))
  const tending = tendingFirms({
    ...needs,
    firms,
    members,
    invitations,
    roles,
    merging: firmMerging(database),
  })
  const moves = moveStore(database, clock)
  const moving = movingPerson({ ...needs, members, moves, roles })
  const zones = settlingHomeZone({ ...needs, persons, members })
  const desk = peopleDesk({
    ...needs,
    persons,
    firms,
    members,
    roles,
    controllers,
    tending,
    moving,
    giving,
    questions,
    tell,
    homeCountry,
    rolesChanged,
    ownersOnly,
  })
  chat.use(questions.chat)
  chat.use(homeZoneChat({ persons, zones, questions }))
  chat.use(desk.chat)

  const firmLink = firmLinks({ ...needs, persons, joining, tell, becomePerson })
  chat.use(firmLink.chat)

  const feature: Feature = {
    name: 'people',
    chat,
    links: peopleLinks({
      ...needs,
      openFirmLink: firmLink.open,
      giving,
      moving,
      becomePerson,
      rolesChanged,
      tellOwners,
      accountLeft: (userId, language) =>
        void database.current()?.afterCommit(() => publishCommands(userId, language, false)),
    }),
    greets: async ({ viewer }) => {
      const person = viewer.personId === null ? undefined : await persons.read(viewer.personId)
      return greetingOf(person, viewer)
    },
    whomToAsk: async ({ words }) => [chamberLine(words, await controllers.read())],
    ...questions.part,
    beneathFirstWords: firstLanguageRow,
    home: async ({ viewer, words }) =>
      viewer.isLanguageChosen || viewer.isNew ? undefined : { lines: [], buttons: languageButtons(words) },
  }

  return {
    feature,
    persons,
    firms,
    members,
    roles,
    giving,
    joining,
    tell,
    becomePerson,
    /** The language in which somebody is told things; undefined where nobody can be told. */
    async languageOf(personId: number): Promise<Language | undefined> {
      return (await accounts.ofPerson(personId)).find(({ isReachable }) => isReachable)?.language
    },
    isReachable,
    /** Whether somebody has ever written from a phone of their own. */
    hasPhone: async (personId: number) => (await accounts.ofPerson(personId)).length > 0,
    wordsIn: (language: Language) => texts.words(language),
    /** The accounts whose menu of commands is a coordinator's. */
    async coordinatorAccounts(): Promise<{ userId: number; language: Language }[]> {
      const ids = new Set(
        (await roles.all()).filter((grant) => mayCoordinate([grant])).map(({ personId }) => personId),
      )
      return (await Promise.all([...ids].map((personId) => accounts.ofPerson(personId)))).flat()
    },
    askAboutMember,
    answerJoin,
    controllers,
    /** After an application: somebody's home zone, kept where it is clear, asked for where it is not. */
    async settleHomeZone(opened: Chat, personId: number, firm?: Firm): Promise<void> {
      const open = await zones.settle(personId, firm)
      if (open.length > 0) opened.tell(zoneQuestion(opened.words, open))
    },
    /** The notice in force for an activity: its text, and the version of it. */
    noticeFor,
    noticeAbout,
    desk: desk.part,
    /** Asks the first consent that is open, if any: after an approval, once the notice has been read. */
    async askConsents(personId: number): Promise<void> {
      const open = await consents.openOne(personId)
      if (open) await tell(personId, (words) => consentQuestion(words, open.purpose, open.revision))
    },
    sweeps: [...roles.sweeps, invitations.sweep, openQuestions.sweep, moves.sweep],
    /** The last of the clean-up: whoever can be reached by no account, has no role and is in no column another room has `named`. */
    forgetStrangers: (named: readonly string[]) => forgetStrangers(database, named),
  }
}
