import { useLayoutEffect, useReducer, useRef } from 'preact/hooks'

/**
 * @typedef {import('../verbs.ts').PhoneState} PhoneState
 * @typedef {import('../verbs.ts').ShownMessage} ShownMessage
 * @typedef {import('../verbs.ts').LoggedCall} LoggedCall
 * @typedef {{
 *   connection: 'opening' | 'live' | 'lost' | 'back',
 *   botUsername: string,
 *   aheadByMilliseconds: number,
 *   phones: Readonly<Record<number, PhoneState>>,
 *   calls: readonly LoggedCall[],
 *   theme: 'system' | 'light' | 'dark',
 *   language: string,
 *   hidden: readonly number[],
 *   guide: 'auto' | 'open' | 'closed',
 *   current: number | null,
 * }} PageState What the page knows. Never changed in place, so that who watches sees by identity what is new.
 */

/** @type {PageState} */
let state = {
  connection: 'opening',
  botUsername: '',
  aheadByMilliseconds: 0,
  phones: {},
  calls: [],
  theme: 'system',
  language: 'en',
  hidden: [],
  guide: 'auto',
  current: null,
}

/** @type {Set<() => void>} */
const watchers = new Set()

export const read = () => state

/** @param {Partial<PageState>} changes */
export function change(changes) {
  state = { ...state, ...changes }
  for (const watcher of watchers) watcher()
}

/** @param {() => void} watcher */
export function watch(watcher) {
  watchers.add(watcher)
  return () => void watchers.delete(watcher)
}

/** The ids of the phones, oldest first: numbers as keys come in ascending order. */
export const phoneIds = () => Object.keys(state.phones).map(Number)

/**
 * A part of the page's state; the component is drawn again only when that part is another one.
 * @template Part
 * @param {(state: PageState) => Part} select
 * @returns {Part}
 */
export function usePart(select) {
  const [, redraw] = useReducer((/** @type {number} */ count) => count + 1, 0)
  const part = select(state)
  const latest = useRef({ select, part })
  latest.current = { select, part }
  useLayoutEffect(() => {
    const look = () => {
      if (!Object.is(latest.current.select(state), latest.current.part)) redraw(0)
    }
    look()
    return watch(look)
  }, [])
  return part
}

/**
 * The fresh value, with every part that is equal to the former one replaced by the former one itself.
 * @template Value
 * @param {unknown} former
 * @param {Value} fresh
 * @returns {Value}
 */
export function reuse(former, fresh) {
  if (Object.is(former, fresh)) return fresh
  if (typeof former !== 'object' || typeof fresh !== 'object' || former === null || fresh === null)
    return fresh
  if (Array.isArray(former) !== Array.isArray(fresh)) return fresh
  const before = /** @type {Record<string, unknown>} */ (former)
  const after = /** @type {Record<string, unknown>} */ (fresh)
  const keys = Object.keys(after)
  let isSame = keys.length === Object.keys(before).length
  for (const key of keys) {
    after[key] = reuse(before[key], after[key])
    if (after[key] !== before[key]) isSame = false
  }
  return isSame ? /** @type {Value} */ (former) : fresh
}
