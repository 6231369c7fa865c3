import { formatList } from '../../../../platform/texts/numbers.ts'
import type { Words } from '../../../../platform/texts/words.ts'
import type { Medium } from '../../domain/content.ts'

/** "3 photos", "1 photo and 1 video": what comes with the words. */
export function mediaText(words: Words, media: readonly Medium[]): string {
  const kinds = [...new Set(media.map(({ kind }) => kind))]
  const counted = kinds.map((kind) =>
    words.plain(`composing:media.${kind}`, { count: media.filter((one) => one.kind === kind).length }),
  )
  return formatList(counted, words.language)
}
