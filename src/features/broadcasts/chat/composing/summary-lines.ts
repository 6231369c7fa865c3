import { formatList } from '../../../../platform/texts/numbers.ts'
import type { Words } from '../../../../platform/texts/words.ts'
import { shortenedTo } from '../../../../shared/clean-text.ts'
import { languages, type Language } from '../../../../shared/localized-text.ts'
import { spokenLanguageName } from '../../../people/index.ts'
import { asksForWord } from '../../domain/broadcast.ts'
import { plainOf } from '../../domain/composing/html-of.ts'
import { isCovered, lacksLabels, lacksText, writtenLanguages } from '../../domain/composing/languages.ts'
import { unknownFields } from '../../domain/fields.ts'
import { labelOf } from '../broadcast-keyboard.ts'
import { mediaText } from './media-text.ts'
import { momentText } from './moment-text.ts'
import type { ComposingScene } from './scene.ts'

/** What a broadcast will be, in paragraphs: what it says, to whom in which languages, how and when. */
export const summaryLines = (words: Words, scene: ComposingScene): string[] =>
  [
    contentLines(words, scene),
    [...audienceLines(words, scene), ...languageLines(words, scene)],
    [...priorityLines(words, scene), ...answerLines(words, scene), ...momentLines(words, scene)],
    fieldLines(words, scene),
  ]
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))

/** The beginning of what it says, in her own language where there is that, and what comes with it. */
function contentLines(words: Words, { draft: { content } }: ComposingScene): string[] {
  const first = content.texts[words.language] ?? content.texts[writtenLanguages(content)[0] ?? 'en']
  const { media } = content
  return [
    ...(media.length > 0 ? [words('composing:summary.media', { media: mediaText(words, media) })] : []),
    ...(first === undefined
      ? []
      : [words('composing:summary.text', { text: shortenedTo(plainOf(first), 300) })]),
  ]
}

/** For how many it is, and how many of them no phone reaches. */
function audienceLines(words: Words, { forWhom, numbers }: ComposingScene): string[] {
  const unreachable = numbers.blocked + numbers.neverStarted
  return [
    words('composing:summary.audience', { audience: forWhom, count: numbers.people }),
    ...(unreachable > 0 ? [words('composing:summary.unreachable', { count: unreachable })] : []),
  ]
}

/** Each language that somebody reads: how many do, and whether there is a text for them. */
function languageLines(words: Words, { draft: { content, answers }, numbers }: ComposingScene): string[] {
  const read = languages.filter((language) => (numbers.byLanguage[language] ?? 0) > 0)
  const isSaid = answers.length > 0 || writtenLanguages(content).length > 0
  return isSaid ? read.map(lineOf) : []

  function lineOf(language: Language): string {
    const line = {
      language: words.plain(`people:language.${language}`),
      count: numbers.byLanguage[language] ?? 0,
    }
    const isLacking = lacksText(content, language)
    if (!isLacking && !lacksLabels(answers, language)) return words('composing:summary.hasText', line)
    if (content.fallback === null || !isCovered(content, language))
      return words(isLacking ? 'composing:summary.lacksText' : 'composing:summary.lacksLabels', line)
    const other = spokenLanguageName(content.fallback, words.language)
    return words('composing:summary.marked', { ...line, other })
  }
}

const priorityLines = (words: Words, { draft: { priority, reason } }: ComposingScene): string[] =>
  reason === null
    ? [words(`composing:summary.${priority}`)]
    : [words('composing:summary.urgentBecause', { reason })]

function answerLines(words: Words, { draft, clocks }: ComposingScene): string[] {
  const { answers, answersUntil, askAgainMinutes } = draft
  const labels = answers.map((answer) => labelOf(answer, words))
  return [
    ...(labels.length > 0
      ? [words('composing:summary.answers', { answers: formatList(labels, words.language) })]
      : []),
    ...(labels.length > 0 && answersUntil
      ? [words('composing:summary.until', { moment: momentText(words, answersUntil, clocks) })]
      : []),
    ...(asksForWord(draft) && askAgainMinutes !== null
      ? [words('composing:summary.again', { minutes: askAgainMinutes })]
      : []),
  ]
}

const momentLines = (
  words: Words,
  { draft: { startsAt, usefulUntil }, clocks }: ComposingScene,
): string[] => [
  ...(startsAt ? [words('composing:summary.when', { moment: momentText(words, startsAt, clocks) })] : []),
  ...(usefulUntil
    ? [words('composing:summary.useful', { moment: momentText(words, usefulUntil, clocks) })]
    : []),
]

/** What stands in braces and is no field of anybody: it would be read as it is. */
function fieldLines(words: Words, { draft: { content } }: ComposingScene): string[] {
  const unknown = [...new Set(Object.values(content.texts).flatMap(unknownFields))]
  if (unknown.length === 0) return []
  const fields = formatList(
    unknown.map((name) => `{${name}}`),
    words.language,
  )
  return [words('composing:summary.unknownFields', { fields })]
}
