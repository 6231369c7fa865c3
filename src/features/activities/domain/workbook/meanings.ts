import type { Meanings } from '../../../../shared/tables/choice-cells.ts'

/** The fixed values of the activity workbook, each with the words of the four languages that mean it. */
export const activityKinds = {
  trade_delegation: [
    'ticaret heyeti',
    'dış ticaret heyeti',
    'trade mission',
    'misión comercial',
    'mission commerciale',
  ],
  purchasing_delegation: [
    'alım heyeti',
    'satın alma heyeti',
    'buyers mission',
    'purchasing mission',
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
  manual: ['tek tek', 'one by one', 'una por una', 'une par une', 'elle', 'manuel', 'manuelle'],
} as const satisfies Meanings<string>

export const fundings = {
  eu: ['ab', 'avrupa birliği', 'european union', 'ue', 'unión europea', 'union européenne'],
  urge: ['ur-ge', 'ur ge', 'ürge'],
  own: ['own funds', 'öz kaynak', 'kendi', 'propio', 'fondos propios', 'fonds propres', 'propre'],
  other: ['diğer', 'otro', 'otra', 'otros', 'autre'],
} as const satisfies Meanings<string>

export const itemKinds = {
  travel: [
    ...['yolculuk', 'ulaşım', 'seyahat', 'uçuş', 'transfer', 'flight'],
    ...['viaje', 'desplazamiento', 'traslado', 'vuelo', 'trajet', 'voyage', 'transfert', 'vol'],
  ],
  visit: ['ziyaret', 'visita', 'visite'],
  b2b: [
    'ikili görüşmeler',
    'ikili görüşme',
    'ikili iş görüşmesi',
    'ikili iş görüşmeleri',
    'b2b meetings',
    'b2b meeting',
    'reunión b2b',
    'reuniones b2b',
    'rendez-vous b2b',
  ],
  meal: [
    ...['yemek', 'kahvaltı', 'öğle yemeği', 'akşam yemeği', 'breakfast', 'lunch', 'dinner'],
    ...['comida', 'desayuno', 'almuerzo', 'cena', 'repas', 'petit déjeuner', 'déjeuner', 'dîner'],
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
  planned: [
    ...['planlandı', 'planlanan', 'planlı', 'previsto', 'prevista', 'planificado', 'planificada'],
    ...['prévu', 'prévue', 'planifié', 'planifiée'],
  ],
  confirmed: ['kesinleşti', 'onaylandı', 'teyitli', 'confirmado', 'confirmada', 'confirmé', 'confirmée'],
  cancelled: ['iptal', 'iptal edildi', 'canceled', 'cancelado', 'cancelada', 'anulado', 'annulé', 'annulée'],
} as const satisfies Meanings<string>

export const seatRoles = {
  delegate: [
    'delegación',
    'délégation',
    'delege',
    'katılımcı',
    'temsilci',
    'delegado',
    'delegada',
    'délégué',
    'déléguée',
  ],
  buyer: ['compra', 'achats', 'alıcı', 'comprador', 'compradora', 'acheteur', 'acheteuse'],
  host_firm: ['ev sahibi firma', 'host firm', 'empresa anfitriona', 'entreprise hôte'],
  official: ['resmî görevli', 'protokol', 'autoridad', 'oficial', 'officiel', 'officielle'],
  staff: ['görevli', 'personel', 'personal', 'organización', 'personnel', 'organisation'],
  interpreter: ['tercüman', 'çevirmen', 'intérprete', 'interprète'],
  press: ['basın', 'prensa', 'presse'],
} as const satisfies Meanings<string>

export const sides = {
  guest: [
    'parte invitada',
    'côté invité',
    'konuk',
    'misafir',
    'invitado',
    'invitada',
    'visitante',
    'invité',
    'invitée',
  ],
  host: ['parte anfitriona', 'côté hôte', 'ev sahibi', 'anfitrión', 'anfitriona', 'hôte', 'local'],
} as const satisfies Meanings<string>

export const proofs = {
  declared: ['beyan', 'declarado', 'declaración', 'déclaré', 'déclaration'],
  file: ['dosya', 'archivo', 'fichero', 'fichier'],
  paper: [
    'on paper',
    'en papel',
    'sur papier',
    'kâğıt',
    'belge aslı',
    'evrak',
    'papel',
    'original',
    'papier',
  ],
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
