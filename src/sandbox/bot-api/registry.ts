import { callbackMethods } from './callbacks.ts'
import { commandMethods } from './commands.ts'
import { editMethods } from './edits.ts'
import { messageMethods } from './messages.ts'
import type { Method, Methods } from './method.ts'
import { updateMethods } from './updates.ts'

const families: Methods = {
  ...updateMethods,
  ...messageMethods,
  ...editMethods,
  ...callbackMethods,
  ...commandMethods,
}

/** Every method that is emulated, by its name in small letters. */
export const registry: ReadonlyMap<string, Method> = new Map(
  Object.entries(families).map(([name, method]) => [name.toLowerCase(), method]),
)
