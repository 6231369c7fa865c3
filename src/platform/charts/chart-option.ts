import type { CustomSeriesOption } from 'echarts/charts'
import type { ECBasicOption } from 'echarts/types/dist/shared'
import { arrange, legendHeight, legendSign, type Arrangement, type PlacedPart } from './arrange.ts'
import { fontFamily, type Metrics } from './fonts.ts'
import { looks } from './looks.ts'
import { signsIn, type Bar, type Picture, type Spread } from './picture.ts'
import { barShapes, legendShapes, spreadShapes, type Shape } from './shapes.ts'

export interface DrawnChart {
  option: ECBasicOption
  width: number
  height: number
}

/** A picture as ECharts wants to be told: texts that stand where they have been put, and a scale for each part. */
export function chartOption(picture: Picture, metrics: Metrics): DrawnChart {
  const arrangement = arrange(picture, metrics)
  const { parts, height } = arrangement
  return {
    width: looks.width,
    height,
    option: {
      animation: false,
      backgroundColor: looks.colours.paper,
      title: titlesOf(arrangement),
      grid: parts.map(({ left, width, top, height }) => ({ left, width, top, height })),
      xAxis: parts.map(({ part }, gridIndex) => ({
        ...{ gridIndex, type: 'value', show: false },
        ...(part.kind === 'bars' ? { min: 0, max: part.most } : { min: part.from, max: part.to }),
      })),
      yAxis: parts.map(({ height }, gridIndex) => ({
        ...{ gridIndex, type: 'value', show: false },
        ...{ min: 0, max: height, inverse: true },
      })),
      series: parts.map(seriesOf),
    },
  }
}

const titlesOf = ({ texts }: Arrangement): object[] =>
  texts.map(({ lines, x, y, look, weight, colour, align }) => ({
    text: lines.join('\n'),
    ...{ left: x, top: y, padding: 0, textAlign: align },
    textStyle: {
      ...{ fontFamily, fontSize: look.size, lineHeight: look.line, color: colour },
      fontWeight: weight === 'bold' ? 700 : 400,
    },
  }))

/** What is drawn for each row: found by the scale of its part, so that nothing has to know where on the paper it stands. */
function seriesOf(placed: PlacedPart, index: number): CustomSeriesOption {
  const { part, rowsAt, left, top } = placed
  return {
    type: 'custom',
    xAxisIndex: index,
    yAxisIndex: index,
    clip: false,
    silent: true,
    data: rowsAt.map((at, row) => [0, at, row]),
    renderItem: (_params, api) => {
      const row = Number(api.value(2))
      const y = Number(api.coord([0, rowsAt[row] ?? 0])[1])
      const across = (value: number) => Number(api.coord([value, 0])[0])
      const shapes: Shape[] =
        part.kind === 'bars'
          ? barShapes(part.rows[row] as Bar, part.most, y, across)
          : [
              ...spreadShapes(part.rows[row] as Spread, part, y, across),
              ...(row === 0 ? legendShapes(signsIn(part), left, top - legendHeight(part), legendSign) : []),
            ]
      return { type: 'group', children: shapes }
    },
  }
}
