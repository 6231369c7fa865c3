import { staleButton } from '../../../../bot/callback-data.ts'
import { inRows } from '../../../../bot/drafts/question-view.ts'
import { localeOf } from '../../../../platform/texts/numbers.ts'
import type { Language } from '../../../../shared/localized-text.ts'
import { readNumber } from '../../../../shared/typed-number.ts'
import { questionnaireErrors } from '../../domain/errors.ts'
import type { Question } from '../../domain/form.ts'
import { carriedValue, valueKey, type QuestionKind, type Said, type Scene } from './kind.ts'

/** Numbers as people of each language write them. */
export const numbers: QuestionKind = {
  prompt: ({ words, question, look }) => ({
    rows: look.readings?.length ? [look.readings] : [],
    how: look.readings?.length
      ? words('questionnaires:ask.whichNumber')
      : words(`questionnaires:ask.${question.type === 'integer' ? 'integer' : 'decimal'}`),
  }),
  tap: (tapped, scene) => tappedNumber(tapped, scene),
  read: (text, scene) => typedNumber(text, scene),
  show: (value, { words }) => writtenNumber(value, words.language),
}

const mostSteps = 11

/** A scale: its steps as buttons where they are few, else a typed number of it. */
export const range: QuestionKind = {
  prompt({ words, question, present, look }) {
    const steps = stepsOf(question)
    const { start, end } = limitsOf(question)
    if (!steps) {
      const how = words('questionnaires:ask.range', { start, end })
      return { rows: look.readings?.length ? [look.readings] : [], how }
    }
    const keys = steps.map((step) => {
      const text = writtenNumber(String(step), words.language)
      return valueKey(String(step) === present ? `✓ ${text}` : text, String(step))
    })
    return {
      rows: inRows(keys, keys.length > 6 ? Math.ceil(keys.length / 2) : keys.length),
      marksPresent: true,
      takesPresent: steps.some((step) => String(step) === present),
    }
  },
  tap: (tapped, scene) => tappedNumber(tapped, scene),
  read: (text, scene) => typedNumber(text, scene),
  show: (value, { words }) => writtenNumber(value, words.language),
}

function limitsOf({ parameters = {} }: Question) {
  const { start = 1, end = 10, step = 1 } = parameters
  return { start, end, step: Math.abs(step) || 1 }
}

function stepsOf(question: Question): number[] | undefined {
  const { start, end, step } = limitsOf(question)
  const count = Math.floor(Math.abs(end - start) / step + 1e-9) + 1
  const direction = end < start ? -1 : 1
  return count > mostSteps
    ? undefined
    : Array.from({ length: count }, (_, at) => Number((start + direction * at * step).toFixed(10)))
}

function tappedNumber(tapped: string, scene: Scene): Said {
  const carried = carriedValue(tapped)
  if (carried === undefined || !/^-?\d+(\.\d+)?$/.test(carried)) throw staleButton()
  return { kind: 'value', value: fitting(Number(carried), scene), isTyped: scene.question.type !== 'range' }
}

function typedNumber(text: string, scene: Scene): Said {
  const reading = readNumber(text, scene.words.language)
  const { start, end } = limitsOf(scene.question)
  if (reading.kind === 'unreadable' && scene.question.type === 'range')
    throw questionnaireErrors.outOfRange(start, end)
  if (reading.kind === 'unreadable')
    throw scene.question.type === 'integer'
      ? questionnaireErrors.noWholeNumber()
      : questionnaireErrors.noNumber()
  if (reading.kind === 'number') return { kind: 'value', value: fitting(reading.value, scene), isTyped: true }
  const whole = reading.readings.filter(Number.isInteger)
  const [only] = whole
  if (scene.question.type === 'integer' && only !== undefined && whole.length === 1)
    return { kind: 'value', value: fitting(only, scene), isTyped: true }
  const readings = reading.readings.map((value) =>
    valueKey(writtenNumber(String(value), scene.words.language), String(value)),
  )
  return { kind: 'look', look: { readings } }
}

/** The number as it is kept, if it is one that was asked for. */
function fitting(value: number, { question }: Scene): string {
  if (question.type === 'integer' && !Number.isInteger(value)) throw questionnaireErrors.noWholeNumber()
  if (question.type === 'range') {
    const { start, end, step } = limitsOf(question)
    const isInside = value >= Math.min(start, end) && value <= Math.max(start, end)
    const stepsFromStart = Math.abs(value - start) / step
    if (!isInside || Math.abs(stepsFromStart - Math.round(stepsFromStart)) > 1e-6)
      throw questionnaireErrors.outOfRange(start, end)
  }
  return value.toLocaleString('en', { useGrouping: false, maximumFractionDigits: 15 })
}

/** "1.250.000", "12,5"; a year stays together. */
const writtenNumber = (value: string, language: Language): string =>
  Number(value).toLocaleString(localeOf[language], { maximumFractionDigits: 10, useGrouping: 'min2' })
