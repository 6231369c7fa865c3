/** Figures by name; `undefined`: could not be measured here. */
export type Figures = Record<string, number | undefined>

/** The figures as a Markdown table. */
export function asTable(sections: Readonly<Record<string, Figures>>): string {
  const lines = Object.entries(sections).flatMap(([section, figures]) =>
    Object.entries(figures).map(([name, figure]) => `| ${section} | ${name} | ${figure ?? 'not measured'} |`),
  )
  return ['| Section | Figure | Value |', '|---|---|---|', ...lines].join('\n')
}

/** Three digits are more than a noisy machine knows. */
export const rounded = (figure: number): number => Number(figure.toPrecision(3))

export function median(figures: readonly number[]): number {
  const sorted = [...figures].sort((one, other) => one - other)
  const middle = Math.floor(sorted.length / 2)
  const upper = sorted[middle] ?? 0
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? upper)) / 2
}

/** The value below which this share of all lies. */
export function percentile(figures: readonly number[], share: number): number {
  const sorted = [...figures].sort((one, other) => one - other)
  return sorted[Math.min(Math.floor(sorted.length * share), sorted.length - 1)] ?? 0
}
