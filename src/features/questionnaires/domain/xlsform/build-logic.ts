import type { Expression } from '../expressions/expression.ts'
import { yesOrNo } from './cell-words.ts'
import { pathsRead } from './cycles.ts'
import type { Building } from './form-builder.ts'
import type { FormRow } from './form-table.ts'

type Logic = 'relevant' | 'required' | 'constraint' | 'calculation' | 'readonly'

/** Reads an expression of a row; `yes` and `TRUE` are as good as `true()`. */
export function readLogic(
  row: FormRow,
  key: Logic,
  here: string,
  { read }: Building,
): Expression | undefined {
  const text = row.get(key)
  if (text === '') return undefined
  const plain = yesOrNo(text)
  if (plain !== undefined) return { kind: 'call', name: plain ? 'true' : 'false', values: [] }
  return read(text, { ...row.place(key), here })?.expression
}

/** When a node applies; its value depends on that. */
export function readRelevant(row: FormRow, here: string, building: Building): { relevant?: Expression } {
  const relevant = readLogic(row, 'relevant', here, building)
  if (!relevant) return {}
  building.depends(here, pathsRead(relevant, here))
  return { relevant }
}

/** A calculation, and the questions whose answers set it off. */
export function readCalculation(
  row: FormRow,
  here: string,
  building: Building,
): { calculation?: Expression; triggers?: readonly string[] } {
  const calculation = readLogic(row, 'calculation', here, building)
  const triggers = readTriggers(row, building)
  if (calculation && triggers.length === 0) building.depends(here, pathsRead(calculation, here))
  return { ...(calculation && { calculation }), ...(triggers.length > 0 && { triggers }) }
}

/** `${price}, ${count}` → their paths. */
function readTriggers(row: FormRow, { names, report }: Building): string[] {
  const text = row.get('trigger')
  const place = row.place('trigger')
  const parts = text.split(',').map((part) => part.trim())
  return parts.flatMap((part) => {
    if (part === '') return []
    const name = /^\$\{([^{}\s]+)\}$/.exec(part)?.[1]
    const [path, ...others] = name === undefined ? [] : (names.named.get(name) ?? [])
    if (name === undefined) report('E_TRIGGER_INVALID', place, text)
    else if (path === undefined) report('E_REF_UNKNOWN', place, part)
    else if (others.length > 0) report('E_REF_AMBIGUOUS', place, part)
    else if (names.unanswered.has(path)) report('E_TRIGGER_INVALID', place, part)
    else return [path]
    return []
  })
}
