import { calculate, say, together, type FormPart, type InEachLanguage } from '../rows.ts'
import { mostPoints, sumOfPoints } from '../scoring.ts'
import { isAviation, isRail } from './offering.ts'

interface Dimension {
  readonly name: string
  readonly label: InEachLanguage
  /** Of 100. */
  readonly weight: number
  /** The questions that earn points; one that is not asked earns nothing. */
  readonly scored: readonly string[]
  /** How many points there are to be earned; every scored question's, unless some leave the maximum. */
  readonly most?: string
}

/** Where two questions are asked of some firms only, the others are not measured against them. */
const mostOfOffering = `${4 * mostPoints} + if(${isRail}, ${mostPoints}, 0) + if(${isAviation}, ${mostPoints}, 0)`

const dimensions: readonly Dimension[] = [
  {
    name: 'heritage',
    label: say('İhracat geçmişi', 'Export history', 'Trayectoria exportadora', 'Expérience de l’export'),
    weight: 15,
    scored: ['B1', 'B2', 'B3', 'B4'],
  },
  {
    name: 'competencies',
    label: say('Yetkinlikler', 'Competencies', 'Competencias', 'Compétences'),
    weight: 20,
    scored: ['C1', 'C2', 'C3', 'C4'],
  },
  {
    name: 'offering',
    label: say('Ürün ve kalite', 'Offering and quality', 'Oferta y calidad', 'Offre et qualité'),
    weight: 25,
    scored: ['D1', 'D2', 'D3', 'D4', 'D5', 'D6'],
    most: mostOfOffering,
  },
  {
    name: 'means',
    label: say('İmkânlar', 'Means', 'Medios', 'Moyens'),
    weight: 20,
    scored: ['E1', 'E2', 'E3', 'E4', 'E5'],
  },
  {
    name: 'relationships',
    label: say('İlişkiler', 'Relationships', 'Relaciones', 'Relations'),
    weight: 10,
    scored: ['F1', 'F2', 'F3'],
  },
  {
    name: 'engagement',
    label: say('Kararlılık', 'Engagement', 'Compromiso', 'Engagement'),
    weight: 10,
    scored: ['G1', 'G2'],
  },
]

const scoresOf = ({ name, label, scored, most }: Dimension): FormPart =>
  together(
    calculate(`earned_${name}`, sumOfPoints(scored)),
    calculate(`most_${name}`, most ?? String(scored.length * mostPoints)),
    calculate(`score_${name}`, `round(100 * \${earned_${name}} div \${most_${name}})`, label),
  )

/** The total is worked out of the points, not of percentages that have been rounded. */
const total = dimensions
  .map(({ name, weight }) => `${weight} * \${earned_${name}} div \${most_${name}}`)
  .join(' + ')

/** Percentages per dimension, the weighted total, its band, and how far somebody's own view is from it. */
export const scores = together(
  ...dimensions.map(scoresOf),
  calculate('score_total', `round(${total})`, say('Toplam', 'Total', 'Total', 'Total')),
  calculate(
    'band',
    "if(${score_total} <= 40, 'not_yet', if(${score_total} <= 60, 'entry', if(${score_total} <= 80, 'gaps', 'ready')))",
  ),
  calculate('self_view_gap', "if(${G7} > 0, 10 * ${G7} - ${score_total}, '')"),
)
