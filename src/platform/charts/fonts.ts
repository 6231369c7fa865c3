import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { fontMetrics, type FontMetrics } from './font-metrics.ts'

export type Weight = 'regular' | 'bold'

/** How the fonts are called inside their files. */
export const fontFamily = 'Noto Sans'

/** The files that the pictures are written with; whole ones, because parts of a font draw nothing and say nothing. */
export const fontFiles: Readonly<Record<Weight, string>> = {
  regular: fileOf('400Regular/NotoSans_400Regular.ttf'),
  bold: fileOf('700Bold/NotoSans_700Bold.ttf'),
}

export type Metrics = Readonly<Record<Weight, FontMetrics>>

/** Measures both fonts; about 10 ms. */
export const readMetrics = (): Metrics => ({
  regular: fontMetrics(readFileSync(fontFiles.regular)),
  bold: fontMetrics(readFileSync(fontFiles.bold)),
})

function fileOf(name: string): string {
  return fileURLToPath(new URL(name, import.meta.resolve('@expo-google-fonts/noto-sans/package.json')))
}
