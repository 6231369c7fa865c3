import { getCalls, getPhone, getState } from './api.js'
import { change, read, reuse } from './store.js'

const callsKept = 500
const retryAfterMilliseconds = 1000
const backIsSaidForMilliseconds = 4000
const actionFadesAfterMilliseconds = 5200

/** Follows the sandbox by server-sent events; after a restart it finds its way back by itself. */
export function follow() {
  const source = new EventSource('/sandbox/events')
  source.addEventListener('hello', () => void loadAll().catch(again))
  source.addEventListener('message', ({ data }) => JSON.parse(data).changed.forEach(loadPhone))
  source.addEventListener('calls', ({ data }) => noteCall(JSON.parse(data)))
  source.addEventListener('clock', ({ data }) => showClock(JSON.parse(data).now))
  source.addEventListener('reset', () => {
    change({ phones: {}, calls: [], connection: 'opening' })
    void loadAll().catch(again)
  })
  source.addEventListener('error', again)

  let isOver = false
  function again() {
    if (isOver) return
    isOver = true
    source.close()
    change({ connection: 'lost' })
    setTimeout(follow, retryAfterMilliseconds)
  }
}

async function loadAll() {
  const { now, phones, bot } = await getState()
  const byId = Object.fromEntries(phones.map((phone) => [phone.user.id, phone]))
  const was = read().connection
  // A sandbox that is being emptied has no phones yet; they come one by one.
  const connection = ['lost', 'back'].includes(was) ? 'back' : phones.length === 0 ? was : 'live'
  change({ connection, botUsername: bot.username, phones: reuse(read().phones, byId) })
  if (connection === 'back') setTimeout(forgetTheBreak, backIsSaidForMilliseconds)
  showClock(now)
  phones.forEach(watchAction)
  change({ calls: await getCalls(0) })
}

const forgetTheBreak = () => read().connection === 'back' && change({ connection: 'live' })

/** @type {Map<number, ReturnType<typeof setTimeout>>} */
const actionTimers = new Map()

/** "typing…" fades without an event. @param {import('./store.js').PhoneState} phone */
function watchAction({ user, action }) {
  clearTimeout(actionTimers.get(user.id))
  if (action)
    actionTimers.set(
      user.id,
      setTimeout(() => void loadPhone(user.id), actionFadesAfterMilliseconds),
    )
}

/** @param {string} now */
export const showClock = (now) => change({ aheadByMilliseconds: Date.parse(now) - Date.now() })

/** Phones being fetched, and whether they have changed again meanwhile. @type {Map<number, boolean>} */
const loading = new Map()

/** @param {number} id */
export async function loadPhone(id) {
  if (id <= 0) return // groups have no phone
  if (loading.has(id)) return void loading.set(id, true)
  loading.set(id, false)
  try {
    const phone = await getPhone(id)
    watchAction(phone)
    const { phones } = read()
    const kept = reuse(phones[id], phone)
    if (kept !== phones[id]) change({ phones: { ...phones, [id]: kept } })
  } catch {
    // It has gone with a reset or a restart; both are told by events of their own.
  }
  const hasChangedAgain = loading.get(id)
  loading.delete(id)
  if (hasChangedAgain) void loadPhone(id)
}

/** @type {import('./store.js').LoggedCall[]} */
let arrived = []

/** Notes a call; many calls at once are drawn once. @param {import('./store.js').LoggedCall} call */
function noteCall(call) {
  if (arrived.length === 0) setTimeout(showCalls, 100)
  arrived.push(call)
}

function showCalls() {
  const known = new Set(read().calls.map(({ id }) => id))
  const fresh = arrived.filter(({ id }) => !known.has(id))
  arrived = []
  change({ calls: [...read().calls, ...fresh].slice(-callsKept) })
}
