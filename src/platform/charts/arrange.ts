import { fitText } from './fit-text.ts'
import type { Metrics, Weight } from './fonts.ts'
import { innerWidth, looks } from './looks.ts'
import { signsIn, type Bars, type Part, type Picture, type Spread, type Spreads } from './picture.ts'

export interface PlacedText {
  lines: readonly string[]
  x: number
  y: number
  look: { size: number; line: number }
  weight: Weight
  colour: string
  align: 'left' | 'center' | 'right'
}

/** Bars or spreads with their scale: everything lies between `top` and `top + height`, `left` and `left + width`. */
export interface PlacedPart {
  part: Part
  left: number
  width: number
  top: number
  height: number
  /** The upper edge of each row, from `top`. */
  rowsAt: readonly number[]
}

export interface Arrangement {
  height: number
  texts: readonly PlacedText[]
  parts: readonly PlacedPart[]
}

/** Puts everything of a picture in its place, from top to bottom; how high it becomes follows from what it says. */
export function arrange(picture: Picture, metrics: Metrics): Arrangement {
  const sheet = emptySheet(metrics)
  const { colours } = looks
  sheet.write(picture.title, { look: looks.title, colour: colours.quiet, mostLines: 2 })
  sheet.write(picture.heading, { look: looks.heading, weight: 'bold', mostLines: 5 })
  sheet.skip(looks.gap / 2)
  for (const note of picture.notes) sheet.write(note, { look: looks.note, colour: colours.quiet })
  for (const part of picture.parts) {
    sheet.skip(looks.block)
    if (part.kind === 'bars') placeBars(sheet, part)
    else placeSpreads(sheet, part)
  }
  sheet.skip(looks.block)
  sheet.write(picture.footer, { look: looks.small, colour: colours.quiet })
  return sheet.done()
}

type Sheet = ReturnType<typeof emptySheet>

interface Writing {
  look: PlacedText['look']
  weight?: Weight
  colour?: string
  align?: PlacedText['align']
  mostLines?: number
  width?: number
  x?: number
  /** Where the next text begins stays where it is. */
  isBeside?: boolean
}

function emptySheet(metrics: Metrics) {
  const texts: PlacedText[] = []
  const parts: PlacedPart[] = []
  let y: number = looks.margin

  return {
    get y() {
      return y
    },
    skip: (by: number) => void (y += by),
    widthOf: (text: string, { size }: PlacedText['look'], weight: Weight = 'regular') =>
      metrics[weight].widthOf(text) * size,
    put: (part: PlacedPart) => void parts.push(part),
    done: (): Arrangement => ({ height: Math.ceil(y + looks.margin), texts, parts }),

    write(text: string, { look, weight = 'regular', mostLines = 3, ...writing }: Writing): void {
      const { width = innerWidth, x = looks.margin, align = 'left', colour = looks.colours.ink } = writing
      const lines = fitText(text, { font: metrics[weight], size: look.size, width, mostLines })
      texts.push({ lines, x, y, look, weight, colour, align })
      if (!writing.isBeside) y += lines.length * look.line
    },
  }
}

/**
 * Short words stand before the bar; longer ones above it, where they have the whole width. The value stands at its right, in
 * a column of its own.
 */
function placeBars(sheet: Sheet, part: Bars): void {
  const widest = (texts: readonly string[], weight: Weight) =>
    Math.max(...texts.map((text) => sheet.widthOf(text, looks.label, weight)))
  const values =
    widest(
      part.rows.map(({ text }) => text),
      'bold',
    ) + looks.gap
  const labels = widest(
    part.rows.map(({ label }) => label),
    'regular',
  )
  const areShort = labels <= innerWidth * mostBeside
  const before = areShort ? labels + looks.gap : 0
  const top = sheet.y
  const rowsAt = part.rows.map((row) => {
    sheet.write(row.label, { look: looks.label, isBeside: areShort })
    if (!areShort) sheet.skip(looks.beneathLabel)
    const middle = (looks.label.line - looks.bar) / 2
    const at = sheet.y - top + (areShort ? middle : 0)
    if (!areShort) sheet.skip(-middle)
    sheet.write(row.text, {
      ...{ look: looks.label, weight: 'bold', mostLines: 1 },
      ...{ x: looks.margin + innerWidth, align: 'right' },
    })
    sheet.skip(looks.gap - (areShort ? 0 : middle))
    return at
  })
  sheet.skip(-looks.gap)
  const width = innerWidth - before - values
  sheet.put({ part, left: looks.margin + before, width, top, height: sheet.y - top, rowsAt })
}

/** The name and the median in one line where both fit, the line with its box beneath, the scale under all of them. */
function placeSpreads(sheet: Sheet, part: Spreads): void {
  placeLegend(sheet, part)
  const top = sheet.y
  const rowsAt = part.rows.map((row: Spread) => {
    const value = sheet.widthOf(row.text, looks.label, 'bold')
    sheet.write(row.text, {
      ...{ look: looks.label, weight: 'bold', mostLines: 1, isBeside: true },
      ...{ x: looks.margin + innerWidth, align: 'right' },
    })
    if (row.label !== '') {
      sheet.write(row.label, { look: looks.label, width: innerWidth - value - looks.gap })
      sheet.skip(looks.beneathLabel)
    }
    const at = sheet.y - top
    sheet.skip(looks.spread + looks.gap)
    return at
  })
  sheet.skip(-looks.gap / 2)
  sheet.put({ part, left: looks.margin, width: innerWidth, top, height: sheet.y - top, rowsAt })
  placeMarks(sheet, part)
}

function placeMarks(sheet: Sheet, { marks, from, to }: Spreads): void {
  const last = marks.length - 1
  marks.forEach(({ at, text }, index) => {
    sheet.write(text, {
      ...{ look: looks.small, colour: looks.colours.quiet, isBeside: true, mostLines: 1 },
      x: looks.margin + ((at - from) / (to - from)) * innerWidth,
      align: index === 0 ? 'left' : index === last ? 'right' : 'center',
    })
  })
  sheet.skip(looks.small.line)
}

/** Each sign and its name; the signs are drawn by `chart-option.ts` in the column left of the words. */
function placeLegend(sheet: Sheet, part: Spreads): void {
  for (const sign of signsIn(part))
    sheet.write(part.legend[sign], {
      ...{ look: looks.small, colour: looks.colours.quiet, mostLines: 1 },
      ...{ x: looks.margin + legendSign + looks.gap, width: innerWidth - legendSign - looks.gap },
    })
  sheet.skip(looks.gap)
}

/** Words that need more of the width than this stand above their bars. */
const mostBeside = 0.36

/** How wide a sign of the legend is. */
export const legendSign = 72

/** How high the legend is, together with the space beneath it. */
export const legendHeight = (part: Spreads): number => signsIn(part).length * looks.small.line + looks.gap
