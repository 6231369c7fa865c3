import { staleButton } from '../../../../bot/callback-data.ts'
import { cleanParagraphs, lengthOf } from '../../../../shared/clean-text.ts'
import { questionnaireErrors } from '../../domain/errors.ts'
import type { Question } from '../../domain/form.ts'
import { asWritten, voiceIn } from '../../domain/voice.ts'
import type { QuestionKind } from './kind.ts'

const longest = 4000
const mostMegabytes = 20

/** Words of one's own. */
export const texts: QuestionKind = {
  prompt: ({ words, question, isAnonymous }) => ({
    rows: [],
    ...(takesVoice(question) && question.appearance.includes('multiline') && !isAnonymous
      ? { how: words('questionnaires:ask.writeOrSpeak') }
      : {}),
  }),
  tap() {
    throw staleButton()
  },
  read(text) {
    const written = cleanParagraphs(text)
    if (written === '') throw questionnaireErrors.textExpected()
    if (lengthOf(written) > longest) throw questionnaireErrors.tooLong(longest)
    return { kind: 'value', value: asWritten(written) }
  },
  receive({ voice }, { question, isAnonymous }) {
    if (!voice || !takesVoice(question)) return undefined
    if (isAnonymous) throw questionnaireErrors.voiceIsKnown()
    const { file_id: fileId, file_size: size = 0, duration } = voice
    if (size > mostMegabytes * 1024 * 1024) throw questionnaireErrors.fileTooLarge(mostMegabytes)
    return { kind: 'file', file: { fileId, kind: 'audio', size, seconds: duration } }
  },
  show(value, { words }) {
    const voice = voiceIn(value)
    return voice ? words.plain('questionnaires:ask.spoken', { seconds: voice.seconds }) : value
  },
}

/** What is known of somebody is written; so is what a scanner would read. */
const takesVoice = ({ type, profile }: Question): boolean => type === 'text' && profile === undefined

/** One tap that something has been read. */
export const acknowledge: QuestionKind = {
  prompt: ({ words }) => ({ rows: [[{ label: words.plain('questionnaires:ask.ok'), value: 'ok' }]] }),
  tap: () => ({ kind: 'value', value: 'OK' }),
  read(text, { words }) {
    const isYes = [words.plain('bot:yes'), 'ok', 'okay', words.plain('questionnaires:ask.ok')]
      .map((word) => word.replace(/[^\p{L}]/gu, '').toLowerCase())
      .includes(text.replace(/[^\p{L}]/gu, '').toLowerCase())
    if (!isYes) throw questionnaireErrors.chooseOne()
    return { kind: 'value', value: 'OK' }
  },
  show: () => '✓',
}
