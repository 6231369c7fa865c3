import { useEffect, useState } from 'preact/hooks'
import { read, usePart } from './store.js'

/** The sandbox's time. */
export const sandboxNow = () => new Date(Date.now() + read().aheadByMilliseconds)

/** The sandbox's time, drawn anew at every full minute and whenever the clock is moved. */
export function useSandboxNow() {
  usePart((state) => state.aheadByMilliseconds)
  const [, tick] = useState(0)
  const now = sandboxNow()
  useEffect(() => {
    const timer = setTimeout(() => tick((count) => count + 1), 60_000 - (now.getTime() % 60_000) + 20)
    return () => clearTimeout(timer)
  })
  return now
}

/** @param {Date} moment @param {string} language */
export const timeOf = (moment, language) =>
  moment.toLocaleTimeString(language, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })

/** @param {Date} moment @param {string} language */
export const dayOf = (moment, language) =>
  moment.toLocaleDateString(language, { weekday: 'long', day: 'numeric', month: 'long' })

/** @param {Date} moment @param {string} language */
export const shortDayOf = (moment, language) =>
  moment.toLocaleDateString(language, { weekday: 'short', day: 'numeric', month: 'short' })

/** As a field for date and time wants it, in this browser's time zone. @param {Date} moment */
export function asFieldValue(moment) {
  const local = new Date(moment.getTime() - moment.getTimezoneOffset() * 60_000)
  return local.toISOString().slice(0, 16)
}

/** The next `hours:minutes` of tomorrow, in this browser's time zone. @param {number} hours @param {number} minutes */
export function tomorrowAt(hours, minutes) {
  const moment = sandboxNow()
  moment.setDate(moment.getDate() + 1)
  moment.setHours(hours, minutes, 0, 0)
  return moment
}
