import { expect, test } from 'vitest'
import { fileEnding, mediaTypeOf } from '../../../src/features/questionnaires/domain/media-type.ts'

test.each([
  ['a voice message as a browser records it', 'RIFF\0\0\0\0WAVE', '.wav'],
  ['one of Telegram', 'OggS', '.ogg'],
  ['a sheet of paper', '%PDF-1.7', '.pdf'],
  ['a film', '\0\0\0\0ftypisom', '.mp4'],
  ['a song', '\0\0\0\0ftypM4A ', '.m4a'],
  ['nothing that is known', 'abc', ''],
])('%s ends as what it is', (_what, beginning, ending) => {
  expect(fileEnding(mediaTypeOf(new TextEncoder().encode(beginning)))).toBe(ending)
})
