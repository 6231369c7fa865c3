import { textOf, truthOf } from '../values.ts'
import type { Implementation } from '../world.ts'

const choose: Implementation = ([condition, then, otherwise], view, evaluate) => {
  const chosen = condition && truthOf(evaluate(condition, view)) ? then : otherwise
  return chosen ? evaluate(chosen, view) : ''
}

const coalesce: Implementation = (values, view, evaluate) => {
  for (const value of values) {
    const text = textOf(evaluate(value, view))
    if (text !== '') return text
  }
  return ''
}

/** What is there already stays; else the value as it was when the response was begun. */
const once: Implementation = ([value], view, evaluate) => {
  const kept = view.world.kept(view.owner)
  return kept !== '' || !value ? kept : textOf(evaluate(value, { ...view, isOnce: true }))
}

export const logic = {
  if: choose,
  coalesce,
  once,
  not: ([value], view, evaluate) => !(value && truthOf(evaluate(value, view))),
  boolean: ([value], view, evaluate) => (value ? truthOf(evaluate(value, view)) : false),
  'boolean-from-string': ([value], view, evaluate) =>
    value ? ['1', 'true'].includes(textOf(evaluate(value, view))) : false,
  true: () => true,
  false: () => false,
} satisfies Record<string, Implementation>
