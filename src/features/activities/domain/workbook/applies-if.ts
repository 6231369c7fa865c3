import { countryOf } from '../../../../shared/countries.ts'
import { cellText } from '../../../../shared/spreadsheet.ts'
import { meaningOf } from '../../../../shared/tables/choice-cells.ts'
import type { Column } from '../../../../shared/tables/columns.ts'
import { passportTypes, sides, type PassportType, type Side } from './meanings.ts'

/** Whose document it is: people with one of the passports, nationalities and sides; an empty list asks for nothing. */
export interface AppliesIf {
  readonly passportTypes: readonly PassportType[]
  readonly nationalities: readonly string[]
  readonly sides: readonly Side[]
}

/** `ordinary; TR`, or with the name of what is meant: `passport = ordinary, nationality = TR, side = guest`. */
export const appliesIf: Column<AppliesIf> = {
  width: 26,
  read(value) {
    const named = splitConditions(cellText(value))
    const found = { passportTypes: [] as PassportType[], nationalities: [] as string[], sides: [] as Side[] }
    for (const { name, word } of named) {
      const passport = !name || /pas/i.test(name) ? meaningOf(word, passportTypes) : undefined
      const side = !name || /side|taraf|lado|côté/i.test(name) ? meaningOf(word, sides) : undefined
      const nationality = !name || /nat|nac|uyruk/i.test(name) ? countryOf(word) : undefined
      if (passport) found.passportTypes.push(passport)
      else if (side) found.sides.push(side)
      else if (nationality) found.nationalities.push(nationality)
      else return { code: 'E_APPLIES_IF', details: { word } }
    }
    return { value: found }
  },
}

/** A name counts for the words after it until the next one: `nationality = TR, ES; side = guest`. */
function splitConditions(text: string): { name: string | undefined; word: string }[] {
  let name: string | undefined
  return text
    .split(/[,;\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => {
      const [, before, word = part] = /^([^=:]+?)\s*[=:]\s*(.+)$/.exec(part) ?? []
      name = before ?? name
      return { name, word: word.trim() }
    })
}
