import type { World } from '../world.ts'
import type { FileKind } from '../world-things.ts'
import { badRequest } from './api-error.ts'
import { readCaption } from './formatted-text.ts'
import { asNumber, asText, isRecord, type Input } from './input.ts'
import { mediaContent } from './media-content.ts'
import type { Content } from './sending.ts'
import { readFile } from './stored-files.ts'

const kinds = {
  album: ['photo', 'video', 'document', 'audio'],
  edit: ['photo', 'video', 'document', 'audio', 'animation'],
} as const satisfies Record<string, FileKind[]>

/** One `InputMedia` as what the message becomes, caption included. */
export function readMediaItem(world: World, input: Input, item: unknown, use: keyof typeof kinds): Content {
  if (!isRecord(item)) throw cannotParse('expected an Object')
  const kind = kinds[use].find((known) => known === item['type'])
  if (!kind) throw cannotParse(unfit(asText(item['type']), use))
  if (item['media'] === undefined) throw cannotParse('media not found')
  const file = readFile(world, input, kind, item['media'])
  const caption = readCaption(asText(item['caption']), asText(item['parse_mode']), item['caption_entities'])
  const details = {
    duration: asNumber(item['duration']),
    width: asNumber(item['width']),
    height: asNumber(item['height']),
  }
  return { ...mediaContent(world, file, details), ...caption }
}

const unfit = (type: string, use: keyof typeof kinds) =>
  use === 'album' ? `type "${type}" can't be used in sendMediaGroup` : `type "${type}" is unsupported`

const cannotParse = (words: string) => badRequest(`can't parse InputMedia: ${words}`)
