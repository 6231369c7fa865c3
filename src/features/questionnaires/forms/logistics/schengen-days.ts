import type { SchengenDays } from '../finished-form.ts'
import { calculate, rows, say, together, type FormPart, type FormRow, type InEachLanguage } from '../rows.ts'

/** A day that belongs to the trip: not asked. It is the activity's; for a form of no activity it can be written into the sheet. */
const dayOfTrip = (
  name: string,
  fact: string,
  label: InEachLanguage,
  day: Temporal.PlainDate | undefined,
): FormRow => ({
  type: 'hidden',
  name,
  label,
  heyet_profile: fact,
  ...(day && { default: { date: day.toString() } }),
})

/** A day as people read it, in their language: `13 Mar 2020`. */
const shown = (name: string): FormPart => calculate(`${name}_shown`, `format-date(\${${name}}, '%e %b %Y')`)

/** So many days before entering; blank while that day is not known. */
const daysBefore = (count: string): string =>
  `if(\${enters_on} = '', '', date(decimal-date-time(\${enters_on}) - ${count}))`

/** October and later end in the year after. */
const threeMonthsOn =
  "if(${leaves_month} <= 9, concat(${leaves_year}, if(${leaves_month} <= 6, '-0', '-'), ${leaves_month} + 3), concat(${leaves_year} + 1, '-0', ${leaves_month} - 9))"

/** The same day of that month, or its last one: three months after 30 November is the end of February. */
const sameDayOrLast =
  "coalesce(date(concat(${needed_month}, '-', ${leaves_day})), coalesce(date(concat(${needed_month}, '-', ${leaves_day} - 1)), coalesce(date(concat(${needed_month}, '-', ${leaves_day} - 2)), date(concat(${needed_month}, '-', ${leaves_day} - 3)))))"

/** Ten years before entering; of a 29 February the 28th. */
const tenYearsBefore =
  "coalesce(date(concat(${enters_year} - 10, format-date(${enters_on}, '-%m-%d'))), date(concat(${enters_year} - 10, '-02-28')))"

const part = (name: string, of: string, letter: string): FormPart =>
  calculate(name, `number(format-date(\${${of}}, '${letter}'))`)

/**
 * The dated rules that passports and visas are checked against: valid for three months after leaving the Schengen area, issued
 * within ten years before entering it. The two days are data of the trip; without them nothing is checked.
 */
export const schengenDays = (trip: SchengenDays | undefined): FormPart =>
  together(
    rows(
      dayOfTrip(
        'enters_on',
        'trip.schengen_enters_on',
        say(
          'Schengen bölgesine giriş günü; default sütununa yazılır',
          'Day of entering the Schengen area; goes into the column default',
          'Día de entrada en el espacio Schengen; va en la columna default',
          'Jour d’entrée dans l’espace Schengen ; va dans la colonne default',
        ),
        trip?.entersOn,
      ),
      dayOfTrip(
        'leaves_on',
        'trip.schengen_leaves_on',
        say(
          'Schengen bölgesinden çıkış günü; default sütununa yazılır',
          'Day of leaving the Schengen area; goes into the column default',
          'Día de salida del espacio Schengen; va en la columna default',
          'Jour de sortie de l’espace Schengen ; va dans la colonne default',
        ),
        trip?.leavesOn,
      ),
    ),
    part('enters_year', 'enters_on', '%Y'),
    part('leaves_year', 'leaves_on', '%Y'),
    part('leaves_month', 'leaves_on', '%n'),
    part('leaves_day', 'leaves_on', '%e'),
    calculate('trip_days', 'decimal-date-time(${leaves_on}) - decimal-date-time(${enters_on}) + 1'),
    calculate('needed_month', threeMonthsOn),
    calculate('passport_needed_until', sameDayOrLast),
    shown('passport_needed_until'),
    calculate('passport_issued_after', tenYearsBefore),
    shown('passport_issued_after'),
    calculate('visa_file_by', daysBefore('45')),
    shown('visa_file_by'),
  )

/** When a new passport has to be there: before a visa is applied for, else before the lists are sent. */
export const renewBy: FormPart = together(
  calculate('renew_by', daysBefore('if(${needs_visa} = 1, 45, 15)')),
  shown('renew_by'),
)
