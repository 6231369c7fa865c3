import { isNodes, numberOf, textOf, truthOf, type Value } from './values.ts'

type Comparison = '=' | '!=' | '<' | '<=' | '>' | '>='

/** XPath 1.0, section 3.4: of several answers one for which it holds is enough; none at all count as one blank. */
export function isTrueOf(operator: Comparison, left: Value, right: Value, zone: string): boolean {
  if (typeof left === 'boolean' || typeof right === 'boolean')
    return compareTwo(operator, truthOrNumber(left, operator), truthOrNumber(right, operator), zone)
  return singles(left).some((one) => singles(right).some((other) => compareTwo(operator, one, other, zone)))
}

const singles = (value: Value): readonly Value[] => {
  if (!isNodes(value)) return [value]
  return value.texts.length === 0 ? [''] : value.texts
}

const truthOrNumber = (value: Value, operator: Comparison): Value =>
  operator === '=' || operator === '!=' ? truthOf(value) : value

function compareTwo(operator: Comparison, left: Value, right: Value, zone: string): boolean {
  switch (operator) {
    case '=':
      return areEqual(left, right, zone)
    case '!=':
      return !areEqual(left, right, zone)
    case '<':
      return numberOf(left, zone) < numberOf(right, zone)
    case '<=':
      return numberOf(left, zone) <= numberOf(right, zone)
    case '>':
      return numberOf(left, zone) > numberOf(right, zone)
    case '>=':
      return numberOf(left, zone) >= numberOf(right, zone)
  }
}

function areEqual(left: Value, right: Value, zone: string): boolean {
  if (typeof left === 'boolean' || typeof right === 'boolean') return truthOf(left) === truthOf(right)
  if (typeof left === 'string' && typeof right === 'string') return left === right
  return isNumeric(left) || isNumeric(right)
    ? numberOf(left, zone) === numberOf(right, zone)
    : textOf(left) === textOf(right)
}

const isNumeric = (value: Value): boolean =>
  typeof value === 'number' || (typeof value === 'object' && value.kind === 'moment')
