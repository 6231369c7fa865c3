import type { RecordToWrite } from '../../../../shared/tables/write-table.ts'
import type { SheetName } from './columns.ts'
import { say, type DayAfter } from './example-words.ts'
import { itineraryExamples } from './itinerary-examples.ts'

type Examples = Readonly<Record<Exclude<SheetName, 'activity'>, readonly RecordToWrite[]>> & {
  readonly activity: RecordToWrite
}

/** Believable rows for the template: some of a rail delegation to Barcelona. */
export function templateExamples(startsOn: Temporal.PlainDate): Examples {
  const dayAfter: DayAfter = (days) => ({ date: startsOn.add({ days }).toString() })
  return {
    activity: activityExample(dayAfter),
    itinerary: itineraryExamples(dayAfter),
    participants: participantExamples,
    documents: documentExamples(dayAfter),
    team: teamExamples(dayAfter),
    faq: faqExamples,
  }
}

const activityExample = (dayAfter: DayAfter): RecordToWrite => ({
  code: 'BCN-2026',
  kind: 'trade_delegation',
  title: say(
    'Barselona raylı sistemler ticaret heyeti',
    'Rail systems trade delegation to Barcelona',
    'Misión comercial de sistemas ferroviarios a Barcelona',
    'Mission commerciale du ferroviaire à Barcelone',
  ),
  description: say(
    'İkili iş görüşmeleri, demiryolu kümesi ve bir fabrika ziyareti.',
    'B2B meetings, the railway cluster and a plant visit.',
    'Reuniones B2B, clúster ferroviario y visita a una planta.',
    'Rendez-vous B2B, cluster ferroviaire et visite d’usine.',
  ),
  country: 'ES',
  city: say('Barselona', 'Barcelona', 'Barcelona', 'Barcelone'),
  time_zone: 'Europe/Madrid',
  starts_on: dayAfter(0),
  ends_on: dayAfter(3),
  capacity: 30,
  minimum: 12,
  per_firm: 2,
  supported_per_firm: 2,
  approval: 'manual',
  applications_close_at: { ...dayAfter(-20), time: '17:00:00' },
  decision_on: dayAfter(-17),
  confirm_by: dayAfter(-12),
  withdraw_until: dayAfter(-10),
  name_change_until: dayAfter(-7),
  offer_hours: 24,
  funding: 'eu',
  working_language: 'tr',
  duty_phone: '+905320000000',
})

const participantExamples: readonly RecordToWrite[] = [
  {
    application: 1,
    name: 'Ayşe Yılmaz',
    firm: 'Yıldız Raylı Sistemler A.Ş.',
    role: 'delegate',
    side: 'guest',
    bus: '1',
    group1: 'A',
  },
  {
    application: 2,
    name: 'İsmail Ağaoğlu',
    firm: 'Porsuk Döküm Ltd. Şti.',
    role: 'delegate',
    side: 'guest',
    bus: '2',
    group1: 'B',
  },
]

const documentExamples = (dayAfter: DayAfter): RecordToWrite[] => [
  {
    code: 'visa',
    title: say('Schengen vizesi', 'Schengen visa', 'Visado Schengen', 'Visa Schengen'),
    applies_if: 'passport = ordinary; nationality = TR',
    mandatory: 'yes',
    due: dayAfter(-10),
    proof: 'declared',
    rule: say(
      '810/2009 sayılı AB Vize Kodu',
      'EU Visa Code, 810/2009',
      'Código de visados de la UE, 810/2009',
      'Code des visas de l’UE, 810/2009',
    ),
    rule_source: 'EUR-Lex',
    rule_checked_on: dayAfter(-60),
  },
]

const teamExamples = (dayAfter: DayAfter): RecordToWrite[] => [
  {
    name: 'Deniz Örnek',
    role: 'Coordinator',
    phone: '+905320000000',
    languages: 'tr, en',
    on_duty_from: dayAfter(0),
    on_duty_to: dayAfter(3),
    bus: '1',
  },
]

const faqExamples: readonly RecordToWrite[] = [
  {
    question: say(
      'Hangi priz kullanılıyor?',
      'Which plug do I need?',
      '¿Qué enchufe se usa?',
      'Quelle prise faut-il ?',
    ),
    answer: say(
      'Türkiye’deki gibi F tipi.',
      'Type F, the same as in Türkiye.',
      'Tipo F, igual que en Türkiye.',
      'Type F, comme en Turquie.',
    ),
    keywords: say('priz, adaptör', 'plug, socket', 'enchufe', 'prise, adaptateur'),
  },
]
