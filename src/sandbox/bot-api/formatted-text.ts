import type { MessageEntity } from 'grammy/types'
import { badRequest } from './api-error.ts'
import { detectEntities } from './detect-entities.ts'
import { parseHtml, type FormattedText } from './html.ts'
import { isRecord, type Input } from './input.ts'

/** The text of a call, cleaned as Telegram cleans it: 1-4096 UTF-16 units after parsing and trimming. */
export function readMessageText(input: Input): FormattedText {
  if (input.text('text') === '') throw badRequest('message text is empty')
  const formatted = readFormatted(
    input.text('text'),
    input.text('parse_mode'),
    input.json('entities', 'entities'),
  )
  if (formatted.text === '') throw badRequest('text must be non-empty')
  if (formatted.text.length > 4096) throw badRequest('message is too long')
  return formatted
}

/** The caption of a call or of one medium of it: 0-1024 UTF-16 units after parsing and trimming. */
export function readCaption(caption: string, parseMode: string, entities: unknown) {
  const formatted = readFormatted(caption, parseMode, entities)
  if (formatted.text.length > 1024) throw badRequest('message caption is too long')
  if (formatted.text === '') return {}
  return {
    caption: formatted.text,
    ...(formatted.entities.length > 0 && { caption_entities: formatted.entities }),
  }
}

function readFormatted(text: string, parseMode: string, entities: unknown): FormattedText {
  if (Buffer.byteLength(text) > 1 << 15) throw badRequest('text is too long')
  return cleanText(parseText(text, parseMode.toLowerCase(), entities))
}

function parseText(text: string, parseMode: string, entities: unknown): FormattedText {
  if (text === '' || parseMode === '' || parseMode === 'none')
    return { text, entities: Array.isArray(entities) ? entities.map(readEntity) : [] }
  if (parseMode === 'html') return parseHtml(text)
  if (parseMode === 'markdown' || parseMode === 'markdownv2')
    throw badRequest(`the emulator does not read ${parseMode}; use HTML or entities`)
  throw badRequest('unsupported parse_mode')
}

function readEntity(entity: unknown): MessageEntity {
  if (!isRecord(entity)) throw badRequest("can't parse MessageEntity: expected an Object")
  for (const field of ['offset', 'length'])
    if (!Number.isInteger(entity[field]))
      throw badRequest(`can't parse MessageEntity: Can't find field "${field}"`)
  if (typeof entity['type'] !== 'string')
    throw badRequest('can\'t parse MessageEntity: Can\'t find field "type"')
  return entity as unknown as MessageEntity
}

/** Control characters become spaces, white space at both ends goes, entities move along; links are found. */
export function cleanText({ text, entities }: FormattedText): FormattedText {
  const plain = text.replace(/\r/g, '').replace(/[\u0000-\u0009\u000b-\u001f]/g, ' ')
  const leading = plain.length - plain.trimStart().length
  const trimmed = plain.trim()
  const moved = entities.flatMap((entity) => {
    const offset = Math.max(0, entity.offset - leading)
    const end = Math.min(trimmed.length, entity.offset + entity.length - leading)
    return end > offset ? [{ ...entity, offset, length: end - offset }] : []
  })
  return { text: trimmed, entities: inOrder([...moved, ...detectEntities(trimmed, moved)]) }
}

const inOrder = (entities: MessageEntity[]) =>
  entities.sort((a, b) => a.offset - b.offset || b.length - a.length)
