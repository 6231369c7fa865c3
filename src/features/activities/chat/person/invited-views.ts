import type { Message } from '../../../../bot/messenger.ts'
import { pageKeys, pageSize } from '../../../../bot/page-keys.ts'
import type { Words } from '../../../../platform/texts/words.ts'
import { shortenedTo } from '../../../../shared/clean-text.ts'
import { languageNames } from '../../../../shared/localized-text.ts'
import type { SheetToWrite } from '../../../../shared/spreadsheet.ts'
import { formatPhone } from '../../../people/index.ts'
import type { InvitedWithLink } from '../../actions/person/invite-offline.ts'
import type { Invited } from '../../data/person/invited-list.ts'
import { cityOf, titleOf, type Activity } from '../../domain/activity.ts'
import { activityRow } from '../activity-row.ts'
import * as buttons from '../buttons.ts'
import { whenText } from '../trips/when-text.ts'

export interface InvitedScene {
  activity: Activity
  all: readonly Invited[]
  offset: number
}

/** Who is invited and has not started the bot, each with a button that makes a text and a link for them. */
export function invitedView(words: Words, { activity, all, offset }: InvitedScene): Message {
  const activityId = activity.id
  const page = all.slice(offset, offset + pageSize)
  return {
    text: [
      words('person:invited.head', { title: titleOf(activity, words.language) }),
      all.length > 0 ? words('person:invited.count', { count: all.length }) : words('person:invited.nobody'),
    ].join('\n\n'),
    keyboard: [
      ...page.map(({ kind, id, name, firm }) => [
        {
          text: shortenedTo([name, firm].filter(Boolean).join(', ') || '–', 48),
          callback_data: buttons.openInvited.pack({ activityId, kind, id }),
        },
      ]),
      ...pageKeys(words, { offset, limit: pageSize, total: all.length }, (to) =>
        buttons.listInvited.pack({ activityId, offset: to }),
      ),
      ...(all.length > 1
        ? [
            [
              {
                text: words.plain('person:invited.file'),
                callback_data: buttons.inviteAll.pack({ activityId }),
              },
            ],
          ]
        : []),
      activityRow(words.plain('person:keys.activity'), activityId),
    ],
  }
}

/** A number as it is read out; as the list of firms has it where it is none. */
const readable = (phone: string | null): string | null =>
  phone !== null && /^\+\d{8,15}$/.test(phone) ? formatPhone(phone) : phone

export interface InvitationScene extends InvitedWithLink {
  activity: Activity
  link: string
  /** The language of whoever is invited. */
  theirs: Words
}

/** The text for one of them, in their language, ready to be copied or sent on. */
export function invitationView(words: Words, scene: InvitationScene): Message {
  const { activity, who, link, theirs, payload } = scene
  const text = invitationText(scene)
  const isPersonal = payload.startsWith('f_')
  return {
    text: [
      words('person:invited.one', {
        who: [who.name, who.firm, readable(who.phone)].filter(Boolean).join(', ') || '–',
        language: languageNames[theirs.language],
      }),
      words('person:invited.text', { text: `${text}\n${link}` }),
      words(isPersonal ? 'person:invited.personal' : 'person:invited.general'),
    ].join('\n\n'),
    keyboard: [
      [
        {
          text: words.plain('person:invited.share'),
          url: `https://t.me/share/url?url=${encodeURIComponent(link)}&text=${encodeURIComponent(text)}`,
        },
      ],
      [
        {
          text: words.plain('person:invited.back'),
          callback_data: buttons.listInvited.pack({ activityId: activity.id, offset: 0 }),
        },
      ],
    ],
  }
}

/** "Dear …, you are invited to …", without the link. */
const invitationText = ({
  activity,
  who,
  theirs,
}: Pick<InvitationScene, 'activity' | 'who' | 'theirs'>): string =>
  theirs.plain(`person:invited.${letterFor(who)}`, {
    name: who.name ?? '',
    title: titleOf(activity, theirs.language),
    when: whenText(theirs, activity),
    city: cityOf(activity, theirs.language),
  })

/** Who has applied or was entered is not invited any more: what they miss is in Telegram. */
function letterFor({ kind, name }: Invited): 'letterOn' | 'lettersTo' | 'letterTo' {
  if (kind === 'person') return 'letterOn'
  return name === null ? 'lettersTo' : 'letterTo'
}

/** All of them as a sheet, for mail merge: the text of each in their language, with their link. */
export const invitedSheet = (words: Words, all: readonly InvitationScene[]): SheetToWrite => ({
  name: 'invited',
  columns: (['name', 'firm', 'phone', 'language', 'link', 'text'] as const).map((column) => ({
    header: words.plain(`person:invited.column.${column}`),
    width: { name: 24, firm: 30, phone: 18, language: 12, link: 48, text: 90 }[column],
  })),
  rows: all.map((scene) => ({
    values: [
      ...[scene.who.name, scene.who.firm, scene.who.phone, languageNames[scene.theirs.language], scene.link],
      `${invitationText(scene)}\n${scene.link}`,
    ],
  })),
})
