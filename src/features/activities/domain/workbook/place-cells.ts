import type { MapPoint } from '../../../../shared/item-facts.ts'
import { cellText } from '../../../../shared/spreadsheet.ts'
import type { Column, Reading } from '../../../../shared/tables/columns.ts'
import { fold, nearest } from '../../../../shared/tables/fold.ts'

/** A time zone by its IANA name, as `Europe/Madrid`; abbreviations mean different clocks to different people. */
export const timeZone: Column<string> = {
  width: 18,
  read(value) {
    const name = cellText(value).replaceAll(' ', '_')
    const zone = zoneNamed(name)
    if (zone) return { value: zone }
    const suggestion = nearestZone(name)
    return suggestion ? { code: 'E_ZONE_NEAR', details: { suggestion } } : { code: 'E_ZONE' }
  },
}

function zoneNamed(name: string): string | undefined {
  if (!name.includes('/') && name.toUpperCase() !== 'UTC') return undefined
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone
  } catch {
    return undefined
  }
}

function nearestZone(name: string): string | undefined {
  const zones = Intl.supportedValuesOf('timeZone')
  const city = fold(name.split('/').at(-1) ?? name)
  return zones.find((zone) => fold(zone.split('/').at(-1) ?? '') === city) ?? nearest(name, zones)
}

/** `41.3851, 2.1734`, or a link of a map that contains the point. */
export const mapPoint: Column<MapPoint> = {
  width: 24,
  read(value) {
    const shown = cellText(value)
    const point = /^(https?|geo):/i.test(shown) ? pointOfLink(shown) : pointOfText(shown)
    if (point) return pointWithin(point)
    return { code: /goo\.gl|maps\.app|yandex\.\w+\/maps\/-\//.test(shown) ? 'E_MAP_SHORT_LINK' : 'E_MAP' }
  },
}

const degrees = String.raw`(-?\d{1,3}(?:\.\d+)?)`
const pair = String.raw`${degrees}(?:,|%2C)\s*(?:\+|%20)?${degrees}`

/** Where the makers of maps put the point in their links; Yandex writes the longitude first. */
const linkPatterns: readonly { pattern: RegExp; isLongitudeFirst?: true }[] = [
  { pattern: new RegExp(`yandex\\.[^?]*\\?.*\\bll=${pair}`, 'i'), isLongitudeFirst: true },
  { pattern: new RegExp(`!3d${degrees}!4d${degrees}`) },
  { pattern: new RegExp(`[?&](?:q|query|ll|sll|center|coordinate|destination|daddr)=(?:loc:)?${pair}`, 'i') },
  { pattern: new RegExp(`[?&]mlat=${degrees}&mlon=${degrees}`) },
  { pattern: new RegExp(`@${pair}`) },
  { pattern: new RegExp(`#map=\\d+(?:\\.\\d+)?/${degrees}/${degrees}`) },
  { pattern: new RegExp(`^geo:${pair}`, 'i') },
  { pattern: new RegExp(`/(?:place|search|dir)/${pair}`) },
]

function pointOfLink(link: string): MapPoint | undefined {
  for (const { pattern, isLongitudeFirst } of linkPatterns) {
    const [, first, second] = pattern.exec(link) ?? []
    if (first && second)
      return isLongitudeFirst
        ? { latitude: Number(second), longitude: Number(first) }
        : { latitude: Number(first), longitude: Number(second) }
  }
  return undefined
}

/** Decimal commas are understood where something else than a comma stands between the numbers. */
function pointOfText(text: string): MapPoint | undefined {
  const [, latitude, longitude] =
    /^(-?\d{1,2}\.\d+)°?\s*[,;\s]\s*(-?\d{1,3}\.\d+)°?$/.exec(text) ??
    /^(-?\d{1,2},\d+)°?\s*[;\s]\s*(-?\d{1,3},\d+)°?$/.exec(text) ??
    []
  const numberOf = (degrees: string) => Number(degrees.replace(',', '.'))
  return latitude && longitude ? { latitude: numberOf(latitude), longitude: numberOf(longitude) } : undefined
}

const pointWithin = (point: MapPoint): Reading<MapPoint> =>
  Math.abs(point.latitude) <= 90 && Math.abs(point.longitude) <= 180 ? { value: point } : { code: 'E_MAP' }
