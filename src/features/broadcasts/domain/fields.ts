import { fold } from '../../../shared/tables/fold.ts'

/** What stands in the words of a broadcast for something that each person has of their own: `{bus}`, `{otobüs}`. */
export const fieldNames = [
  'salutation',
  'name',
  'firm',
  'bus',
  'hotel',
  'room',
  'roommate',
  'interpreter',
  'flight_out',
  'flight_back',
  'next_item',
  'next_time',
  'next_place',
  'activity',
  'city',
  'duty_phone',
] as const

export type FieldName = (typeof fieldNames)[number]

/** What a field may be called besides, in the languages of whoever writes. */
const otherNames: Record<FieldName, readonly string[]> = {
  salutation: ['hitap', 'saludo', 'civilite', 'formule'],
  name: ['ad', 'ad soyad', 'isim', 'nombre', 'nom'],
  firm: ['firma', 'empresa', 'entreprise', 'company'],
  bus: ['otobüs', 'autobús', 'autocar', 'coach'],
  hotel: ['otel', 'hôtel'],
  room: ['oda', 'habitación', 'chambre'],
  roommate: ['oda arkadaşı', 'compañero de habitación', 'colocataire'],
  interpreter: ['tercüman', 'intérprete', 'interprète'],
  flight_out: ['gidiş uçuşu', 'vuelo de ida', 'vol aller'],
  flight_back: ['dönüş uçuşu', 'vuelo de vuelta', 'vol retour'],
  next_item: ['sıradaki', 'siguiente', 'suivant'],
  next_time: ['sıradaki saat', 'hora siguiente', 'heure suivante'],
  next_place: ['sıradaki yer', 'lugar siguiente', 'lieu suivant'],
  activity: ['faaliyet', 'actividad', 'activité'],
  city: ['şehir', 'ciudad', 'ville'],
  duty_phone: ['nöbetçi telefonu', 'teléfono de guardia', 'téléphone de permanence'],
}

const known: ReadonlyMap<string, FieldName> = new Map(
  fieldNames.flatMap((name) => [name, ...otherNames[name]].map((other) => [fold(other), name] as const)),
)

const pattern = /\{([\p{L}_][\p{L}\p{M}\d_ -]{0,40})\}/gu

/** What stands in braces that is no field, as it was written. */
export const unknownFields = (html: string): string[] => [
  ...new Set([...html.matchAll(pattern)].flatMap(([, name = '']) => (known.has(fold(name)) ? [] : [name]))),
]

/** The fields in some words, each once. */
export const fieldsIn = (html: string): FieldName[] => [
  ...new Set([...html.matchAll(pattern)].flatMap(([, name = '']) => known.get(fold(name)) ?? [])),
]

/** What a greeting ends with ("Sayın Ayşe Arslan,"), where whoever wrote has put a mark of their own behind the field. */
const ownMark = /\s?[,:]$/u

/** The words with a value in place of each field; the first field without one, where there is one. */
export function fillFields(
  html: string,
  valueOf: (name: FieldName) => string | undefined,
): string | { missing: FieldName } {
  const missing = fieldsIn(html).find((name) => valueOf(name) === undefined)
  if (missing) return { missing }
  return html.replace(pattern, (written, name: string, at: number) => {
    const field = known.get(fold(name))
    const value = field && valueOf(field)
    if (value === undefined) return written
    const isMarked = field === 'salutation' && /^(<[^>]*>)*\s?[,.:;!?]/.test(html.slice(at + written.length))
    return isMarked ? value.replace(ownMark, '') : value
  })
}
