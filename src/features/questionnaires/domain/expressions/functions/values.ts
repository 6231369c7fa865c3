import { numberOf, textOf, type Value } from '../values.ts'
import { zoneOf, type Implementation } from '../world.ts'

/** For functions of texts. */
export const ofTexts =
  (work: (...texts: string[]) => Value): Implementation =>
  (values, view, evaluate) =>
    work(...values.map((value) => textOf(evaluate(value, view))))

/** For functions of numbers. */
export const ofNumbers =
  (work: (...numbers: number[]) => number): Implementation =>
  (values, view, evaluate) =>
    work(...values.map((value) => numberOf(evaluate(value, view), zoneOf(view))))
