import { InputFile, InputMediaBuilder } from 'grammy'
import type { Message } from 'grammy/types'
import { expect, test } from 'vitest'
import { bench, picture, token } from './support.ts'

const it = bench()
const bytes = (size: number) => new Uint8Array(size).fill(7)
const file = (size = 10, name = 'Liste.xlsx') => new InputFile(bytes(size), name)

test('a document is uploaded, sent again by its id, and downloaded', async () => {
  const { document } = await it.api.sendDocument(it.ayse.userId, file(), {
    caption: '<b>List</b>',
    parse_mode: 'HTML',
  })
  expect(document).toMatchObject({ file_name: 'Liste.xlsx', file_size: 10 })
  const again = await it.api.sendDocument(it.ayse.userId, document.file_id)
  expect(again.document.file_id).toBe(document.file_id)
  const { file_path } = await it.api.getFile(document.file_id)
  const download = await fetch(`${it.telegram.root}/file/bot${token}/${file_path}`)
  expect(new Uint8Array(await download.arrayBuffer())).toEqual(bytes(10))
  expect((await fetch(`${it.telegram.root}/file/bot42:other/${file_path}`)).status).toBe(401)
  expect(it.ayse.state().messages.at(-2)).toMatchObject({
    caption: 'List',
    captionEntities: [{ type: 'bold', offset: 0, length: 4 }],
    document: { name: 'Liste.xlsx', size: 10 },
  })
})

test('a file name may have spaces and letters of any language in it', async () => {
  const name = 'Barselona heyeti – katılımcı listesi, şubat.xlsx'
  const { document } = await it.api.sendDocument(it.ayse.userId, file(3000, name))
  expect(document).toMatchObject({ file_name: name, file_size: 3000 })
  const { file_path } = await it.api.getFile(document.file_id)
  const download = await fetch(`${it.telegram.root}/file/bot${token}/${file_path}`)
  expect(new Uint8Array(await download.arrayBuffer())).toEqual(bytes(3000))
})

test('the bot downloads at most 20 MB', async () => {
  it.ayse.sendFile({
    kind: 'document',
    name: 'a.pdf',
    mimeType: 'application/pdf',
    bytes: bytes((20 << 20) + 1),
  })
  const [update] = await it.updates()
  const fileId = update?.message?.document?.file_id ?? ''
  expect(await it.refusal(it.api.getFile(fileId))).toBe('400 Bad Request: file is too big')
  expect(await it.refusal(it.api.getFile('nonsense'))).toBe(
    '400 Bad Request: wrong file_id or the file is temporarily unavailable',
  )
})

test('a photo comes in several sizes, the largest last', async () => {
  const { photo } = await it.api.sendPhoto(it.ayse.userId, new InputFile(picture(1600, 1200), 'x.png'))
  expect(photo.map(({ width, height }) => [width, height])).toEqual([
    [90, 68],
    [320, 240],
    [800, 600],
    [1600, 1200],
  ])
  expect(new Set(photo.map(({ file_id }) => file_id)).size).toBe(4)
  expect(await it.refusal(it.api.sendPhoto(it.ayse.userId, file()))).toBe(
    '400 Bad Request: IMAGE_PROCESS_FAILED',
  )
})

test('what is no file, or one of another kind, is refused', async () => {
  const { photo } = await it.api.sendPhoto(it.ayse.userId, new InputFile(picture(), 'x.png'))
  const id = photo.at(-1)?.file_id ?? ''
  const refused = (value: string | InputFile) => it.refusal(it.api.sendDocument(it.ayse.userId, value))
  expect(await refused(id)).toBe("400 Bad Request: can't use file of type Photo as Document")
  expect(await refused('nonsense')).toBe('400 Bad Request: wrong file identifier/HTTP URL specified')
  expect(await refused('https://example.org/x.pdf')).toBe('400 Bad Request: failed to get HTTP URL content')
  expect(await refused(file(0))).toBe('400 Bad Request: file must be non-empty')
  const none = await it.post('sendDocument', { chat_id: it.ayse.userId })
  expect(none.body['description']).toBe('Bad Request: there is no document in the request')
  const long = it.api.sendDocument(it.ayse.userId, file(), { caption: 'x'.repeat(1025) })
  expect(await it.refusal(long)).toBe('400 Bad Request: message caption is too long')
})

test('an album has 2-10 items that go together', async () => {
  const photo = () => InputMediaBuilder.photo(new InputFile(picture(), 'x.png'), { caption: 'c' })
  const document = () => InputMediaBuilder.document(file())
  const sent = await it.api.sendMediaGroup(it.ayse.userId, [photo(), photo()])
  expect(new Set(sent.map((message: Message) => message.media_group_id)).size).toBe(1)
  const refused = (media: Parameters<typeof it.api.sendMediaGroup>[1]) =>
    it.refusal(it.api.sendMediaGroup(it.ayse.userId, media))
  expect(await refused([photo()])).toContain('400')
  expect(await refused(Array.from({ length: 11 }, photo))).toBe(
    '400 Bad Request: too many messages to send as an album',
  )
  expect(await refused([photo(), document()] as never)).toBe(
    "400 Bad Request: can't use the media of the specified type in the album",
  )
})

test('a phone sends files, albums, a sticker and a voice', async () => {
  const photo = { kind: 'photo' as const, name: 'x.png', mimeType: 'image/png', bytes: picture() }
  it.ayse.sendFile({ ...photo, caption: 'us', albumOf: 3 })
  it.ayse.sendSticker({ emoji: '👍' })
  it.ayse.sendFile({ kind: 'voice', name: 'v.ogg', mimeType: 'audio/ogg', bytes: bytes(5) })
  const messages = (await it.updates()).map(({ message }) => message)
  expect(messages.map((message) => message?.caption)).toEqual([
    'us',
    undefined,
    undefined,
    undefined,
    undefined,
  ])
  expect(new Set(messages.slice(0, 3).map((message) => message?.media_group_id)).size).toBe(1)
  expect(messages[3]?.sticker?.emoji).toBe('👍')
  expect(messages[4]?.voice).toMatchObject({ mime_type: 'audio/ogg', duration: 1 })
})

test('messages are copied and forwarded, by the bot and between phones', async () => {
  const selin = it.telegram.openPhone({ firstName: 'Selin', phoneNumber: '1', label: 'Selin' })
  selin.start({})
  const keyboard = { inline_keyboard: [[{ text: 'a', callback_data: 'a' }]] }
  const { message_id } = await it.api.sendMessage(it.ayse.userId, 'x', { reply_markup: keyboard })
  const copy = await it.api.copyMessage(selin.userId, it.ayse.userId, message_id)
  expect(selin.state().messages.at(-1)).toEqual({
    ...{ id: copy.message_id, from: 'bot', text: 'x', silent: false, pinned: false },
    date: expect.any(Number) as number,
  })
  await it.api.forwardMessage(selin.userId, it.ayse.userId, message_id)
  expect(selin.state().messages.at(-1)?.forwardedFrom).toBe('Heyet')
  expect(await it.refusal(it.api.copyMessage(selin.userId, it.ayse.userId, 999))).toBe(
    '400 Bad Request: message to copy not found',
  )
  expect(await it.refusal(it.api.copyMessages(selin.userId, it.ayse.userId, [message_id, message_id]))).toBe(
    '400 Bad Request: message identifiers must be in a strictly increasing order',
  )
  selin.forward({ fromUserId: it.ayse.userId, messageId: message_id })
  const forwarded = (await it.updates()).at(-1)?.message
  expect(forwarded).toMatchObject({ text: 'x', from: { id: selin.userId }, forward_origin: { type: 'user' } })
})

test('a medium is replaced, a caption changed', async () => {
  const { message_id } = await it.api.sendDocument(it.ayse.userId, file())
  await it.api.editMessageCaption(it.ayse.userId, message_id, { caption: 'new' })
  const media = InputMediaBuilder.photo(new InputFile(picture(), 'x.png'), { caption: 'newer' })
  await it.api.editMessageMedia(it.ayse.userId, message_id, media)
  const shown = it.ayse.state().messages.at(-1)
  expect(shown).toMatchObject({ caption: 'newer', photo: { width: 1600 } })
  expect(shown?.document).toBeUndefined()
})
