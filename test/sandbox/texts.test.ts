import { describe, expect, test } from 'vitest'
import { bench } from './support.ts'

const it = bench()
const send = (text: string, parse_mode: 'HTML' | undefined = 'HTML') =>
  it.api.sendMessage(it.ayse.userId, text, parse_mode && { parse_mode })

describe('a text', () => {
  test.each([
    ['<br>', 'Unsupported start tag "br" at byte offset 0'],
    ['şi <p>x</p>', 'Unsupported start tag "p" at byte offset 4'],
    ['<b>x', 'Can\'t find end tag corresponding to start tag "b"'],
    ['<b><i>x</b></i>', 'Unmatched end tag at byte offset 7, expected "</i>", found "</b>"'],
    ['x</b>', 'Unexpected end tag at byte offset 1'],
    ['1 < 2', 'Unsupported start tag "" at byte offset 2'],
    ['a <b', 'Unclosed start tag at byte offset 2'],
    ['<b x="1', 'Unclosed start tag at byte offset 0'],
    ['<a href=x/y>z</a>', 'Unexpected end of name token at byte offset 8'],
    ['<span class="x">z</span>', 'Tag "span" must have class "tg-spoiler" at byte offset 0'],
    ['<a ="x">z</a>', 'Empty attribute name in the tag "a" at byte offset 0'],
    ['<tg-emoji emoji-id="x">z</tg-emoji>', 'Invalid custom emoji identifier specified'],
  ])('%s is refused in the words of Telegram', async (html, words) => {
    expect(await it.refusal(send(html))).toBe(`400 Bad Request: can't parse entities: ${words}`)
  })

  test('keeps what is marked, in UTF-16 units', async () => {
    const { text, entities } = await send(
      '  😀 <b>ş&lt;<i>ı</i></b> <a href="https://x.org/?a=1&amp;b">y</a>&nbsp;',
    )
    expect(text).toBe('😀 ş<ı y&nbsp;')
    expect(entities).toEqual([
      { type: 'bold', offset: 3, length: 3 },
      { type: 'italic', offset: 5, length: 1 },
      { type: 'text_link', offset: 7, length: 1, url: 'https://x.org/?a=1&b' },
    ])
  })

  test('knows every tag of Telegram', async () => {
    const html =
      '<s>a</s><strike>a</strike><del>a</del><u>a</u><ins>a</ins><tg-spoiler>a</tg-spoiler>' +
      '<span class="tg-spoiler">a</span><code>a</code><pre><code class="language-ts">a</code></pre><pre>b</pre>' +
      '<blockquote>c</blockquote><blockquote expandable>d</blockquote><tg-time unix="1790000000" format="wDT">e</tg-time>' +
      '<a href="tg://user?id=7">f</a><tg-emoji emoji-id="5368324170671202286">👍</tg-emoji><a href="tel:1">g</a>'
    const { entities = [] } = await send(html)
    expect(entities.map(({ type }) => type)).toEqual([
      ...[
        'strikethrough',
        'strikethrough',
        'strikethrough',
        'underline',
        'underline',
        'spoiler',
        'spoiler',
        'code',
      ],
      ...['pre', 'pre', 'blockquote', 'expandable_blockquote', 'date_time', 'text_mention', 'custom_emoji'],
    ])
    expect(entities[8]).toMatchObject({ language: 'ts' })
  })

  test('is counted after its entities have been taken out', async () => {
    expect((await send(`<b>${'x'.repeat(4096)}</b>`)).text).toHaveLength(4096)
    expect(await it.refusal(send('x'.repeat(4097)))).toBe('400 Bad Request: message is too long')
    expect(await it.refusal(send('<b></b>'))).toBe('400 Bad Request: text must be non-empty')
    expect(await it.refusal(send(' \n ', undefined))).toBe('400 Bad Request: text must be non-empty')
    expect((await it.post('sendMessage', { chat_id: it.ayse.userId })).body).toEqual({
      ok: false,
      error_code: 400,
      description: 'Bad Request: message text is empty',
    })
  })

  test('of a person has its commands, links, addresses and names marked', async () => {
    it.ayse.type({ text: '/help see https://x.org/a. or a@b.com, @friend_1 #tag' })
    const [update] = await it.updates()
    expect(update?.message?.entities?.map(({ type, offset, length }) => [type, offset, length])).toEqual([
      ['bot_command', 0, 5],
      ['url', 10, 15],
      ['email', 30, 7],
      ['mention', 39, 9],
      ['hashtag', 49, 4],
    ])
  })

  test('may bring its entities itself, and no unknown parse mode', async () => {
    const entities = [{ type: 'bold' as const, offset: 2, length: 3 }]
    const sent = await it.api.sendMessage(it.ayse.userId, '  abcd', { entities })
    expect(sent).toMatchObject({ text: 'abcd', entities: [{ type: 'bold', offset: 0, length: 3 }] })
    const odd = await it.post('sendMessage', { chat_id: it.ayse.userId, text: 'x', parse_mode: 'rtf' })
    expect(odd.body['description']).toBe('Bad Request: unsupported parse_mode')
  })
})
