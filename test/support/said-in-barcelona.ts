import type { Language } from '../../src/shared/localized-text.ts'

/** By whose clock an hour is meant: the one of Türkiye, or the one of Spain. */
export type ClockOf = 'TRT' | 'CET'
export type Line = Readonly<Record<Language, string>>

/**
 * One message that has to come. Days count from the departure (0); `hour` by the clock of `zone`. `to`: by name, else
 * everybody who takes part. `{day}` is filled with the short day, `{long}` with the long one.
 */
export interface Said {
  readonly day: number
  readonly hour: string
  readonly zone: ClockOf
  readonly rings: boolean
  readonly line: Line
  readonly to?: readonly string[]
  /** The way of the group: whoever flies on their own does not get it. */
  readonly withGroup?: boolean
  /** Whoever has said by then that they are on board does not get it. */
  readonly unlessOnBoard?: boolean
  /** The day that stands in the line, where there is one. */
  readonly names?: number
}

const say = (tr: string, en: string, es: string, fr: string): Line => ({ tr, en, es, fr })
const map = (one: Line, write: (text: string, language: Language) => string): Line => ({
  ...{ tr: write(one.tr, 'tr'), en: write(one.en, 'en'), es: write(one.es, 'es'), fr: write(one.fr, 'fr') },
})

const eskisehir = say('Eskişehir', 'Eskişehir', 'Eskişehir', 'Eskişehir')
const istanbul = say('İstanbul', 'Istanbul', 'Estambul', 'Istanbul')
const barcelona = say('Barselona', 'Barcelona', 'Barcelona', 'Barcelone')

const hall = say(
  'ESO toplantı salonu',
  'ESO meeting hall',
  'Sala de reuniones de ESO',
  'Salle de réunion d’ESO',
)
const eso = say(
  'Eskişehir Sanayi Odası',
  'Eskişehir Chamber of Industry',
  'Cámara de Industria de Eskişehir',
  'Chambre d’industrie d’Eskişehir',
)
const nightCoach = say(
  'Otobüsle Eskişehir – İstanbul Havalimanı',
  'Coach Eskişehir – Istanbul Airport',
  'Autocar Eskişehir – aeropuerto de Estambul',
  'Autocar Eskişehir – aéroport d’Istanbul',
)
const flightOut = say(
  'Uçuş: İstanbul – Barselona',
  'Flight Istanbul – Barcelona',
  'Vuelo Estambul – Barcelona',
  'Vol Istanbul – Barcelone',
)
const airport = say(
  'Barselona Havalimanı T1',
  'Barcelona Airport T1',
  'Aeropuerto de Barcelona T1',
  'Aéroport de Barcelone T1',
)
const nearHotel = say('Otele yakın', 'Near the hotel', 'Cerca del hotel', 'Près de l’hôtel')
const consulate = say(
  'Türkiye Başkonsolosluğu',
  'Consulate General of Türkiye',
  'Consulado General de Türkiye',
  'Consulat général de Turquie',
)
const hotel = say('Otel, Eixample', 'Hotel, Eixample', 'Hotel, Eixample', 'Hôtel, Eixample')
const dinner = say('Hoş geldiniz yemeği', 'Welcome dinner', 'Cena de bienvenida', 'Dîner de bienvenue')
const cambra = say(
  'Barselona Ticaret Odası',
  'Barcelona Chamber of Commerce',
  'Cambra de Comerç de Barcelona',
  'Chambre de commerce de Barcelone',
)
const plantCoach = say(
  'Otobüsle fabrikaya',
  'Coach to the plant',
  'Autocar a la planta',
  'Autocar vers l’usine',
)
const depot = say(
  'Metro bakım atölyesi',
  'Metro depot',
  'Taller de mantenimiento del metro',
  'Atelier de maintenance du métro',
)
const backToHotel = say('Otele dönüş', 'Back to the hotel', 'Regreso al hotel', 'Retour à l’hôtel')
const evening = say(
  'Railgrup üyeleriyle akşam',
  'Evening with members of Railgrup',
  'Velada con miembros de Railgrup',
  'Soirée avec des membres de Railgrup',
)
const airportCoach = say(
  'Otobüsle havalimanına, yoklama',
  'Coach to the airport, roll-call',
  'Autocar al aeropuerto, recuento',
  'Autocar vers l’aéroport, appel',
)
const flightBack = say(
  'Uçuş: Barselona – İstanbul',
  'Flight Barcelona – Istanbul',
  'Vuelo Barcelona – Estambul',
  'Vol Barcelone – Istanbul',
)
const coachHome = say(
  'Otobüsle Eskişehir’e dönüş',
  'Coach back to Eskişehir',
  'Autocar de vuelta a Eskişehir',
  'Autocar de retour à Eskişehir',
)

const tomorrow = say('Yarın', 'Tomorrow', 'Mañana', 'Demain')

/** Time, city and place, as a locked phone shows them. */
const head = (icon: string, time: string, city: Line, place: Line): Line =>
  map(city, (name, language) => `${icon} ${time} · ${name} · ${place[language]}`)
const headTomorrow = (icon: string, time: string, city: Line, place: Line): Line =>
  map(city, (name, language) => `${icon} ${tomorrow[language]} ${time} · ${name} · ${place[language]}`)
const headOn = (icon: string, time: string, city: Line, place: Line): Line =>
  map(city, (name, language) => `${icon} {day} · ${time} · ${name} · ${place[language]}`)

const at = (day: number, hour: string, zone: ClockOf, line: Line, more: Partial<Said> = {}): Said => ({
  ...{ day, hour, zone, line, rings: true },
  ...more,
})
/** The pinned card of a day comes without a sound. */
const card = (day: number, hour: string, zone: ClockOf, names: number, more: Partial<Said> = {}): Said =>
  at(day, hour, zone, say('🗓 {long}', '🗓 {long}', '🗓 {long}', '🗓 {long}'), {
    ...{ rings: false, names },
    ...more,
  })
/** A roll-call asks 15 minutes before it leaves, and 5 minutes before once more whoever is not on board. */
const rollCall = (
  day: number,
  zone: ClockOf,
  hours: readonly [string, string],
  line: Line,
  more: Partial<Said> = {},
): Said[] =>
  hours.map((hour, nth) =>
    at(day, hour, zone, line, { ...more, ...(nth === 0 ? {} : { unlessOnBoard: true }) }),
  )

/** Somebody flies on their own, at other hours. */
const withGroup = { withGroup: true }
const onTheirOwn = { to: ['Can'] }
const ownOut = say(
  'Kendi uçuşunuz: PC 1201',
  'You travel on your own: PC 1201',
  'Viaja por su cuenta: PC 1201',
  'Vous voyagez par vos propres…',
)
const ownBack = say(
  'Kendi uçuşunuz: VY 7842',
  'You travel on your own: VY 7842',
  'Viaja por su cuenta: VY 7842',
  'Vous voyagez par vos propres…',
)

/**
 * All that people are told who go to Barcelona: rows 0 to 31 of the programme of December 2019, by the
 * plan of reminders. Written down by hand from the two tables, not by the program; long, because it is content.
 */
export const said: readonly Said[] = [
  // A week before: that the programme stands, and what to pack.
  at(-7, '10:00', 'TRT', headOn('🗓', '16:00', eskisehir, hall), { names: -1 }),
  // Row 0, Monday: the day before leaves at seven for it; half an hour before it.
  card(-2, '19:00', 'TRT', -1),
  at(-2, '19:00', 'TRT', headTomorrow('🌙', '16:00', eskisehir, hall)),
  at(-1, '15:30', 'TRT', head('📋', '16:00', eskisehir, hall)),
  at(-1, '18:00', 'TRT', headTomorrow('🧳', '01:15', eskisehir, eso), withGroup),
  at(-1, '18:00', 'TRT', headTomorrow('🧳', '06:30', istanbul, ownOut), onTheirOwn),
  card(-1, '19:00', 'TRT', 0),
  at(-1, '19:00', 'TRT', headTomorrow('🌙', '01:15', eskisehir, eso), withGroup),
  at(-1, '19:00', 'TRT', headTomorrow('🌙', '06:30', istanbul, ownOut), onTheirOwn),
  // Rows 1 to 4: in the night they meet, and sit in the coach a quarter of an hour later; then an hour before the flight.
  at(0, '00:45', 'TRT', head('🚌', '01:15', eskisehir, eso), withGroup),
  ...rollCall(0, 'TRT', ['01:15', '01:25'], head('🙋', '01:30', eskisehir, nightCoach), withGroup),
  at(0, '05:30', 'TRT', head('✈️', '06:30', istanbul, ownOut), onTheirOwn),
  at(0, '07:30', 'TRT', head('✈️', '08:30', istanbul, flightOut), withGroup),
  ...rollCall(0, 'TRT', ['08:15', '08:25'], head('🙋', '08:30', istanbul, flightOut), withGroup),
  // Rows 5 to 10, by Barcelona's clock from here on.
  at(0, '10:45', 'CET', head('🚌', '11:15', barcelona, airport), withGroup),
  ...rollCall(0, 'CET', ['11:00', '11:10'], head('🙋', '11:15', barcelona, airport), withGroup),
  at(0, '12:45', 'CET', head('🍽', '13:15', barcelona, nearHotel)),
  at(0, '15:00', 'CET', head('🏛', '15:30', barcelona, consulate)),
  at(0, '16:30', 'CET', head('📋', '17:00', barcelona, hotel)),
  at(0, '19:00', 'CET', headTomorrow('🌙', '08:45', barcelona, hotel)),
  at(0, '19:30', 'CET', head('🍽', '20:00', barcelona, dinner)),
  card(0, '22:00', 'CET', 1),
  // Rows 11 to 16: they walk to the Chamber and stay there; meetings a quarter of an hour before.
  at(1, '08:15', 'CET', head('🚶', '08:45', barcelona, hotel)),
  ...rollCall(1, 'CET', ['08:30', '08:40'], head('🙋', '08:45', barcelona, hotel)),
  at(1, '11:00', 'CET', head('🤝', '11:15', barcelona, cambra)),
  at(1, '15:00', 'CET', head('🤝', '15:15', barcelona, cambra)),
  card(1, '19:00', 'CET', 2),
  at(1, '19:00', 'CET', headTomorrow('🌙', '08:30', barcelona, hotel)),
  // Rows 17 to 24.
  at(2, '08:00', 'CET', head('🚌', '08:30', barcelona, hotel)),
  ...rollCall(2, 'CET', ['08:15', '08:25'], head('🙋', '08:30', barcelona, hotel)),
  at(2, '11:15', 'CET', head('🚌', '11:45', barcelona, plantCoach)),
  ...rollCall(2, 'CET', ['11:30', '11:40'], head('🙋', '11:45', barcelona, plantCoach)),
  at(2, '16:00', 'CET', head('🏛', '16:30', barcelona, depot)),
  at(2, '17:45', 'CET', head('🚌', '18:15', barcelona, backToHotel)),
  ...rollCall(2, 'CET', ['18:00', '18:10'], head('🙋', '18:15', barcelona, backToHotel)),
  at(2, '19:00', 'CET', headTomorrow('🌙', '07:30', barcelona, hotel)),
  at(2, '20:00', 'CET', head('🍽', '20:30', barcelona, evening)),
  card(2, '22:30', 'CET', 3),
  // Rows 25 to 30; what leaves before eight rings at seven.
  at(3, '07:00', 'CET', head('🚌', '07:30', barcelona, hotel)),
  ...rollCall(3, 'CET', ['07:15', '07:25'], head('🙋', '07:30', barcelona, hotel)),
  at(3, '10:00', 'CET', head('📋', '10:30', barcelona, cambra), { to: ['Anne'] }),
  at(3, '11:00', 'CET', head('🚌', '11:30', barcelona, airportCoach), withGroup),
  ...rollCall(3, 'CET', ['11:15', '11:25'], head('🙋', '11:30', barcelona, airportCoach), withGroup),
  at(3, '13:40', 'CET', head('✈️', '14:40', barcelona, flightBack), withGroup),
  ...rollCall(3, 'CET', ['14:25', '14:35'], head('🙋', '14:40', barcelona, flightBack), withGroup),
  at(3, '15:00', 'CET', head('✈️', '16:00', barcelona, ownBack), onTheirOwn),
  at(3, '21:00', 'TRT', head('🚌', '21:30', istanbul, coachHome), withGroup),
  ...rollCall(3, 'TRT', ['21:15', '21:25'], head('🙋', '21:30', istanbul, coachHome), withGroup),
  // The night coach is still under way when Saturday begins. Row 31 is the questionnaire's to say.
  card(4, '00:00', 'TRT', 4, withGroup),
]

/** At six in the evening tomorrow comes on paper, with the name of the trip on top. */
const paper = (day: number, zone: ClockOf): Said =>
  at(
    day,
    '18:00',
    zone,
    say(
      '🖨 Barselona Raylı Sistemler Heyeti',
      '🖨 Barcelona rail delegation',
      '🖨 Misión ferroviaria a Barcelona',
      '🖨 Mission ferroviaire à Barcelone',
    ),
  )

/** Whoever runs the trip gets a list when the roll-call opens, and five minutes before it leaves who is missing. */
const list = (
  day: number,
  zone: ClockOf,
  hours: readonly [string, string],
  line: Line,
  icon = '🚌',
): Said[] => [
  at(
    day,
    hours[0],
    zone,
    map(line, (text) => `${icon} ${text}`),
  ),
  at(
    day,
    hours[1],
    zone,
    map(line, (text) => `❗ ${text}`),
  ),
]
const bare = (time: string, city: Line, place: Line): Line =>
  map(head('', time, city, place), (text) => text.trim())

/** All that those who run it are told of the same days; who is missing, because some never say that they are on board. */
export const saidToCoordinators: readonly Said[] = [
  paper(-2, 'TRT'),
  paper(-1, 'TRT'),
  ...list(0, 'TRT', ['01:15', '01:25'], bare('01:30', eskisehir, nightCoach)),
  ...list(0, 'TRT', ['08:15', '08:25'], bare('08:30', istanbul, flightOut), '✈️'),
  ...list(0, 'CET', ['11:00', '11:10'], bare('11:15', barcelona, airport)),
  paper(0, 'CET'),
  ...list(1, 'CET', ['08:30', '08:40'], bare('08:45', barcelona, hotel), '🚶'),
  paper(1, 'CET'),
  ...list(2, 'CET', ['08:15', '08:25'], bare('08:30', barcelona, hotel)),
  ...list(2, 'CET', ['11:30', '11:40'], bare('11:45', barcelona, plantCoach)),
  ...list(2, 'CET', ['18:00', '18:10'], bare('18:15', barcelona, backToHotel)),
  paper(2, 'CET'),
  ...list(3, 'CET', ['07:15', '07:25'], bare('07:30', barcelona, hotel)),
  ...list(3, 'CET', ['11:15', '11:25'], bare('11:30', barcelona, airportCoach)),
  ...list(3, 'CET', ['14:25', '14:35'], bare('14:40', barcelona, flightBack), '✈️'),
  ...list(3, 'TRT', ['21:15', '21:25'], bare('21:30', istanbul, coachHome)),
]

/** Somebody is approved late, twenty minutes before the visit of row 8: what is next, the card of today, no history. */
export const joinsAt = { day: 0, hour: '15:10' } as const
export const saidToLateJoiner: readonly Said[] = [
  at(0, '15:10', 'CET', head('🏛', '15:30', barcelona, consulate)),
  card(0, '15:10', 'CET', 0),
]
