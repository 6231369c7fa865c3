import { callbackMethods } from './callbacks.ts'
import { chatMethods } from './chats.ts'
import { commandMethods } from './commands.ts'
import { copyMethods } from './copies.ts'
import { deletionMethods } from './deletions.ts'
import { editMethods } from './edits.ts'
import { fileMethods } from './files.ts'
import { messageMethods } from './messages.ts'
import type { Method, Methods } from './method.ts'
import { pinMethods } from './pins.ts'
import { profileMethods } from './profile.ts'
import { reactionMethods } from './reactions.ts'
import { topicMethods } from './topics.ts'
import { updateMethods } from './updates.ts'

const families: Methods = {
  ...updateMethods,
  ...messageMethods,
  ...fileMethods,
  ...copyMethods,
  ...editMethods,
  ...deletionMethods,
  ...pinMethods,
  ...reactionMethods,
  ...topicMethods,
  ...callbackMethods,
  ...chatMethods,
  ...commandMethods,
  ...profileMethods,
}

/** Every method that is emulated, by its name in small letters. */
export const registry: ReadonlyMap<string, Method> = new Map(
  Object.entries(families).map(([name, method]) => [name.toLowerCase(), method]),
)
