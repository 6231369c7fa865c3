import { Composer } from 'grammy'
import type { Chat } from '../../../bot/context.ts'
import { pageKeys, pageSize } from '../../../bot/page-keys.ts'
import { formatClock, formatDate } from '../../../platform/texts/dates.ts'
import type { Words } from '../../../platform/texts/words.ts'
import type { AuditEntry, AuditStore } from '../data/audit-store.ts'
import type { PersonStore } from '../data/person-store.ts'
import { auditActs, thingOf } from '../domain/audited.ts'
import { displayName } from '../domain/person.ts'
import type { Action } from '../domain/rights.ts'
import { deskRow, findAudited, showAudit } from './buttons.ts'
import type { Questions } from './questions.ts'

export interface AuditChatNeeds {
  audit: Pick<AuditStore, 'page'>
  persons: Pick<PersonStore, 'read' | 'named'>
  questions: Questions
  homeTimeZone: string
  /** The codes of activities, by their numbers. */
  activityCodes(ids: readonly number[]): Promise<ReadonlyMap<number, string>>
  /** Throws for anybody but an owner. */
  ownersOnly(chat: Chat, action: Action): Promise<void>
}

/** The record of who has seen, changed and exported what, page by page, on an owner's desk. */
export function auditChat(needs: AuditChatNeeds): Composer<Chat> {
  const { audit, persons, questions, homeTimeZone, ownersOnly } = needs
  const composer = new Composer<Chat>()

  composer.callbackQuery(showAudit.pattern, async (chat) => {
    await ownersOnly(chat, 'readAudit')
    const { personId, offset } = showAudit.unpack(chat.callbackQuery.data)
    await show(chat, personId, Math.max(offset, 0))
  })
  composer.callbackQuery(findAudited.pattern, async (chat) => {
    await ownersOnly(chat, 'readAudit')
    await questions.ask(chat, 'audited')
  })

  questions.add({
    name: 'audited',
    prompt: async ({ words }) => ({ text: words('audit:askPerson') }),
    async answer(chat, text) {
      await ownersOnly(chat, 'readAudit')
      const { words } = chat
      const found = await persons.named(text, pageSize)
      chat.tell({
        text: words(found.length > 0 ? 'audit:whom' : 'audit:nobody'),
        keyboard: [
          ...found.map((person) => [
            { text: displayName(person), callback_data: showAudit.pack({ personId: person.id, offset: 0 }) },
          ]),
          [
            {
              text: words.plain('audit:everybody'),
              callback_data: showAudit.pack({ personId: 0, offset: 0 }),
            },
          ],
        ],
      })
    },
  })
  return composer

  async function show(chat: Chat, personId: number, offset: number): Promise<void> {
    const { words } = chat
    const page = { offset, limit: pageSize }
    const { entries, total } = await audit.page({ ...page, ...(personId > 0 ? { personId } : {}) })
    const codes = await needs.activityCodes(
      entries.flatMap(({ activityId }) => (activityId === null ? [] : [activityId])),
    )
    const person = personId > 0 ? await persons.read(personId) : undefined
    chat.turn({
      text: [
        person ? words('audit:titleOf', { name: displayName(person) }) : words('audit:title'),
        ...entries.map((entry) => lineOf(words, entry, codes)),
        ...(total === 0 ? [words('audit:none')] : []),
      ].join('\n\n'),
      keyboard: [
        ...pageKeys(words, { ...page, total }, (at) => showAudit.pack({ personId, offset: at })),
        [{ text: words.plain('audit:find'), callback_data: findAudited.pack({}) }],
        ...(person
          ? [
              [
                {
                  text: words.plain('audit:everybody'),
                  callback_data: showAudit.pack({ personId: 0, offset: 0 }),
                },
              ],
            ]
          : []),
        deskRow(words),
      ],
    })
  }

  function lineOf(words: Words, entry: AuditEntry, codes: ReadonlyMap<number, string>): string {
    const at = entry.at.toZonedDateTimeISO(homeTimeZone)
    const thing = thingOf(entry.what)
    const act = auditActs.find((known) => known === entry.act) ?? 'saw'
    return [
      words('audit:line', {
        at: `${formatDate(at.toPlainDate(), words.language)}, ${formatClock(at)}`,
        who: displayName({ ...entry, id: entry.byPersonId }),
        act: words.plain(`audit:act.${act}`),
        what: thing ? words.plain(`audit:what.${thing}`) : entry.what,
      }),
      ...(entry.activityId === null ? [] : [codes.get(entry.activityId) ?? `#${entry.activityId}`]),
      ...(entry.aboutOne
        ? [words('audit:aboutOne', { name: displayName(entry.aboutOne) })]
        : entry.about > 0
          ? [words('audit:about', { count: entry.about })]
          : []),
      ...(entry.rows === null ? [] : [words('audit:rows', { count: entry.rows })]),
    ].join(' · ')
  }
}
