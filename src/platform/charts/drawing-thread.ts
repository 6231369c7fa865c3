import { parentPort, workerData } from 'node:worker_threads'
import { Resvg } from '@resvg/resvg-js'
import { CustomChart } from 'echarts/charts'
import { GridComponent, TitleComponent } from 'echarts/components'
import { init, setPlatformAPI, use } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import { chartOption } from './chart-option.ts'
import { fontFamily, fontFiles, readMetrics, type Metrics } from './fonts.ts'
import type { Picture } from './picture.ts'

use([CustomChart, GridComponent, TitleComponent, SVGRenderer])

/** A picture as a PNG file. */
function draw(picture: Picture): Uint8Array {
  const metrics = readMetrics()
  setPlatformAPI({ measureText: measuring(metrics) })
  const { option, width, height } = chartOption(picture, metrics)
  const chart = init(null, null, { renderer: 'svg', ssr: true, width, height })
  try {
    chart.setOption(option)
    const font = {
      fontFiles: Object.values(fontFiles),
      loadSystemFonts: false,
      defaultFontFamily: fontFamily,
    }
    return new Resvg(chart.renderToSVGString(), { font }).render().asPng()
  } finally {
    chart.dispose()
  }
}

/** ECharts guesses widths where there is no browser; the fonts know them. */
const measuring =
  (metrics: Metrics) =>
  (text: string, font = ''): { width: number } => {
    const size = Number(/(\d+)px/.exec(font)?.[1] ?? 12)
    return { width: metrics[/\b700\b|bold/.test(font) ? 'bold' : 'regular'].widthOf(text) * size }
  }

// What this thread tells the one that waits for it: the bytes of a PNG file.
parentPort?.postMessage(draw(workerData as Picture))
