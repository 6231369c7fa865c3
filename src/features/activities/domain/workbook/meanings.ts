import type { Meanings } from '../../../../shared/tables/choice-cells.ts'

/** The fixed values of the activity workbook, each with the words of the four languages that mean it. */
export const activityKinds = {
  trade_delegation: ['ticaret heyeti', 'trade mission', 'misión comercial', 'mission commerciale'],
  purchasing_delegation: [
    'alım heyeti',
    'buyers mission',
    'misión inversa',
    'misión inversa de compradores',
    "mission d'acheteurs",
  ],
  workshop: ['çalıştay', 'taller', 'atelier'],
  training: ['eğitim', 'formación', 'formation'],
  consultancy: ['danışmanlık', 'consulting', 'consultoría', 'asesoramiento', 'conseil'],
} as const satisfies Meanings<string>

export const approvals = {
  automatic: ['otomatik', 'automática', 'automático', 'automatique', 'auto'],
  manual: ['elle', 'manuel', 'manuelle'],
} as const satisfies Meanings<string>

export const fundings = {
  eu: ['ab', 'avrupa birliği', 'european union', 'ue', 'unión europea', 'union européenne'],
  urge: ['ur-ge', 'ur ge', 'ürge'],
  own: ['öz kaynak', 'kendi', 'propio', 'fondos propios', 'fonds propres', 'propre'],
  other: ['diğer', 'otro', 'otros', 'autre'],
} as const satisfies Meanings<string>

export const itemKinds = {
  travel: ['yolculuk', 'ulaşım', 'seyahat', 'viaje', 'desplazamiento', 'traslado', 'trajet', 'voyage'],
  visit: ['ziyaret', 'visita', 'visite'],
  b2b: [
    'ikili görüşme',
    'ikili iş görüşmesi',
    'ikili iş görüşmeleri',
    'b2b meeting',
    'reunión b2b',
    'reuniones b2b',
    'rendez-vous b2b',
  ],
  meal: [
    'yemek',
    'öğle yemeği',
    'akşam yemeği',
    'lunch',
    'dinner',
    'comida',
    'cena',
    'repas',
    'dîner',
    'déjeuner',
  ],
  free: ['serbest', 'serbest zaman', 'free time', 'libre', 'tiempo libre', 'temps libre'],
  briefing: [
    'bilgilendirme',
    'toplantı',
    'sesión informativa',
    'reunión informativa',
    'réunion',
    "réunion d'information",
  ],
  deadline: ['son tarih', 'son gün', 'fecha límite', 'plazo', 'échéance', 'date limite'],
} as const satisfies Meanings<string>

export const itemStatuses = {
  planned: ['planlandı', 'planlanan', 'previsto', 'prevista', 'planificado', 'prévu', 'prévue'],
  confirmed: ['kesinleşti', 'onaylandı', 'teyitli', 'confirmado', 'confirmada', 'confirmé', 'confirmée'],
  cancelled: ['iptal', 'iptal edildi', 'canceled', 'cancelado', 'cancelada', 'anulado', 'annulé', 'annulée'],
} as const satisfies Meanings<string>

export const seatRoles = {
  delegate: ['delege', 'katılımcı', 'delegado', 'delegada', 'délégué', 'déléguée'],
  buyer: ['alıcı', 'comprador', 'compradora', 'acheteur', 'acheteuse'],
  host_firm: ['ev sahibi firma', 'host firm', 'empresa anfitriona', 'entreprise hôte'],
  official: ['resmî görevli', 'protokol', 'autoridad', 'oficial', 'officiel', 'officielle'],
  staff: ['görevli', 'personel', 'personal', 'organización', 'personnel', 'organisation'],
  interpreter: ['tercüman', 'çevirmen', 'intérprete', 'interprète'],
  press: ['basın', 'prensa', 'presse'],
} as const satisfies Meanings<string>

export const sides = {
  guest: ['konuk', 'misafir', 'invitado', 'invitada', 'visitante', 'invité', 'invitée'],
  host: ['ev sahibi', 'anfitrión', 'anfitriona', 'hôte', 'local'],
} as const satisfies Meanings<string>

export const proofs = {
  declared: ['beyan', 'declarado', 'declaración', 'déclaré', 'déclaration'],
  file: ['dosya', 'archivo', 'fichier'],
  paper: ['kâğıt', 'belge aslı', 'evrak', 'papel', 'original', 'papier'],
} as const satisfies Meanings<string>

export const passportTypes = {
  ordinary: ['bordo', 'umuma mahsus', 'ordinario', 'ordinaire'],
  special: ['yeşil', 'hususi', 'green', 'especial', 'verde', 'spécial', 'vert'],
  service: ['gri', 'hizmet', 'grey', 'gray', 'servicio', 'gris'],
  diplomatic: ['siyah', 'diplomatik', 'black', 'diplomático', 'diplomatique'],
  foreign: ['yabancı', 'extranjero', 'étranger'],
} as const satisfies Meanings<string>

export type ActivityKind = keyof typeof activityKinds
export type Approval = keyof typeof approvals
export type Funding = keyof typeof fundings
export type SeatRole = keyof typeof seatRoles
export type Side = keyof typeof sides
export type Proof = keyof typeof proofs
export type PassportType = keyof typeof passportTypes
