import { expect, test } from 'vitest'
import { htmlOf, plainOf, type Stretch } from '../../../src/features/broadcasts/domain/composing/html-of.ts'
import { parseHtml } from '../../../src/sandbox/bot-api/html.ts'

/** What Telegram would make of it when it is sent again. */
const again = (text: string, stretches: readonly Stretch[]) => parseHtml(htmlOf(text, stretches))

const text = 'Bus 1 & <bus 2> 🚌 leave at 20:30'

test.each<Stretch>([
  { type: 'bold', offset: 0, length: 5 },
  { type: 'italic', offset: 0, length: 5 },
  { type: 'underline', offset: 8, length: 7 },
  { type: 'strikethrough', offset: 8, length: 7 },
  { type: 'spoiler', offset: 16, length: 2 },
  { type: 'code', offset: 8, length: 7 },
  { type: 'pre', offset: 0, length: 5 },
  { type: 'pre', offset: 0, length: 5, language: 'python' },
  { type: 'blockquote', offset: 0, length: text.length },
  { type: 'expandable_blockquote', offset: 0, length: text.length },
  { type: 'text_link', offset: 0, length: 5, url: 'https://example.org/?a="1"&b=2' },
  { type: 'date_time', offset: 28, length: 5, unix_time: 1_797_000_000, date_time_format: 't' },
])('$type arrives as it was written', (stretch) => {
  const sent = again(text, [stretch])
  expect(sent.text).toBe(text)
  expect(sent.entities).toHaveLength(1)
  expect(sent.entities[0]).toMatchObject({
    ...stretch,
    ...(stretch.url ? { url: expect.stringContaining('https://example.org/') as string } : {}),
  })
})

test('what Telegram finds by itself stays plain, and so do custom emoji', () => {
  const found = [
    'mention',
    'hashtag',
    'cashtag',
    'bot_command',
    'url',
    'email',
    'phone_number',
    'custom_emoji',
  ]
  expect(
    htmlOf(
      'a@b.example',
      found.map((type) => ({ type, offset: 0, length: 11 })),
    ),
  ).toBe('a@b.example')
})

test('what is inside of one another, and what overlaps, stays so', () => {
  const nested = again('one two three', [
    { type: 'bold', offset: 0, length: 13 },
    { type: 'italic', offset: 4, length: 3 },
    { type: 'text_link', offset: 4, length: 3, url: 'https://example.org/' },
  ])
  expect(nested.text).toBe('one two three')
  expect(nested.entities.map(({ type, offset, length }) => [type, offset, length])).toEqual(
    expect.arrayContaining([
      ['bold', 0, 13],
      ['italic', 4, 3],
    ]),
  )
  const crossing = again('one two three', [
    { type: 'bold', offset: 0, length: 7 },
    { type: 'italic', offset: 4, length: 9 },
  ])
  const covered = (type: string) =>
    crossing.entities.filter((one) => one.type === type).reduce((sum, { length }) => sum + length, 0)
  expect([covered('bold'), covered('italic')]).toEqual([7, 9])
})

test('the length of what stands on the phone', () => {
  expect(plainOf(htmlOf(text, [{ type: 'bold', offset: 0, length: 5 }]))).toBe(text)
})
