import type { Chat } from '../../bot/context.ts'
import type { Words } from '../../platform/texts/words.ts'
import type { Language } from '../../shared/localized-text.ts'
import { collectMyData } from './actions/collect-my-data.ts'
import { correctPerson } from './actions/correct-person.ts'
import type { consenting } from './actions/decide-consent.ts'
import { erasePerson } from './actions/erase-person.ts'
import { auditChat } from './chat/audit.ts'
import { correctingChat } from './chat/correcting.ts'
import { ownDataChat } from './chat/own-data.ts'
import { privacyChat, type PrivacyNeeds } from './chat/privacy.ts'
import type { Questions } from './chat/questions.ts'
import { requestsChat } from './chat/requests.ts'
import type { AuditStore } from './data/audit-store.ts'
import type { ControllerStore } from './data/controller-store.ts'
import { peoplePersonalData } from './data/personal-data.ts'
import type { PersonStore } from './data/person-store.ts'
import { proofsOfTheGone } from './data/proofs-of-the-gone.ts'
import { requestStore } from './data/request-store.ts'
import type { RoleStore } from './data/role-store.ts'
import { sendMyData } from './jobs/send-my-data.ts'
import type { PeopleNeeds } from './needs.ts'
import type { Action } from './domain/rights.ts'

export interface PrivacyCornerNeeds extends PeopleNeeds, Pick<PrivacyNeeds, 'notice' | 'zoneOf'> {
  persons: PersonStore
  roles: RoleStore
  audit: AuditStore
  controllers: ControllerStore
  consents: ReturnType<typeof consenting>
  questions: Questions
  homeCountry: string | undefined
  becomePerson(viewer: Chat['viewer']): Promise<number>
  ownersOnly(chat: Chat, action: Action): Promise<void>
  accountLeft(userId: number, language: Language): void
}

/** `/privacy` and what an owner has to do with it: notice, consents, a copy, correcting, erasing, requests and the record. */
export function openPrivacy(needs: PrivacyCornerNeeds) {
  const { database, clock, personalData } = needs
  const requests = requestStore(database, clock)
  const corner = { ...needs, requests }
  return {
    chats: [
      privacyChat(corner),
      ownDataChat({ ...corner, erasing: erasePerson(corner) }),
      correctingChat({ ...corner, correct: correctPerson(corner) }),
      requestsChat(corner),
      auditChat(corner),
    ],
    jobs: [sendMyData({ ...corner, collect: collectMyData(personalData) })],
    sweeps: [requests.sweep, needs.audit.sweep, ...proofsOfTheGone(database)],
    personalData: peoplePersonalData(database, clock),
    /** How many requests are open, in words for an owner's desk. */
    async openRequests(words: Words): Promise<string> {
      return words.plain('privacy:requests.button', { count: await requests.countOpen() })
    },
  }
}
