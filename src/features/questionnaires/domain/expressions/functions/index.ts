import type { FunctionName } from '../function-names.ts'
import type { Implementation } from '../world.ts'
import { chance } from './chance.ts'
import { choices } from './choices.ts'
import { dates } from './dates.ts'
import { logic } from './logic.ts'
import { numbers } from './numbers.ts'
import { several } from './several.ts'
import { texts } from './texts.ts'

/** Every function a form may use. */
export const implementations: Readonly<Record<FunctionName, Implementation>> = {
  ...chance,
  ...choices,
  ...dates,
  ...logic,
  ...numbers,
  ...several,
  ...texts,
}
