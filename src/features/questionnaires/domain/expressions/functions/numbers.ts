import { numberOf } from '../values.ts'
import { selfOf, zoneOf, type Implementation } from '../world.ts'
import { ofNumbers } from './values.ts'

/** Half away from zero, counted in decimals as people write them: 1.005 to two places is 1.01. */
function roundTo(value: number, places: number): number {
  if (!Number.isFinite(value) || Number.isNaN(places)) return Number.isNaN(places) ? NaN : value
  const shift = Math.max(-300, Math.min(300, Math.trunc(places)))
  const rounded = Math.round(shifted(Math.abs(value), shift))
  if (!Number.isFinite(rounded)) return value
  return Math.sign(value) * shifted(rounded, -shift)
}

function shifted(value: number, places: number): number {
  const [digits = '0', power = '0'] = String(value).split('e')
  return Number(`${digits}e${Number(power) + places}`)
}

const number: Implementation = ([value], view, evaluate) =>
  numberOf(value ? evaluate(value, view) : view.world.text(selfOf(view)), zoneOf(view))

export const numbers = {
  number,
  int: ofNumbers((value = NaN) => Math.trunc(value)),
  round: ofNumbers((value = NaN, places = 0) => roundTo(value, places)),
  floor: ofNumbers((value = NaN) => Math.floor(value)),
  ceiling: ofNumbers((value = NaN) => Math.ceil(value)),
  abs: ofNumbers((value = NaN) => Math.abs(value)),
  pow: ofNumbers((value = NaN, power = NaN) => value ** power),
  sqrt: ofNumbers((value = NaN) => Math.sqrt(value)),
  exp: ofNumbers((value = NaN) => Math.exp(value)),
  log: ofNumbers((value = NaN) => Math.log(value)),
  log10: ofNumbers((value = NaN) => Math.log10(value)),
  sin: ofNumbers((value = NaN) => Math.sin(value)),
  cos: ofNumbers((value = NaN) => Math.cos(value)),
  tan: ofNumbers((value = NaN) => Math.tan(value)),
} satisfies Record<string, Implementation>
