import type { Calculation, Question, QuestionTypeName } from '../form.ts'
import { readCalculation, readLogic, readRelevant } from './build-logic.ts'
import { yesOrNo } from './cell-words.ts'
import { checkList } from './check-list.ts'
import { readDefault } from './default-value.ts'
import type { Building } from './form-builder.ts'
import { readMedia } from './form-media.ts'
import { questionParameters } from './question-parameters.ts'
import { readProfile } from './read-profile.ts'
import type { FormRow } from './form-table.ts'
import type { OutlineNode } from './survey-outline.ts'

/** A question; one that is worked out and has nothing to show is a calculation. */
export function buildQuestion(node: OutlineNode, building: Building): Question | Calculation {
  const { name, path, row } = node
  const type = typeOf(node)
  const texts = shownTexts(node, building)
  const logic = { ...readRelevant(row, path, building), ...readCalculation(row, path, building) }
  const list = listOf(node, building)
  const choices =
    list === undefined ? undefined : new Set((building.lists.get(list) ?? []).map((one) => one.name))
  const value = readDefault(row, type, path, { ...building, choices })
  const base = { name, path, row: row.number, ...logic, ...(value && { default: value }) }
  if (!texts) {
    if (logic.calculation || logic.triggers) return silent(base)
    if (isReadable(node)) building.report('E_LABEL_MISSING', row.place('label'), name)
  }
  const parameters = isReadable(node) ? questionParameters(row, type, path, building) : undefined
  const profile = readProfile(row, building.report)
  return {
    kind: 'question',
    type,
    ...base,
    ...(texts ?? { label: {} }),
    ...readRules(node, building),
    isReadOnly: isReadOnly(row, path, building),
    ...(list !== undefined && { list }),
    ...(parameters && { parameters }),
    ...(profile && { profile }),
    appearance: readAppearance(row, building),
  }
}

function silent({
  calculation,
  ...base
}: Omit<Calculation, 'kind' | 'from'> & Pick<Question, 'calculation'>): Calculation {
  return {
    kind: 'calculation',
    ...base,
    from: calculation ? { kind: 'expression', expression: calculation } : { kind: 'constant' },
  }
}

const isReadable = ({ type }: OutlineNode): boolean => type.kind === 'asked' || type.kind === 'select'

/** What could not be read is taken for a text, so that the rest of the row is checked. */
function typeOf({ type }: OutlineNode): QuestionTypeName {
  return type.kind === 'asked' || type.kind === 'select' ? type.type : 'text'
}

function listOf({ type, row }: OutlineNode, building: Building): string | undefined {
  if (type.kind !== 'select') return undefined
  checkList(row, type, building)
  return type.list
}

/** Undefined where there is neither a label nor a hint nor anything to look at. */
function shownTexts({ row, path }: OutlineNode, building: Building) {
  const { texts } = building
  const label = texts(row, 'label', path)
  const hint = texts(row, 'hint', path)
  const guidance = texts(row, 'guidance_hint', path)
  const media = readMedia(row, path, building)
  if (!label && !hint && !media && row.prose('big-image').length === 0) return undefined
  return { label: label ?? {}, ...(hint && { hint }), ...(guidance && { guidance }), ...(media && { media }) }
}

function readRules({ row, path, type }: OutlineNode, building: Building) {
  const { texts, read } = building
  const required = readLogic(row, 'required', path, building)
  const isOptional = required?.kind === 'call' && required.name === 'false'
  const own = readLogic(row, 'constraint', path, building)
  const old =
    type.kind === 'asked' && type.constraint ? read(type.constraint, { here: path })?.expression : undefined
  const constraint =
    own && old ? ({ kind: 'binary', operator: 'and', left: own, right: old } as const) : (own ?? old)
  const filter = row.get('choice_filter')
  const choiceFilter =
    filter === ''
      ? undefined
      : read(filter, { ...row.place('choice_filter'), here: path, isFilter: true })?.expression
  const requiredMessage = texts(row, 'required_message', path)
  const constraintMessage = texts(row, 'constraint_message', path)
  return {
    ...(required && !isOptional && { required }),
    ...(requiredMessage && { requiredMessage }),
    ...(constraint && { constraint }),
    ...(constraintMessage && { constraintMessage }),
    ...(choiceFilter && { choiceFilter }),
  }
}

/** Only yes and no: a question that is sometimes passed by can be had with `relevant`. */
function isReadOnly(row: FormRow, path: string, building: Building): boolean {
  const text = row.get('readonly')
  const plain = text === '' ? false : yesOrNo(text)
  if (plain !== undefined) return plain
  if (readLogic(row, 'readonly', path, building))
    building.report('W_READONLY_IGNORED', row.place('readonly'), text)
  return false
}

const meaningful: Question['appearance'] = ['minimal', 'likert', 'year', 'month-year', 'quick', 'multiline']

function readAppearance(row: FormRow, { report }: Building): Question['appearance'] {
  const text = row.get('appearance')
  if (/\bsearch\s*\(/i.test(text)) report('W_SEARCH_IGNORED', row.place('appearance'), text)
  const words = text.toLowerCase().split(' ')
  return meaningful.filter((word) => words.includes(word))
}
