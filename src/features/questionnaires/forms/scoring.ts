import { selectMultiple, selectOne, type ChoiceCells } from './choices.ts'
import { calculate, question, together, type FormPart, type FormRow, type InEachLanguage } from './rows.ts'

/** No question earns more. */
export const mostPoints = 10

/** One of some choices, worth what its column `points` says. */
export const scoredOne = (
  name: string,
  label: InEachLanguage,
  offers: readonly FormRow[],
  cells?: ChoiceCells,
): FormPart =>
  together(
    selectOne(name, label, offers, cells),
    calculate(pointsName(name), `sum(instance('${name}')/root/item[name = \${${name}}]/points)`),
  )

/** Several choices, worth the sum of their points, up to 10. */
export const scoredMultiple = (
  name: string,
  label: InEachLanguage,
  offers: readonly FormRow[],
  cells?: ChoiceCells,
): FormPart =>
  together(
    selectMultiple(name, label, offers, cells),
    calculate(
      pointsName(name),
      `min(${mostPoints}, sum(instance('${name}')/root/item[selected(\${${name}}, name)]/points))`,
    ),
  )

/** A number, worth the points of the first limit that it reaches: `[[50, 10], [25, 8]]`. */
export const scoredNumber = (
  name: string,
  label: InEachLanguage,
  limits: readonly (readonly [least: number, points: number])[],
  cells: FormRow,
): FormPart =>
  together(
    question('integer', name, label, cells),
    calculate(pointsName(name), byLimits(`\${${name}}`, limits)),
  )

/** `if(x >= 50, 10, if(x >= 25, 8, 0))`: nothing for what was not answered. */
export const byLimits = (
  value: string,
  limits: readonly (readonly [least: number, points: number])[],
): string =>
  limits.reduceRight((otherwise, [least, points]) => `if(${value} >= ${least}, ${points}, ${otherwise})`, '0')

/** Under which the points of a question stand in the result. */
export const pointsName = (name: string): string => `points_${name}`

/** `${points_B1} + ${points_B2}` */
export const sumOfPoints = (names: readonly string[]): string =>
  names.map((name) => `\${${pointsName(name)}}`).join(' + ')
