import { expect, test } from 'vitest'
import { sideBySide } from '../../src/bot/in-twos.ts'

const alone = (text: string) => [{ text, callback_data: text }]

test('a short button takes up the next short one; a long one, and a row that has company already, stay as they are', () => {
  const rows = sideBySide([
    alone('📄 Belgeler'),
    alone('🗓 Program'),
    alone('⏰ Hatırlatmalar'),
    alone('✉️ Botu başlatmayan davetliler'),
    alone('📤 Listeler'),
    [...alone('🔎 Ara'), ...alone('⚙️ Süz')],
    alone('📋 Masa'),
  ])
  expect(rows.map((row) => row.map(({ text }) => text))).toEqual([
    ['📄 Belgeler', '🗓 Program'],
    ['⏰ Hatırlatmalar', '📤 Listeler'],
    ['✉️ Botu başlatmayan davetliler'],
    ['🔎 Ara', '⚙️ Süz'],
    ['📋 Masa'],
  ])
})
