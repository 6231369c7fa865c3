import { depthOf } from '../expressions/depth.ts'
import type { Expression } from '../expressions/expression.ts'

/** Values that are worked out when they are asked for, each once. */
export interface Table<Found> {
  readonly known: Map<string, Found>
  readonly running: Set<string>
  /** What counts while a value is needed to work out itself. */
  readonly whenCircular: Found
}

export const emptyTable = <Found>(whenCircular: Found): Table<Found> => ({
  known: new Map(),
  running: new Set(),
  whenCircular,
})

/** `expression` is what the work evaluates, for how deep it goes. */
export type Find = <Found>(
  table: Table<Found>,
  key: string,
  expression: Expression | undefined,
  work: () => Found,
) => Found

/** Levels of expressions inside one another before the rest is worked out from the ground. */
const deepest = 700

/** Thrown to come back to the ground with what is needed first. */
class TooDeep extends Error {
  readonly task: Task
  constructor(task: Task) {
    super('too deep')
    this.task = task
  }
}

interface Task {
  readonly table: Table<unknown>
  readonly key: string
  readonly weight: number
  readonly work: () => unknown
}

/**
 * Finds values that need one another. Somebody can write a form in which each of thousands of questions needs the one
 * before it: past a depth the work starts anew at the far end, so that no form can exhaust the stack. Whatever needs
 * itself is blank.
 */
export function lookUp(): Find {
  let depth = 0

  function work(task: Task): unknown {
    const { table, key, weight } = task
    depth += weight
    table.running.add(key)
    try {
      const found = task.work()
      table.known.set(key, found)
      return found
    } finally {
      depth -= weight
      table.running.delete(key)
    }
  }

  /** Those that wait stay marked as running: a circle through them is one. */
  function fromTheGround(first: Task): unknown {
    const waiting = [first]
    for (;;) {
      const task = waiting.at(-1) as Task
      task.table.running.delete(task.key)
      try {
        const found = task.table.known.get(task.key) ?? work(task)
        waiting.pop()
        if (waiting.length === 0) return found
      } catch (error) {
        if (!(error instanceof TooDeep)) throw error
        task.table.running.add(task.key)
        waiting.push(error.task)
      }
    }
  }

  return <Found>(
    table: Table<Found>,
    key: string,
    expression: Expression | undefined,
    how: () => Found,
  ): Found => {
    const known = table.known.get(key)
    if (known !== undefined) return known
    if (table.running.has(key)) return table.whenCircular
    const weight = 1 + (expression ? depthOf(expression) : 0)
    const task: Task = { table: table, key, weight, work: how }
    if (depth === 0) return fromTheGround(task) as Found
    if (depth + weight > deepest) throw new TooDeep(task)
    return work(task) as Found
  }
}
