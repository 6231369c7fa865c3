import type { LocalizedText } from '../../shared/localized-text.ts'
import type { DateTimeCell, Workbook } from '../../shared/spreadsheet.ts'
import {
  asWorkbook,
  keysAndValuesSheet,
  tableSheet,
  type RecordToWrite,
} from '../../shared/tables/write-table.ts'
import { barcelonaFaq } from './barcelona-faq.ts'
import { barcelonaProgramme, type ProgrammeRow } from './barcelona-programme.ts'

/** The rail delegation to Barcelona as the workbook a coordinator would send; `startsOn` is the day of departure. */
export function exampleActivityWorkbook({ startsOn }: { startsOn: Temporal.PlainDate }): Workbook {
  const dayAfter = (days: number) => ({ date: startsOn.add({ days }).toString() })
  return asWorkbook([
    keysAndValuesSheet('activity', activityOf(dayAfter)),
    tableSheet(
      'itinerary',
      barcelonaProgramme.map((row) => itemOf(row, dayAfter)),
    ),
    tableSheet('documents', documentsOf(dayAfter)),
    tableSheet('team', teamOf(dayAfter)),
    tableSheet('faq', barcelonaFaq),
  ])
}

type DayAfter = (days: number) => { readonly date: string }

const say = (tr: string, en: string, es: string, fr: string): LocalizedText => ({ tr, en, es, fr })

const istanbul = 'Europe/Istanbul'
const cities: Readonly<Record<'IST' | 'ESK' | 'BCN', LocalizedText>> = {
  IST: say('İstanbul', 'Istanbul', 'Estambul', 'Istanbul'),
  ESK: say('Eskişehir', 'Eskişehir', 'Eskişehir', 'Eskişehir'),
  BCN: say('Barselona', 'Barcelona', 'Barcelona', 'Barcelone'),
}

function activityOf(dayAfter: DayAfter): RecordToWrite {
  return {
    code: 'BCN-RAIL',
    kind: 'trade_delegation',
    title: say(
      'Barselona raylı sistemler ticaret heyeti',
      'Rail systems trade delegation to Barcelona',
      'Misión comercial de sistemas ferroviarios a Barcelona',
      'Mission commerciale du ferroviaire à Barcelone',
    ),
    description: say(
      'Eskişehir ve Sivas’ın raylı sistem firmaları dört gün boyunca Barselona’da: Ticaret Odasında ikili iş görüşmeleri, demiryolu kümesi, bir araç fabrikası ve metro bakım atölyesi. Program örnek niteliğindedir.',
      'Rail firms of Eskişehir and Sivas spend four days in Barcelona: B2B meetings at the Chamber of Commerce, the railway cluster, a rolling-stock plant and a metro depot. The programme is an example.',
      'Empresas ferroviarias de Eskişehir y Sivas pasan cuatro días en Barcelona: reuniones B2B en la Cambra, el clúster ferroviario, una planta de material rodante y un taller de metro. El programa es un ejemplo.',
      'Les entreprises ferroviaires d’Eskişehir et de Sivas passent quatre jours à Barcelone : rendez-vous B2B à la Chambre de commerce, cluster ferroviaire, usine de matériel roulant et atelier du métro. Le programme est un exemple.',
    ),
    country: 'ES',
    city: cities.BCN,
    time_zone: 'Europe/Madrid',
    starts_on: dayAfter(0),
    ends_on: dayAfter(3),
    capacity: 30,
    minimum: 12,
    per_firm: 2,
    supported_per_firm: 2,
    approval: 'manual',
    applications_close_at: { ...dayAfter(-14), time: '18:00:00' },
    decision_on: dayAfter(-12),
    confirm_by: dayAfter(-9),
    withdraw_until: dayAfter(-7),
    name_change_until: dayAfter(-4),
    offer_hours: 24,
    project: 'IBNC-SME',
    funding: 'eu',
    funding_notice: say(
      'Bu faaliyet Avrupa Birliği tarafından finanse edilmektedir.',
      'This activity is funded by the European Union.',
      'Esta actividad está financiada por la Unión Europea.',
      'Cette activité est financée par l’Union européenne.',
    ),
    fee: say(
      'Uçuş, otel ve program projeden karşılanır; kişisel harcamalar katılımcıya aittir.',
      'The project covers flight, hotel and programme; personal expenses are paid by each participant.',
      'El proyecto cubre vuelo, hotel y programa; los gastos personales corren por cuenta de cada participante.',
      'Le projet prend en charge le vol, l’hôtel et le programme ; les dépenses personnelles restent à la charge de chacun.',
    ),
    partners: 'Cambra de Comerç de Barcelona; CCI Lyon Métropole; Sivas TSO',
    working_language: 'tr',
    logistics_form: 'logistics',
    survey_form: 'satisfaction',
    results_form: 'results',
    duty_phone: '+905320000000',
  }
}

/** The zones of a row: `IST` and `ESK` run on Istanbul's clock, everything else on Barcelona's. */
function itemOf(row: ProgrammeRow, dayAfter: DayAfter): RecordToWrite {
  const { id, kind, day, start, end, endDay, from = 'BCN', to = from, ...texts } = row
  const clock = (time: string): DateTimeCell => ({ time: `${time}:00` })
  return {
    id,
    kind,
    date: dayAfter(day),
    start: clock(start),
    end: end === undefined ? null : clock(end),
    end_date: endDay === undefined ? null : dayAfter(endDay),
    start_zone: from === 'BCN' ? null : istanbul,
    end_zone: from === 'BCN' && to === 'BCN' ? null : to === 'BCN' ? 'Europe/Madrid' : istanbul,
    start_city: from === 'BCN' ? null : cities[from],
    end_city: from === 'BCN' && to === 'BCN' ? null : cities[to],
    ...texts,
  }
}

const documentsOf = (dayAfter: DayAfter): RecordToWrite[] => [
  {
    code: 'passport',
    title: say('Pasaport', 'Passport', 'Pasaporte', 'Passeport'),
    mandatory: true,
    due: dayAfter(-10),
    proof: 'declared',
    rule: say(
      'Schengen bölgesinden çıkıştan sonra en az 3 ay geçerli, girişten önceki 10 yıl içinde düzenlenmiş olmalı',
      'Valid for at least 3 months after leaving the Schengen area, issued less than 10 years before entry',
      'Válido al menos 3 meses después de salir del espacio Schengen y expedido menos de 10 años antes de la entrada',
      'Valable au moins 3 mois après la sortie de l’espace Schengen, délivré moins de 10 ans avant l’entrée',
    ),
    rule_source: 'EUR-Lex, 2016/399, 6',
    rule_checked_on: dayAfter(-60),
  },
  {
    code: 'visa',
    title: say('Schengen vizesi', 'Schengen visa', 'Visado Schengen', 'Visa Schengen'),
    applies_if: 'passport = ordinary; nationality = TR',
    mandatory: true,
    due: dayAfter(-10),
    proof: 'declared',
  },
  {
    code: 'insurance',
    title: say(
      'Seyahat sağlık sigortası (en az 30.000 €)',
      'Travel health insurance (at least €30,000)',
      'Seguro médico de viaje (mínimo 30.000 €)',
      'Assurance santé voyage (30 000 € au minimum)',
    ),
    applies_if: 'passport = ordinary',
    mandatory: true,
    due: dayAfter(-7),
    proof: 'file',
  },
]

const teamOf = (dayAfter: DayAfter): RecordToWrite[] => [
  {
    name: 'Elif Demir',
    role: 'Coordinator',
    phone: '+905320000000',
    languages: 'tr, en',
    on_duty_from: dayAfter(-1),
    on_duty_to: dayAfter(4),
    bus: '1',
  },
  {
    name: 'Marta Puig',
    role: 'Interpreter',
    phone: '+34600000000',
    languages: 'es, en, fr',
    on_duty_from: dayAfter(0),
    on_duty_to: dayAfter(3),
    bus: '2',
  },
]
