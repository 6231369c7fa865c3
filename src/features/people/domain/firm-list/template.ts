import type { Language } from '../../../../shared/localized-text.ts'
import type { SheetToWrite } from '../../../../shared/spreadsheet.ts'
import { templateSheet, type Explain } from '../../../../shared/tables/template-sheet.ts'
import type { RecordToWrite } from '../../../../shared/tables/write-table.ts'
import { firmColumns } from './columns.ts'

/** The empty firm list with examples in it; `explain` says `columns.firms.<key>` in her language. */
export const firmListTemplate = ({
  language,
  explain,
}: {
  language: Language
  explain: Explain
}): SheetToWrite[] => [
  templateSheet({ name: 'firms', columns: firmColumns, languages: [language], explain, examples }),
]

const examples: readonly RecordToWrite[] = [
  {
    firm: 'Yıldız Raylı Sistemler A.Ş.',
    country: 'TR',
    city: 'Eskişehir',
    tax_no: '1234567890',
    register_no: '10234',
    nace: '30.20',
    cluster: 'rail',
    employees: 48,
    contact_name: 'Ayşe Yılmaz',
    contact_phone: '+905320000000',
    contact_email: 'ayse@example.com',
    invited_to: 'BCN-2026',
  },
  {
    firm: 'Components Ferroviaris Exemple SL',
    country: 'ES',
    city: 'Barcelona',
    cluster: 'rail',
    employees: 120,
    contact_name: 'Marta Puig',
    contact_phone: '+34600000000',
    contact_email: 'marta@example.com',
  },
]
