import { InputFile, InputMediaBuilder, type Api } from 'grammy'
import { toBuffer } from 'qrcode'
import type { Telegram } from '../../src/sandbox/telegram.ts'

const html = { parse_mode: 'HTML' as const }

const marked = `<b>Bold</b>, <i>italic</i>, <u>underlined</u>, <s>old</s>, <tg-spoiler>a surprise</tg-spoiler>, <code>BCN-0001</code>
<a href="https://t.me/heyet_bot?start=t_BCN">a link into the bot</a>, https://example.org, mail@example.org, /help
<pre><code class="language-json">{ "seats": 30 }</code></pre>
<blockquote>Bring closed shoes.</blockquote>
<blockquote expandable>A longer quotation that somebody may unfold. ${'It goes on and on. '.repeat(20)}</blockquote>`

const keyboard = {
  inline_keyboard: [
    [{ text: '✅ Approve this application of Çelik Dış Ticaret A.Ş. at once', callback_data: 'a' }],
    [1, 2, 3, 4, 5].map((mark) => ({ text: String(mark), callback_data: String(mark) })),
    [
      { text: 'Yes', callback_data: 'y', style: 'success' as const },
      { text: 'No', callback_data: 'n', style: 'danger' as const },
    ],
    [
      { text: 'The programme', url: 'https://example.org/programme' },
      { text: 'Copy the number', copy_text: { text: 'BCN-0001' } },
    ],
  ],
}

const replyKeyboard = {
  keyboard: [
    [{ text: '📱 Share my number', request_contact: true }],
    [{ text: '📍 Share my place', request_location: true }, { text: 'Later' }],
  ],
  resize_keyboard: true,
}

/** Puts one of everything that a chat can hold onto a phone. */
export async function sendEverything(telegram: Telegram, api: Api, userId: number): Promise<void> {
  const phone = telegram.phone(userId)
  phone.start({})
  const commands = [
    { command: 'trips', description: 'Activities and applications' },
    { command: 'help', description: 'What can be done here' },
  ]
  await api.setMyCommands(commands)
  await api.sendMessage(userId, marked, html)
  await api.sendMessage(
    userId,
    `Donaudampfschiff${'fahrtsgesellschaft'.repeat(12)} ${'A long text. '.repeat(60)}`,
  )
  await sendFiles(api, userId)
  await sendByPerson(telegram, api, userId)
  const { message_id } = await api.sendMessage(userId, 'First words', html)
  await api.editMessageText(userId, message_id, 'Other words', { reply_markup: keyboard })
  await api.pinChatMessage(userId, message_id)
  await api.sendMessage(userId, 'Your mobile number?', {
    reply_markup: replyKeyboard,
    disable_notification: true,
  })
  await api.sendChatAction(userId, 'typing')
}

const sheet = (name: string) => new InputFile(new Uint8Array(34_567), name)
const poster = async (text: string) =>
  new InputFile(new Uint8Array(await toBuffer(text, { width: 480 })), 'poster.png')

async function sendFiles(api: Api, userId: number) {
  await api.sendDocument(
    userId,
    sheet('Barselona ticaret heyeti – katılımcı listesi ve oda dağılımı, son.xlsx'),
    {
      caption: 'The list',
    },
  )
  await api.sendPhoto(userId, await poster('https://t.me/heyet_bot?start=t_BCN'), { caption: 'The poster' })
  const photos = [await poster('1'), await poster('2'), await poster('3')]
  const [first, ...others] = photos.map((photo, index) =>
    InputMediaBuilder.photo(photo, index === 0 ? { caption: 'Three photos' } : {}),
  )
  if (first) await api.sendMediaGroup(userId, [first, ...others])
  await api.sendMediaGroup(userId, [
    InputMediaBuilder.document(sheet('programme.pdf'), { caption: 'Two documents' }),
    InputMediaBuilder.document(sheet('rooms.xlsx')),
  ])
  await api.sendVenue(userId, 41.3725, 2.1486, 'Fira de Barcelona', 'Av. Reina Maria Cristina, s/n')
  await api.sendContact(userId, '+34612345678', 'Carlos', { last_name: 'García López' })
}

async function sendByPerson(telegram: Telegram, api: Api, userId: number) {
  const phone = telegram.phone(userId)
  phone.sendFile({
    kind: 'voice',
    name: 'v.wav',
    mimeType: 'audio/wav',
    bytes: new Uint8Array(100),
    caption: '',
  })
  phone.shareLocation({ latitude: 39.7767, longitude: 30.5206 })
  phone.shareContact({})
  phone.sendSticker({ emoji: '👋' })
  const asked = await api.sendMessage(userId, 'Which bus?')
  phone.type({ text: 'The second one, /help', replyTo: asked.message_id })
  const answer = phone.state().messages.at(-1)?.id ?? 0
  await api.setMessageReaction(userId, answer, [{ type: 'emoji', emoji: '👍' }])
  phone.forward({ fromUserId: userId, messageId: asked.message_id })
}
