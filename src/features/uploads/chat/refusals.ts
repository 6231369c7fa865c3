import type { Words } from '../../../platform/texts/words.ts'
import { SpreadsheetRefused } from '../../../platform/spreadsheets/index.ts'
import type { DomainError } from '../../../shared/domain-error.ts'
import { hasIdentityNumber } from '../../../shared/identity-number.ts'
import { cellText, type Sheet, type Workbook } from '../../../shared/spreadsheet.ts'
import { recogniseSpreadsheet } from '../../../shared/spreadsheet-kind.ts'
import { shortened, type Answer } from './answer.ts'

const mostSheets = 6
const mostColumns = 8

/** A file that was not read, or that this person may not publish, and why. */
export function refusedAnswer(words: Words, name: string, because: DomainError): Answer {
  const told = { name, reason: words.piece(because) }
  const text =
    because instanceof SpreadsheetRefused
      ? words('uploads:refused', { ...told, code: because.issueCode })
      : words('uploads:notAllowed', told)
  return { message: { text } }
}

/** A file that is none of those that are taken here: what was found in it, and where the templates are. */
export function notOursAnswer(words: Words, name: string, workbook: Workbook): Answer {
  const kinds = new Set(workbook.sheets.map((sheet) => recogniseSpreadsheet({ sheets: [sheet] })))
  kinds.delete('unclear')
  const key = kinds.size > 1 ? 'uploads:both' : 'uploads:neither'
  return {
    message: {
      text: words(key, {
        name,
        found: foundIn(words, workbook),
        button: words.plain('activities:desk.templates'),
      }),
    },
  }
}

function foundIn(words: Words, { sheets }: Workbook): string {
  const filled = sheets.filter(({ rows }) => rows.length > 0)
  if (filled.length === 0) return words.plain('uploads:found.nothing')
  const rest = filled.length - mostSheets
  return [
    words.plain('uploads:found.intro'),
    ...filled
      .slice(0, mostSheets)
      .map((sheet) =>
        words.plain('uploads:found.sheet', { sheet: shortened(sheet.name, 40), columns: columnsOf(sheet) }),
      ),
    ...(rest > 0 ? [words.plain('uploads:found.more', { count: rest })] : []),
  ].join('\n')
}

function columnsOf({ rows }: Sheet): string {
  const names = (rows[0]?.cells ?? [])
    .map(({ value }) => cellText(value))
    .map((name) => (hasIdentityNumber(name) ? '…' : shortened(name, 24)))
  return [...names.slice(0, mostColumns), ...(names.length > mostColumns ? ['…'] : [])].join(', ')
}
