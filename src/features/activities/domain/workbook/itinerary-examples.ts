import type { DateTimeCell } from '../../../../shared/spreadsheet.ts'
import type { RecordToWrite } from '../../../../shared/tables/write-table.ts'
import { say, type DayAfter } from './example-words.ts'

const clock = (time: string): DateTimeCell => ({ time: `${time}:00` })
const istanbul = say('İstanbul', 'Istanbul', 'Estambul', 'Istanbul')

/** Some days of a rail delegation to Barcelona. */
export const itineraryExamples = (dayAfter: DayAfter): RecordToWrite[] => [
  {
    id: 'flight-out',
    kind: 'travel',
    date: dayAfter(0),
    start: clock('08:30'),
    end: clock('10:25'),
    start_zone: 'Europe/Istanbul',
    end_zone: 'Europe/Madrid',
    start_city: istanbul,
    title: say(
      'Uçuş: İstanbul – Barselona',
      'Flight Istanbul – Barcelona',
      'Vuelo Estambul – Barcelona',
      'Vol Istanbul – Barcelone',
    ),
    audience: 'all',
    mandatory: 'yes',
    status: 'confirmed',
    transport: 'TK 1853',
    remind: '180 60',
  },
  {
    id: 'cambra',
    kind: 'visit',
    date: dayAfter(1),
    start: clock('09:30'),
    end: clock('11:00'),
    title: say(
      'Barselona Ticaret Odası',
      'Barcelona Chamber of Commerce',
      'Cambra de Comerç de Barcelona',
      'Chambre de commerce de Barcelone',
    ),
    place: say('Oda binası', 'Chamber building', 'Sede de la Cambra', 'Siège de la Chambre'),
    address: 'Av. Diagonal 452, 08006 Barcelona',
    map: '41.3953, 2.1586',
    audience: 'all',
    mandatory: 'yes',
    status: 'planned',
    dress: say('İş kıyafeti', 'Business dress', 'Traje formal', 'Tenue professionnelle'),
  },
  {
    id: 'plant',
    kind: 'visit',
    date: dayAfter(2),
    start: clock('12:30'),
    end: clock('14:30'),
    title: say(
      'Raylı araç fabrikası',
      'Rolling-stock plant',
      'Planta de material rodante',
      'Usine de matériel roulant',
    ),
    audience: 'A',
    mandatory: 'yes',
    status: 'planned',
    bring: say('Pasaport aslı', 'Original passport', 'Pasaporte original', 'Original du passeport'),
  },
  {
    id: 'coach-home',
    kind: 'travel',
    date: dayAfter(2),
    start: clock('21:30'),
    end: clock('02:00'),
    end_date: dayAfter(3),
    start_zone: 'Europe/Istanbul',
    end_zone: 'Europe/Istanbul',
    start_city: istanbul,
    end_city: say('Eskişehir', 'Eskişehir', 'Eskişehir', 'Eskişehir'),
    title: say('Otobüsle dönüş', 'Coach home', 'Autocar de vuelta', 'Autocar de retour'),
    audience: 'all',
    mandatory: 'yes',
    status: 'planned',
    transport: '1, 2',
  },
]
