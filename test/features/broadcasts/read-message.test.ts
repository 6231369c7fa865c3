import type { Message } from 'grammy/types'
import { describe, expect, test } from 'vitest'
import { canBeMended, readMessage } from '../../../src/features/broadcasts/chat/composing/read-message.ts'

const sent = (fields: object) =>
  ({ message_id: 7, date: 0, chat: { id: 1, type: 'private' }, ...fields }) as Message
const file = { file_id: 'F', file_unique_id: 'U' }

describe('what somebody has sent', () => {
  test.each([
    ['photo', { photo: [{ ...file, file_id: 'small' }, file] }],
    ['video', { video: file }],
    // A film without sound is a document as well.
    ['animation', { animation: file, document: file }],
    ['document', { document: file }],
    ['audio', { audio: file }],
    ['voice', { voice: file }],
    ['video_note', { video_note: file }],
  ])('%s, with its caption', (kind, fields) => {
    const caption = { caption: 'Otel & lobi', caption_entities: [{ type: 'bold', offset: 0, length: 4 }] }
    expect(readMessage(sent({ ...fields, ...caption }))).toMatchObject({
      html: '<b>Otel</b> &amp; lobi',
      medium: { kind, fileId: 'F' },
    })
  })

  test('a place with a name, one without, and somebody’s card', () => {
    const location = { latitude: 41.38, longitude: 2.17 }
    expect(readMessage(sent({ location })).medium).toEqual({ kind: 'location', ...location })
    expect(
      readMessage(sent({ location, venue: { location, title: 'Sants', address: 'Barcelona' } })).medium,
    ).toEqual({
      kind: 'venue',
      ...location,
      title: 'Sants',
      address: 'Barcelona',
    })
    expect(readMessage(sent({ contact: { phone_number: '+34600', first_name: 'Núria' } })).medium).toEqual({
      kind: 'contact',
      phone: '+34600',
      firstName: 'Núria',
    })
  })

  test.each(['sticker', 'poll', 'dice', 'game', 'story', 'invoice'])('a %s is refused', (kind) => {
    expect(() => readMessage(sent({ [kind]: {} }))).toThrow('composing:errors.unsupported')
  })

  test('somebody who shares where they are edits nothing', () => {
    expect(canBeMended(sent({ location: { latitude: 1, longitude: 2, live_period: 900 } }))).toBe(false)
    expect(canBeMended(sent({ text: 'Otobüs' }))).toBe(true)
    expect(canBeMended(sent({ poll: {} }))).toBe(false)
  })
})
