import type { Calculation, Note, Question } from '../form.ts'
import { readCalculation, readRelevant } from './build-logic.ts'
import { readDefault } from './default-value.ts'
import type { Building } from './form-builder.ts'
import { readMedia } from './form-media.ts'
import { readProfile } from './read-profile.ts'
import type { OutlineNode } from './survey-outline.ts'

/** A note; one with a value of its own is a question that is shown and passed by. */
export function buildNote({ name, path, row }: OutlineNode, building: Building): Note | Question {
  const { texts, report, read } = building
  const label = texts(row, 'label', path)
  const hint = texts(row, 'hint', path)
  const media = readMedia(row, path, building)
  const calculated = readCalculation(row, path, building)
  const value = readDefault(row, 'text', path, { read, report })
  if (!label && !hint && !media) report('E_LABEL_MISSING', row.place('label'), name)
  const shown = {
    name,
    path,
    row: row.number,
    ...readRelevant(row, path, building),
    label: label ?? {},
    ...(hint && { hint }),
    ...(media && { media }),
  }
  if (!calculated.calculation && !value) return { kind: 'note', ...shown }
  return {
    kind: 'question',
    type: 'text',
    ...shown,
    ...calculated,
    ...(value && { default: value }),
    isReadOnly: true,
    appearance: [],
  }
}

/** Something that is worked out, or kept as it is (`hidden`), and never asked. */
export function buildCalculation(
  { name, path, row }: OutlineNode,
  kind: 'calculate' | 'hidden',
  building: Building,
): Calculation {
  const { report, read, texts } = building
  const profile = kind === 'hidden' ? readProfile(row, report) : undefined
  const label = name.startsWith('score_') ? texts(row, 'label', path) : undefined
  const { calculation, triggers } = readCalculation(row, path, building)
  const value = readDefault(row, 'text', path, { read, report })
  const isMissing = kind === 'calculate' && row.get('calculation') === '' && value?.kind !== 'dynamic'
  if (isMissing && !hasBrokenDefault(row.get('default'), value))
    report('E_CALCULATION_MISSING', row.place('calculation'), name)
  return {
    kind: 'calculation',
    name,
    path,
    row: row.number,
    ...readRelevant(row, path, building),
    ...(label && { label }),
    from: calculation ? { kind: 'expression', expression: calculation } : { kind: 'constant' },
    ...(value && { default: value }),
    ...(profile && { profile }),
    ...(triggers && { triggers }),
  }
}

/** The default could not be read, which was said already. */
const hasBrokenDefault = (text: string, value: unknown): boolean => text !== '' && value === undefined

/** Filled by the clock, or by nothing: what a device knows of somebody is never asked of Telegram. */
export function buildMeta(
  { name, path, row }: OutlineNode,
  what: 'start' | 'end' | 'today' | 'blank',
  building: Building,
): Calculation {
  return {
    kind: 'calculation',
    name,
    path,
    row: row.number,
    ...readRelevant(row, path, building),
    from: { kind: 'meta', what },
  }
}
