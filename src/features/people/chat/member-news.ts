import type { Message } from '../../../bot/messenger.ts'
import type { Words } from '../../../platform/texts/words.ts'
import type { inviteAndJoin, JoinAnswer, JoinRequest } from '../actions/invite-and-join.ts'
import type { TellPerson } from '../actions/tell-person.ts'
import type { PersonStore } from '../data/person-store.ts'
import type { Firm } from '../domain/firm.ts'
import { displayName, type Person } from '../domain/person.ts'
import { decideJoin } from './buttons.ts'

export interface MemberNewsNeeds {
  persons: PersonStore
  joining: ReturnType<typeof inviteAndJoin>
  tell: TellPerson
  /** Somebody stands otherwise with a firm than before: other rooms have waited for that. */
  standingChanged(personId: number): Promise<void>
}

export type MemberNews = ReturnType<typeof memberNews>

/** Who belongs to a firm: the question to those who know, and the answer to whoever asked. */
export function memberNews({ persons, joining, tell, standingChanged }: MemberNewsNeeds) {
  /** Asks those who know whether this person belongs to the firm; once. Says how the person stands with it. */
  async function askAboutMember(firmId: number, personId: number): Promise<JoinRequest> {
    const request = await joining.requestToJoin(firmId, personId)
    const person = await persons.read(personId)
    if (person)
      for (const asked of request.askPersonIds)
        await tell(asked, (words) => joinQuestion(words, person, request.firm))
    return request
  }

  /** Says whether somebody belongs to a firm, and tells them; `isNew` is false where that had been said before. */
  async function answerJoin(firmId: number, personId: number, byPersonId: number, answer: JoinAnswer) {
    const decided = await joining.decideRequest(firmId, personId, byPersonId, answer)
    if (decided.isNew) {
      await tell(personId, (words) => ({
        text: words(answer === 'refuse' ? 'people:join.refused' : 'people:join.accepted', {
          firm: decided.firm.name,
        }),
      }))
      await standingChanged(personId)
    }
    return decided
  }

  return { askAboutMember, answerJoin }
}

/** Asks somebody who knows whether a person belongs to their firm. */
const joinQuestion = (words: Words, person: Person, firm: Firm): Message => ({
  text: words('people:join.asks', { name: displayName(person), firm: firm.name }),
  keyboard: [
    (['yes', 'no'] as const).map((answer) => ({
      text: words.plain(`people:join.${answer}`),
      callback_data: decideJoin.pack({ firmId: firm.id, personId: person.id, answer }),
    })),
  ],
})
