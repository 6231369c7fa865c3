import { writeSpreadsheet } from '../../../src/platform/spreadsheets/index.ts'
import type { Workbook } from '../../../src/shared/spreadsheet.ts'
import { asSheets } from '../../../src/shared/tables/write-table.ts'
import { sheetOf } from '../../features/activities/workbook/books.ts'
import { everything } from '../everything-form.ts'
import { workbookOf } from '../forms.ts'
import { oneOf } from '../monkey.ts'
import { barcelona, excel } from '../spreadsheets.ts'
import { wildForm } from '../wild-form.ts'
import type { Monkey } from './acts.ts'
import { firstDay, type Player } from './roles.ts'

const picture = new Uint8Array([255, 216, 255, 224])
const paper = new Uint8Array([37, 80, 68, 70])
const half = new Uint8Array([80, 75, 3, 4, 1, 2, 3])

/** Workbooks of whoever runs something. */
const books: Record<string, (roll: () => number) => Workbook> = {
  activity: (roll) => barcelona(oneOf(roll, [firstDay, '2026-12-09', '2027-03-01'])),
  form: (roll) => workbookOf(roll() < 0.1 ? everything : wildForm(Math.floor(roll() * 50))),
  firms: () => firms,
  list: () => participants,
}

type Act = (player: Player, roll: () => number) => Promise<void>

const file =
  (kind: 'document' | 'photo' | 'voice' | 'video', mimeType: string, bytes: Uint8Array, albumOf = 1): Act =>
  ({ person }, roll) =>
    person.does((phone) =>
      phone.sendFile({
        ...{ kind, name: mimeType === excel ? 'broken.xlsx' : `${kind}.bin`, mimeType, bytes, albumOf },
        ...(roll() < 0.3 ? { caption: 'Bakınız' } : {}),
      }),
    )

const others: Record<string, Act> = {
  photo: file('photo', 'image/jpeg', picture),
  album: file('photo', 'image/jpeg', picture, 3),
  voice: file('voice', 'audio/ogg', paper),
  video: file('video', 'video/mp4', paper),
  document: file('document', 'application/pdf', paper),
  broken: file('document', excel, half),
  place: ({ person }) => person.does((phone) => phone.shareLocation({ latitude: 41.5, longitude: 2.2 })),
  contact: ({ person }) => person.sharesOwnContact(),
  'other contact': ({ person }) =>
    person.does((phone) =>
      phone.shareContact({ contact: { phoneNumber: '+905321112233', firstName: 'Can' } }),
    ),
  sticker: ({ person }) => person.does((phone) => phone.sendSticker({ emoji: '👍' })),
}

/** Sends anything but words; says what. */
export async function sendsSomething({ roll }: Monkey, player: Player): Promise<string> {
  const runs = ['owner', 'coordinator', 'partner', 'elsewhere'].includes(player.role)
  const kind = oneOf(roll, [...(runs ? Object.keys(books) : []), ...Object.keys(others)])
  const book = books[kind]
  if (book) {
    const bytes = await writeSpreadsheet(asSheets(book(roll)))
    await player.person.does((phone) =>
      phone.sendFile({ kind: 'document', name: `${kind}.xlsx`, mimeType: excel, bytes }),
    )
  } else await others[kind]?.(player, roll)
  return `sends ${kind}`
}

const firms = {
  sheets: [
    sheetOf('firms', [
      ['firm', 'country', 'city', 'cluster', 'contact_name', 'contact_phone', 'contact_email', 'invited_to'],
      ['Yeni Ray A.Ş.', 'TR', 'Sivas', 'rail', 'Can Er', '+905327000001', 'can@yeni.example', 'BCN-RAIL'],
      ['Talleres Montseny', 'ES', 'Barcelona', 'rail', 'Jordi', null, null, null],
    ]),
  ],
}

const participants = {
  sheets: [
    sheetOf('activity', [
      ['key', 'value'],
      ['code', 'BCN-RAIL'],
    ]),
    sheetOf('participants', [
      ['application', 'name', 'bus', 'hotel', 'group1'],
      [1, null, '2', 'Arts', 'B'],
      [null, 'Nobody Known', '1', null, null],
    ]),
  ],
}
