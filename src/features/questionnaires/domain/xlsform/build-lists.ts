import type { Choice, Form, FormText } from '../form.ts'
import type { Building } from './form-builder.ts'
import { readMedia } from './form-media.ts'
import { otherChoice } from './or-other.ts'
import type { ChoiceRow } from './read-choices.ts'
import type { Outline } from './survey-outline.ts'

/** Makes the lists of choices; `or_other` adds one to its list. */
export function buildLists({ all }: Outline, building: Omit<Building, 'report'>): Form['lists'] {
  const withOther = new Set(
    all.flatMap(({ type }) => (type.kind === 'select' && type.hasOther ? [type.list] : [])),
  )
  const other = otherChoice(building.languages)
  const built = [...building.lists].map(([list, rows]): [string, readonly Choice[]] => {
    const choices = rows.map((row) => buildChoice(row, building))
    const isAdded = withOther.has(list) && !choices.some(({ name }) => name === other.name)
    return [list, isAdded ? [...choices, other] : choices]
  })
  reportUnlabelled(building)
  return Object.fromEntries(built)
}

function buildChoice(
  { name, row }: ChoiceRow,
  { texts, read, languages, reportChoice }: Pick<Building, 'texts' | 'read' | 'languages' | 'reportChoice'>,
): Choice {
  const label = texts(row, 'label', '/data') ?? { [languages.defaultLanguage]: [name] }
  const media = readMedia(row, '/data', { languages, report: reportChoice, read })
  return {
    name,
    label,
    ...(media && { media }),
    columns: {
      ...Object.fromEntries(row.others()),
      name,
      label: plainWords(label, languages.defaultLanguage),
    },
  }
}

/** The label without its references, in the default language. */
const plainWords = (label: FormText, language: string): string =>
  (label[language] ?? Object.values(label)[0] ?? []).filter((piece) => typeof piece === 'string').join('')

/** A choice without a label is shown by its name. */
function reportUnlabelled({ lists, reportChoice }: Pick<Building, 'lists' | 'reportChoice'>): void {
  const unlabelled = [...lists.values()].flat().filter(({ row }) => row.prose('label').length === 0)
  const [first] = unlabelled
  if (first)
    reportChoice('W_CHOICE_LABEL_MISSING', first.row.place('label'), first.name, { count: unlabelled.length })
}
