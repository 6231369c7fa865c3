import type { QuestionType } from './question-type.ts'

/** Names, joined by a space, in the order of the list. */
export const selectMultiple: QuestionType = (value, { choices }) => {
  const chosen = new Set(value.split(' ').filter(Boolean))
  const inOrder = new Set(
    choices()
      .map(({ name }) => name)
      .filter((name) => chosen.has(name)),
  )
  return inOrder.size === chosen.size ? [...inOrder].join(' ') : undefined
}
