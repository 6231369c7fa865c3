import type { MessageEntity } from 'grammy/types'

type Detected = 'url' | 'email' | 'bot_command' | 'mention' | 'hashtag'

const patterns: readonly [Detected, RegExp][] = [
  ['email', /(?<![\w.+-])[\w.+-]+@[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}/gi],
  [
    'url',
    /(?<![\w@.])(?:https?:\/\/[^\s<>"']*[^\s<>"'.,;:!?)\]]|(?:[a-z0-9-]+\.)+(?:com|org|net|info|eu|me|io|tr|es|fr|de|uk)\b(?:\/[^\s<>"']*[^\s<>"'.,;:!?)\]])?)/gi,
  ],
  ['bot_command', /(?<![\w/<>])\/[a-z0-9_]{1,64}(?:@[a-z0-9_]{3,32})?(?![\w/])/gi],
  ['mention', /(?<![\w/@.])@[a-z0-9_]{4,32}(?!\w)/gi],
  ['hashtag', /(?<![\p{L}\p{N}_/])#[\p{L}\p{N}_]*\p{L}[\p{L}\p{N}_]*/gu],
]

/** What Telegram finds in a text by itself, as far as a bot is likely to care; nothing inside `taken`. */
export function detectEntities(text: string, taken: readonly MessageEntity[]): MessageEntity[] {
  if (!/[@/.#]/.test(text)) return []
  const places = taken.filter(
    ({ type }) =>
      ![
        'bold',
        'italic',
        'underline',
        'strikethrough',
        'spoiler',
        'blockquote',
        'expandable_blockquote',
      ].includes(type),
  )
  const found: MessageEntity[] = []
  for (const [type, pattern] of patterns) {
    for (const match of text.matchAll(pattern)) {
      const place = { offset: match.index, length: match[0].length }
      if (![...places, ...found].some((other) => overlaps(place, other))) found.push({ type, ...place })
    }
  }
  return found
}

interface Place {
  offset: number
  length: number
}

const overlaps = (a: Place, b: Place) => a.offset < b.offset + b.length && b.offset < a.offset + a.length
