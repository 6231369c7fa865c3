import type { FormNode, Group, Repeat } from '../form.ts'
import { buildCalculation, buildMeta, buildNote } from './build-silent.ts'
import { readRelevant } from './build-logic.ts'
import { buildQuestion } from './build-question.ts'
import { otherQuestion } from './or-other.ts'
import type { Building } from './form-builder.ts'
import type { OutlineNode } from './survey-outline.ts'

/** Makes the nodes of a form out of the rows in their places. */
export const buildNodes = (nodes: readonly OutlineNode[], building: Building): FormNode[] =>
  nodes.map((node) => buildNode(node, building))

function buildNode(node: OutlineNode, building: Building): FormNode {
  const { type, row } = node
  if (row.get('save_to') !== '')
    building.report('E_ENTITIES_UNSUPPORTED', row.place('save_to'), row.get('save_to'))
  switch (type.kind) {
    case 'begin':
      return type.what === 'repeat' ? buildRepeat(node, building) : buildGroup(node, building)
    case 'note':
      return buildNote(node, building)
    case 'calculate':
    case 'hidden':
      return buildCalculation(node, type.kind, building)
    case 'meta':
      return buildMeta(node, type.what, building)
    case 'other':
      return otherQuestion(node, type.of, building)
    default:
      return buildQuestion(node, building)
  }
}

function buildGroup(node: OutlineNode, building: Building): Group {
  return { kind: 'group', ...placed(node, building), children: buildNodes(node.children ?? [], building) }
}

function buildRepeat(node: OutlineNode, building: Building): Repeat {
  const count = readCount(node, building)
  return {
    kind: 'repeat',
    ...placed(node, building),
    ...(count && { count }),
    children: buildNodes(node.children ?? [], building),
  }
}

function placed({ name, path, row }: OutlineNode, building: Building) {
  const label = building.texts(row, 'label', path)
  return { name, path, row: row.number, ...readRelevant(row, path, building), ...(label && { label }) }
}

/** A chat asks for that many instances at most. */
const mostInstances = 50

/** How often a repeat is gone through: a number, a reference or an expression. */
function readCount({ row, path }: OutlineNode, { read, report }: Building): Repeat['count'] {
  const text = row.get('repeat_count')
  if (text === '') return undefined
  const place = row.place('repeat_count')
  const isWrong = () => report('E_REPEAT_COUNT_INVALID', place, text, { limit: mostInstances })
  if (
    /^[-+]?[\d.]+$/.test(text) &&
    !(Number.isInteger(Number(text)) && Number(text) >= 0 && Number(text) <= mostInstances)
  )
    return void isWrong()
  if (/^[\p{L}_][\p{L}\p{N}_-]*(\s+[\p{L}_][\p{L}\p{N}_-]*)*$/u.test(text)) return void isWrong()
  return read(text, { ...place, here: path })?.expression
}
