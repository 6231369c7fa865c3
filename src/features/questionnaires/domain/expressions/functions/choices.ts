import { textOf } from '../values.ts'
import type { Implementation } from '../world.ts'
import { ofTexts } from './values.ts'

const chosen = (text: string): string[] => text.split(/\s+/).filter(Boolean)

/** The words of a choice in the reader's language; what is no choice stays as it is. */
const choiceName: Implementation = ([value, question], view, evaluate) => {
  const name = value ? textOf(evaluate(value, view)) : ''
  const list = question?.kind === 'nodes' ? view.world.listOf(question.path) : undefined
  const choice = list && view.world.choices(list).find((one) => one.name === name)
  return choice ? view.world.label(choice, view.owner) : name
}

export const choices = {
  selected: ofTexts((all = '', one = '') => chosen(all).includes(one.trim())),
  'selected-at': ([all, index], view, evaluate) => {
    const at = index ? parseInt(textOf(evaluate(index, view)), 10) : NaN
    return (all && chosen(textOf(evaluate(all, view)))[at]) ?? ''
  },
  'count-selected': ofTexts((all = '') => chosen(all).length),
  'jr:choice-name': choiceName,
  current: (_values, view) => ({ kind: 'nodes', texts: [view.world.text(view.owner)], position: 1 }),
  /** Means something only with a path behind it, and then it is no call any more. */
  instance: () => '',
} satisfies Record<string, Implementation>
