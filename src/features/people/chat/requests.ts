import { Composer } from 'grammy'
import { staleButton } from '../../../bot/callback-data.ts'
import type { Chat } from '../../../bot/context.ts'
import type { Message } from '../../../bot/messenger.ts'
import type { Clock } from '../../../platform/clock.ts'
import { formatDate } from '../../../platform/texts/dates.ts'
import type { Words } from '../../../platform/texts/words.ts'
import type { AuditStore } from '../data/audit-store.ts'
import type { PersonStore } from '../data/person-store.ts'
import type { PrivacyRequest, RequestStore } from '../data/request-store.ts'
import { readFreeText } from '../domain/free-text.ts'
import { displayName } from '../domain/person.ts'
import {
  daysLeft,
  requestKinds,
  requestWays,
  type RequestKind,
  type RequestWay,
} from '../domain/privacy-requests.ts'
import type { Action } from '../domain/rights.ts'
import { askTicking, deskRow, listRequests, newRequest, requestCame, tickRequest } from './buttons.ts'
import type { Questions } from './questions.ts'

export interface RequestsChatNeeds {
  requests: RequestStore
  audit: Pick<AuditStore, 'note'>
  persons: Pick<PersonStore, 'read'>
  questions: Questions
  clock: Clock
  homeTimeZone: string
  /** Throws for anybody but an owner. */
  ownersOnly(chat: Chat, action: Action): Promise<void>
}

/** The register of what people have asked for under data protection, on an owner's desk. */
export function requestsChat(needs: RequestsChatNeeds): Composer<Chat> {
  const { requests, persons, questions, clock, homeTimeZone, ownersOnly } = needs
  const composer = new Composer<Chat>()

  composer.callbackQuery(listRequests.pattern, async (chat) => {
    await ownersOnly(chat, 'keepRequests')
    chat.turn(await list(chat.words))
  })

  composer.callbackQuery(newRequest.pattern, async (chat) => {
    await ownersOnly(chat, 'keepRequests')
    const kind = kindOf(newRequest.unpack(chat.callbackQuery.data).kind)
    chat.turn({
      text: chat.words('privacy:requests.askVia', {
        kind: chat.words.plain(`privacy:requests.kind.${kind}`),
      }),
      keyboard: [
        ...requestWays.map((via) => [
          {
            text: chat.words.plain(`privacy:requests.via.${via}`),
            callback_data: requestCame.pack({ kind, via }),
          },
        ]),
        [{ text: chat.words.plain('bot:back'), callback_data: listRequests.pack({}) }],
      ],
    })
  })

  composer.callbackQuery(requestCame.pattern, async (chat) => {
    await ownersOnly(chat, 'keepRequests')
    const { kind, via } = requestCame.unpack(chat.callbackQuery.data)
    await questions.ask(chat, 'request', `${kindOf(kind)}.${wayOf(via)}`)
  })

  questions.add({
    name: 'request',
    prompt: async ({ words }) => ({ text: words('privacy:requests.askWho') }),
    async answer(chat, text, about) {
      await ownersOnly(chat, 'keepRequests')
      const [kind = '', via = ''] = about.split('.')
      await requests.enter({ kind: kindOf(kind), via: wayOf(via), who: readFreeText(text, { max: 200 }) })
      await noteChange(chat)
      chat.tell(await list(chat.words))
    },
  })

  composer.callbackQuery(askTicking.pattern, async (chat) => {
    await ownersOnly(chat, 'keepRequests')
    const { requestId } = askTicking.unpack(chat.callbackQuery.data)
    const request = await requests.read(requestId)
    if (!request) throw staleButton()
    chat.turn({
      text: chat.words('privacy:requests.askTick', { line: await line(chat.words, request) }),
      keyboard: [
        [{ text: chat.words.plain('privacy:requests.tick'), callback_data: tickRequest.pack({ requestId }) }],
        [{ text: chat.words.plain('bot:back'), callback_data: listRequests.pack({}) }],
      ],
    })
  })

  composer.callbackQuery(tickRequest.pattern, async (chat) => {
    await ownersOnly(chat, 'keepRequests')
    const { requestId } = tickRequest.unpack(chat.callbackQuery.data)
    if (!(await requests.tick(requestId, chat.viewer.personId ?? 0))) throw staleButton()
    await noteChange(chat)
    chat.turn(await list(chat.words))
  })
  return composer

  function noteChange({ viewer }: Chat): Promise<void> {
    return needs.audit.note({ byPersonId: viewer.personId ?? 0, act: 'changed', what: 'requests' })
  }

  async function list(words: Words): Promise<Message> {
    const { open, done } = await requests.open()
    const lines = await Promise.all(open.map((request) => line(words, request)))
    return {
      text: [
        words('privacy:requests.title'),
        ...(lines.length > 0
          ? [lines.map((one) => `• ${one}`).join('\n')]
          : [words('privacy:requests.none')]),
        words('privacy:requests.done', { count: done }),
      ].join('\n\n'),
      keyboard: [
        ...open.slice(0, 20).map((request, at) => [
          {
            text: words.plain('privacy:requests.answered', { place: at + 1 }),
            callback_data: askTicking.pack({ requestId: request.id }),
          },
        ]),
        ...requestKinds.map((kind) => [
          {
            text: words.plain('privacy:requests.enter', {
              kind: words.plain(`privacy:requests.kind.${kind}`),
            }),
            callback_data: newRequest.pack({ kind }),
          },
        ]),
        deskRow(words),
      ],
    }
  }

  async function line(words: Words, request: PrivacyRequest): Promise<string> {
    const person = request.personId === null ? undefined : await persons.read(request.personId)
    const left = daysLeft(request.dueAt, clock.now())
    const receivedOn = request.receivedAt.toZonedDateTimeISO(homeTimeZone).toPlainDate()
    return words('privacy:requests.line', {
      kind: words.plain(`privacy:requests.kind.${kindOf(request.kind)}`),
      who: request.who ?? (person ? displayName(person) : '–'),
      date: formatDate(receivedOn, words.language),
      left:
        left < 0
          ? words.plain('privacy:requests.late')
          : words.plain('privacy:requests.left', { count: left }),
    })
  }
}

function kindOf(name: string): RequestKind {
  const kind = requestKinds.find((known) => known === name)
  if (!kind) throw staleButton()
  return kind
}

function wayOf(name: string): RequestWay {
  const way = requestWays.find((known) => known === name)
  if (!way) throw staleButton()
  return way
}
