import { useEffect, useReducer } from 'preact/hooks'
import { getCalls, getPhone, getState } from './api.js'

const mostCalls = 500
const retryAfterMilliseconds = 1000
const actionFadesAfterMilliseconds = 5300

const state = { phones: new Map(), botUsername: '', aheadBy: 0, calls: [], connection: 'opening' }
const listeners = new Set()
const requests = new Map()
const actionTimers = new Map()

/** What the page knows of the sandbox; the component is drawn again whenever something of it changes. */
export function useSandbox() {
  const [, redraw] = useReducer((count) => count + 1, 0)
  useEffect(() => {
    listeners.add(redraw)
    redraw()
    return () => listeners.delete(redraw)
  }, [])
  return state
}

/** The sandbox's clock, in milliseconds since 1970. */
export const sandboxNow = () => Date.now() + state.aheadBy

/** Follows the sandbox from now on; after a break it asks for everything again. */
export function follow() {
  const events = new EventSource('/sandbox/events')
  const on = (name, take) => events.addEventListener(name, (event) => take(JSON.parse(event.data)))
  events.onopen = () => void loadAll()
  on('message', ({ changed }) => changed.forEach(loadPhone))
  on('clock', ({ now }) => change({ aheadBy: Date.parse(now) - Date.now() }))
  on('calls', (call) => addCalls([call]))
  on('reset', () => void loadAll({ isReset: true }))
  events.onerror = () => {
    events.close()
    change({ connection: 'lost' })
    setTimeout(follow, retryAfterMilliseconds)
  }
}

export async function loadAll({ isReset = false } = {}) {
  const { now, phones, bot } = await getState()
  const before = isReset ? new Map() : state.phones
  const connection = state.connection === 'lost' ? 'back' : state.connection === 'back' ? 'back' : 'live'
  change({
    phones: new Map(phones.map((phone) => [phone.user.id, keepSame(before.get(phone.user.id), phone)])),
    botUsername: bot.username,
    aheadBy: Date.parse(now) - Date.now(),
    calls: [],
    connection,
  })
  phones.forEach(watchAction)
  if (connection === 'back') setTimeout(() => state.connection === 'back' && change({ connection: 'live' }), 4000)
  addCalls(await getCalls())
}

/** Asks for one phone; what is told while the answer is on its way leads to one more question, not to many. */
async function loadPhone(userId) {
  if (requests.has(userId)) return void requests.set(userId, 'again')
  requests.set(userId, 'asked')
  try {
    const phone = await getPhone(userId)
    change({ phones: new Map(state.phones).set(userId, keepSame(state.phones.get(userId), phone)) })
    watchAction(phone)
  } catch {
    // A phone that is gone, or a server that is: the next state tells.
  } finally {
    const asked = requests.get(userId)
    requests.delete(userId)
    if (asked === 'again') void loadPhone(userId)
  }
}

/** "typing…" fades without an event. */
function watchAction({ user, action }) {
  clearTimeout(actionTimers.get(user.id))
  if (action) actionTimers.set(user.id, setTimeout(() => void loadPhone(user.id), actionFadesAfterMilliseconds))
}

/** The new state, with the messages that did not change as the very objects they were, so that they are not redrawn. */
function keepSame(before, phone) {
  if (!before) return phone
  const known = new Map(before.messages.map((message) => [message.id, message]))
  const messages = phone.messages.map((message) => {
    const old = known.get(message.id)
    return old && JSON.stringify(old) === JSON.stringify(message) ? old : message
  })
  return { ...phone, messages }
}

function addCalls(calls) {
  const newest = state.calls.at(-1)?.id ?? 0
  const added = calls.filter(({ id }) => id > newest)
  if (added.length > 0) change({ calls: [...state.calls, ...added].slice(-mostCalls) })
}

function change(changes) {
  Object.assign(state, changes)
  listeners.forEach((listener) => listener())
}
