import type { Cluster } from '../cluster.ts'
import { isFirmName } from '../firm-name.ts'
import { choice, country, type Meanings } from '../../../../shared/tables/choice-cells.ts'
import { required, type Column, type Columns } from '../../../../shared/tables/columns.ts'
import { email, list, patterned, text, wholeNumber } from '../../../../shared/tables/text-cells.ts'

/** Clusters, each with the words of the four languages that mean it. */
const clusters: Meanings<Cluster> = {
  rail: [
    'raylı sistemler',
    'raylı',
    'rail systems',
    'railway',
    'ferroviario',
    'sistemas ferroviarios',
    'ferroviaire',
    'systèmes ferroviaires',
  ],
  aviation: ['havacılık', 'aeronáutica', 'aviación', 'aéronautique', 'aviation'],
  both: ['ikisi de', 'her ikisi', 'ambos', 'les deux'],
  none: ['yok', 'hiçbiri', 'ninguno', 'aucun', 'aucune'],
}

const firmName: Column<string> = {
  ...text(200),
  read(value) {
    const reading = text(200).read(value)
    return 'code' in reading || isFirmName(reading.value)
      ? reading
      : { code: 'E_FIRM_NAME', details: { example: 'Yıldız Raylı Sistemler A.Ş.' } }
  },
}

/** A person's number where the firm's is asked for: the sentence says which one is meant. */
const taxNumber: Column<string> = {
  ...text(40),
  read(value) {
    const reading = text(40).read(value)
    return 'code' in reading && reading.code === 'E_IDENTITY_NUMBER'
      ? { code: 'E_TAX_NUMBER_IDENTITY' }
      : reading
  },
}

/** The columns of the firm list. Phone and tax number are read once the row's country is known. */
export const firmColumns = {
  firm: required(firmName, 'Yıldız Raylı Sistemler A.Ş.'),
  country,
  city: text(80),
  tax_no: taxNumber,
  register_no: text(40),
  nace: patterned(/^\d{2}(\.\d{1,2}){0,2}$/, 'E_NACE', 12),
  cluster: choice(clusters),
  employees: wholeNumber(0, 1_000_000),
  contact_name: text(120),
  contact_phone: text(40),
  contact_email: email,
  invited_to: list(400),
} satisfies Columns
