import { question, say, together, type FormPart, type FormRow, type InEachLanguage } from './rows.ts'

/** A choice of a list, with the columns that are the form's own: `points`, `exclusive`, `cluster`. */
export const offer = (name: string, label: InEachLanguage, columns: FormRow = {}): FormRow => ({
  name,
  label,
  ...columns,
})

export interface ChoiceCells {
  /** One more choice, `other`, and a question behind it. */
  readonly orOther?: true
  /** So many choices at most. */
  readonly most?: number
  /** Of a list that stands in the form already. */
  readonly list?: string
  readonly cells?: FormRow
}

/** One of some choices. The list is named after the question unless it is a shared one. */
export const selectOne = (
  name: string,
  label: InEachLanguage,
  offers: readonly FormRow[],
  cells: ChoiceCells = {},
): FormPart => select('select_one', name, label, offers, cells)

/** Several choices; one that is `exclusive` stands alone. */
export const selectMultiple = (
  name: string,
  label: InEachLanguage,
  offers: readonly FormRow[],
  cells: ChoiceCells = {},
): FormPart => select('select_multiple', name, label, offers, cells)

/** The first few of some choices, in one's own order. */
export const rank = (
  name: string,
  label: InEachLanguage,
  offers: readonly FormRow[],
  cells: ChoiceCells = {},
): FormPart => select('rank', name, label, offers, cells)

function select(
  type: string,
  name: string,
  label: InEachLanguage,
  offers: readonly FormRow[],
  { orOther, most, list = name, cells = {} }: ChoiceCells,
): FormPart {
  const alone = offers.find(({ exclusive }) => exclusive === 'yes')
  return together(
    question(`${type} ${list}${orOther ? ' or_other' : ''}`, name, label, {
      ...(typeof alone?.['name'] === 'string' && standsAlone(alone['name'])),
      ...(most !== undefined && atMost(most)),
      ...cells,
    }),
    { survey: [], choices: offers.map((one) => ({ list_name: list, ...one })) },
  )
}

/** A choice that no other can stand beside; the column `exclusive` says it to the buttons, the constraint to everybody. */
const standsAlone = (name: string): FormRow => ({
  constraint: `not(selected(., '${name}') and count-selected(.) > 1)`,
  constraint_message: say(
    '“Hiçbiri” tek başına seçilir; lütfen ya onu ya da diğerlerini işaretleyiniz.',
    '“None” stands alone: please tick either it or the others.',
    '«Ninguno» va solo: marque esa opción o bien las demás.',
    '« Aucun » se choisit seul : cochez cette réponse ou bien les autres.',
  ),
})

const atMost = (most: number): FormRow => ({
  constraint: `count-selected(.) <= ${most}`,
  constraint_message: say(
    `Lütfen en çok ${most} seçenek işaretleyiniz.`,
    `Please choose ${most} at most.`,
    `Elija ${most} opciones como máximo.`,
    `Choisissez ${most} réponses au plus.`,
  ),
  hint: say(`En çok ${most} seçenek`, `${most} at most`, `${most} como máximo`, `${most} réponses au plus`),
})

export const yesNo: readonly FormRow[] = [
  offer('yes', say('Evet', 'Yes', 'Sí', 'Oui')),
  offer('no', say('Hayır', 'No', 'No', 'Non')),
]

/** The choice that excludes all others; worth nothing where points are given. */
export const none = (label: InEachLanguage, columns: FormRow = {}): FormRow =>
  offer('none', label, { ...columns, exclusive: 'yes' })
